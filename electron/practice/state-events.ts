import type { CartRecord } from './cart-records.ts';
import type { StateFault } from './fault-schemas.ts';
import type { OrderRecord } from './order-records.ts';
import type { PartnershipEvent } from './partnerships.ts';
import type { QualificationRecord } from './qualification-records.ts';
import type { Customer } from './seed/customers.ts';
import type { AgreementRecord } from './seed/seed.ts';
import type { SubscriptionRecord } from './seed/subscriptions.ts';
import type { SubscriptionChange, SupportContact } from './subscription-records.ts';
import type { TransitionRecord } from './transition-records.ts';
import type { UserRecord } from './user-records.ts';

/** A change of a subscription. */
export interface SubscriptionChanged {
  readonly type: 'subscription-changed';
  readonly subscriptionId: string;
  readonly change: SubscriptionChange;
  /** When it was asked for by a call of its own; absent for an add-on that follows its base, and in older state files. */
  readonly at?: string;
  /** When it shows; at once where it is absent. */
  readonly from?: string;
}

/** Every change of the practice tenant. The state is the seed plus these, in order; the journal keeps them. */
export type StateEvent =
  | PartnershipEvent
  | { readonly type: 'customer-created'; readonly customer: Customer; readonly passwordHash: string }
  | { readonly type: 'agreement-confirmed'; readonly agreement: AgreementRecord }
  | { readonly type: 'agreement-accepted'; readonly customerTenantId: string; readonly at: string }
  | { readonly type: 'qualification-requested'; readonly customerTenantId: string; readonly record: QualificationRecord }
  | { readonly type: 'cart-stored'; readonly cart: CartRecord }
  | { readonly type: 'order-placed'; readonly order: OrderRecord; readonly subscriptions: readonly SubscriptionRecord[] }
  | SubscriptionChanged
  | { readonly type: 'tenant-opened'; readonly at: string }
  | {
      readonly type: 'transition-begun';
      readonly customerTenantId: string;
      readonly record: TransitionRecord;
      /** The subscription it makes out of a part of the seats; it is there when the transition is done. */
      readonly subscription?: SubscriptionRecord;
    }
  | { readonly type: 'support-contact-set'; readonly subscriptionId: string; readonly contact: SupportContact }
  | { readonly type: 'user-created'; readonly tenantId: string; readonly user: UserRecord; readonly passwordHash: string }
  | { readonly type: 'password-reset'; readonly userId: string; readonly passwordHash: string }
  | { readonly type: 'condition-set'; readonly condition: StateFault; readonly at: string }
  | { readonly type: 'conditions-cleared' };

const types: Readonly<Record<StateEvent['type'], true>> = {
  'customer-created': true,
  'agreement-confirmed': true,
  'agreement-accepted': true,
  'qualification-requested': true,
  'cart-stored': true,
  'order-placed': true,
  'subscription-changed': true,
  'tenant-opened': true,
  'transition-begun': true,
  'support-contact-set': true,
  'user-created': true,
  'password-reset': true,
  'partnership-accepted': true,
  'partnership-declined': true,
  'partnership-removed': true,
  'sandbox-reseller-created': true,
  'sandbox-reseller-deleted': true,
  'customer-associated': true,
  'condition-set': true,
  'conditions-cleared': true,
};

/** Names of the changes, for reading the journal back. */
export const stateEventTypes: readonly string[] = Object.keys(types);

const portalTypes = [
  'partnership-accepted', 'partnership-declined', 'partnership-removed', 'customer-associated', 'agreement-accepted',
] as const;
/** A change that somebody made on the portal's pages. */
export type PortalEvent = Extract<StateEvent, { readonly type: (typeof portalTypes)[number] }>;

/** True for a change made on the portal's pages. */
export function isPortalEvent(event: StateEvent): event is PortalEvent {
  return portalTypes.some((type) => type === event.type);
}
