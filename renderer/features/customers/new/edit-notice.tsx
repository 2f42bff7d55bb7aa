import { copyText } from '../../../platform/copy-text.ts';
import { useLive } from '../../../platform/services.tsx';
import type { OperationId } from '../../../../shared/ids.ts';
import { FailureMessage } from '../../../ui/failure-message.tsx';

/** Why the details are open again: what the server said to them. */
export function EditNotice({ operationId }: { readonly operationId: OperationId }) {
  const operation = useLive((work) => work.operation(operationId), [operationId]);
  if (operation?.state.name !== 'refused') return null;
  return <FailureMessage failure={operation.state.failure} copy={copyText} />;
}
