import type { Answer, Call } from './call.ts';
import { withCustomer } from './customer-lookup.ts';
import { refuse } from './errors.ts';
import type { Customer } from './seed/customers.ts';
import { type StandingSubscription, subscriptionsOf } from './subscription-records.ts';

/** Runs a call below one subscription with it and its customer; 404/20003 when the customer has none with this id. */
export function withSubscription(
  answer: (call: Call, subscription: StandingSubscription, customer: Customer) => Answer,
): (call: Call) => Answer {
  return withCustomer((call, customer) => {
    const id = call.params.subscriptionId?.toLowerCase();
    const found = subscriptionsOf(call.state, customer, call.now).find((one) => one.id === id);
    return found === undefined ? refuse(404, '20003', 'The subscription was not found.') : answer(call, found, customer);
  });
}
