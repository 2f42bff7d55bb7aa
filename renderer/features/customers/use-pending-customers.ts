import { isOpen } from '../../../shared/sync/operation.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import { useLive } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { hasWords } from '../../text/word-match.ts';
import { useCustomerView } from './customer-view-store.ts';

/** New customers that are not on the server yet and match the search, newest first. */
export function usePendingCustomers(): readonly OperationOf<'create-customer'>[] | undefined {
  const { text, reseller, country, relationship } = useCustomerView();
  const format = useFormat();
  const operations = useLive((work) => work.operations(), []);
  return operations
    ?.filter((operation) => operation.kind === 'create-customer')
    .filter((operation) => isOpen(operation))
    .filter(({ payload }) => {
      const seller = payload.reseller.kind === 'reseller' ? payload.reseller : undefined;
      const { companyName, domain, address } = payload.form;
      const searched = [companyName, domain, format.country(address.country), seller?.name, seller?.partnerId].join(' ');
      return hasWords(searched, text) && (reseller === '' || reseller === (seller?.id ?? 'none')) &&
        // what it will be, as the copy has it once it is made
        (country === '' || country === address.country) && (relationship === '' || relationship === (seller ? 'reseller' : 'none'));
    })
    .toReversed();
}
