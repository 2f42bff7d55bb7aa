import { type Answer, type Call, isGuid } from './call.ts';
import { refuse } from './errors.ts';
import type { Customer } from './seed/customers.ts';
import { strangerTenantId } from './seed/provider.ts';
import { findCustomer } from './state.ts';

/**
 * Runs a call below /v1/customers/{customer-tenant-id} with its customer. Refuses an id that is no GUID (400/900118),
 * a customer of somebody else (403/20002) and an unknown one (404/60003) (get-customer).
 */
export function withCustomer(answer: (call: Call, customer: Customer) => Answer): (call: Call) => Answer {
  return (call) => {
    const id = call.params.customerId ?? '';
    if (!isGuid(id)) return refuse(400, '900118', 'The customer id is not valid.');
    if (id.toLowerCase() === strangerTenantId)
      return refuse(403, '20002', 'The partner has no commerce relationship with this customer.');
    const customer = findCustomer(call.state, id);
    return customer === undefined ? refuse(404, '60003', `Customer tenant ${id} was not found.`) : answer(call, customer);
  };
}
