import { isOpen } from '../../../shared/sync/operation.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import { useLive } from '../../platform/services.tsx';
import { hasWords } from '../../text/word-match.ts';

/** New customers that are not on the server yet and match the search, newest first. */
export function usePendingCustomers(text: string): readonly OperationOf<'create-customer'>[] | undefined {
  const operations = useLive((work) => work.operations(), []);
  return operations
    ?.filter((operation) => operation.kind === 'create-customer')
    .filter((operation) => isOpen(operation))
    .filter(({ payload: { form } }) => hasWords(`${form.companyName} ${form.domain}`, text))
    .toReversed();
}
