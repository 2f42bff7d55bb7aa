import type { Answer, Call } from './call.ts';
import { withCustomer } from './customer-lookup.ts';
import { refuse } from './errors.ts';
import type { Customer } from './seed/customers.ts';
import type { SubscriptionRecord } from './seed/subscriptions.ts';
import type { State } from './state.ts';

/** What can be changed on a subscription here; a field that is absent stays as it is. */
export interface SubscriptionChange {
  readonly partnerId?: string;
  readonly friendlyName?: string;
  /** When it was cancelled (cancel-subscription). */
  readonly cancelledAt?: string;
}

/** The changes made on one subscription; the version is part of its entity tag. */
export interface ChangedSubscription {
  readonly version: number;
  readonly change: SubscriptionChange;
}

/** Who gives support for a subscription (update-support-contact). */
export interface SupportContact {
  readonly supportTenantId: string;
  readonly supportMpnId: string;
  readonly name: string;
}

/** A subscription as it stands, with the number of its version. */
export interface StandingSubscription extends SubscriptionRecord {
  readonly version: number;
  readonly cancelledAt?: string | undefined;
}

/** True while the fault hide-orders keeps something made at that instant out of lists. */
export function isHidden(state: State, createdAt: string, now: Date): boolean {
  return Date.parse(createdAt) + state.conditions.hideOrdersMinutes * 60_000 > now.getTime();
}

/** Whether a subscription was cancelled. */
export const isCancelled = (state: State, subscriptionId: string): boolean =>
  state.changedSubscriptions.get(subscriptionId)?.change.cancelledAt !== undefined;

function asItStands(state: State, subscription: SubscriptionRecord): StandingSubscription {
  const { change, version } = state.changedSubscriptions.get(subscription.id) ?? { change: {}, version: 1 };
  return { ...subscription, ...change, version };
}

/** All subscriptions of a customer, those too that lists do not show yet: the service itself knows them. */
export function everySubscription(state: State, customer: Customer): readonly StandingSubscription[] {
  return [...state.seed.subscriptionsOf(customer.tenantId), ...(state.subscriptions.get(customer.tenantId) ?? [])].map((one) =>
    asItStands(state, one),
  );
}

/** The subscriptions of a customer that lists show now. */
export function subscriptionsOf(state: State, customer: Customer, now: Date): readonly StandingSubscription[] {
  const seeded = new Set(state.seed.subscriptionsOf(customer.tenantId).map((one) => one.id));
  return everySubscription(state, customer).filter((one) => seeded.has(one.id) || !isHidden(state, one.createdAt, now));
}

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
