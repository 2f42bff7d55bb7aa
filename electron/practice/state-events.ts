import type { CartRecord } from './cart-records.ts';
import type { StateFault } from './fault-schemas.ts';
import type { OrderRecord } from './order-records.ts';
import type { Customer } from './seed/customers.ts';
import type { AgreementRecord } from './seed/seed.ts';
import type { SubscriptionRecord } from './seed/subscriptions.ts';

/** Every change of the practice tenant. The state is the seed plus these, in order; the journal keeps them. */
export type StateEvent =
  | { readonly type: 'customer-created'; readonly customer: Customer; readonly passwordHash: string }
  | { readonly type: 'agreement-confirmed'; readonly agreement: AgreementRecord }
  | { readonly type: 'cart-stored'; readonly cart: CartRecord }
  | { readonly type: 'order-placed'; readonly order: OrderRecord; readonly subscriptions: readonly SubscriptionRecord[] }
  | { readonly type: 'condition-set'; readonly condition: StateFault; readonly at: string }
  | { readonly type: 'conditions-cleared' };

/** Names of the changes, for reading the journal back. */
export const stateEventTypes: readonly StateEvent['type'][] = [
  'customer-created',
  'agreement-confirmed',
  'cart-stored',
  'order-placed',
  'condition-set',
  'conditions-cleared',
];
