import type { CustomerRef } from '../../shared/sync/operation.ts';

/** The letter that invites a customer to accept the agreement; afterwards the person is led back. */
export function agreementLetterPath(customer: CustomerRef, back: string): string {
  const id = customer.kind === 'tenant' ? customer.customerId : `pending-${customer.operationId}`;
  return `/resellers/write/customer-agreement?${new URLSearchParams({ customer: id, back }).toString()}`;
}
