import type { CustomerTenantId } from '../../../shared/ids.ts';
import { isOpen, needsPerson } from '../../../shared/sync/operation.ts';
import type { CustomerRef } from '../../../shared/sync/operation.ts';
import { useLive } from '../../platform/services.tsx';

const tenantOf = (customer: CustomerRef): readonly CustomerTenantId[] => (customer.kind === 'tenant' ? [customer.customerId] : []);

/** Customers of the server for which something is being prepared here, waits to be sent or needs a person. */
export function useCustomersAtWork(): readonly CustomerTenantId[] {
  const operations = useLive((work) => work.operations(), []) ?? [];
  const drafts = useLive((work) => work.drafts(), []) ?? [];
  const waiting = operations.flatMap((operation) =>
    operation.kind !== 'create-customer' && (isOpen(operation) || needsPerson(operation)) ? tenantOf(operation.payload.customer) : [],
  );
  const typed = drafts.flatMap((draft) => (draft.kind === 'cart' && draft.state === 'open' ? tenantOf(draft.customer) : []));
  return [...new Set([...waiting, ...typed])];
}
