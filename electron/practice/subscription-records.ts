import { etagOf } from './collection.ts';
import { extendedTitle } from './end-of-term.ts';
import type { Customer } from './seed/customers.ts';
import type { SubscriptionRecord } from './seed/subscriptions.ts';
import type { State } from './state.ts';
import { firstPosition, type Position, positionAt } from './subscription-position.ts';

/** What can be changed on a subscription here; a field that is absent stays as it is. */
export interface SubscriptionChange {
  readonly partnerId?: string;
  readonly friendlyName?: string;
  /** When it was cancelled (cancel-subscription). */
  readonly cancelledAt?: string;
  /** Suspended by a call of its own, or with its base; "none" again when it was reactivated. */
  readonly suspension?: 'own' | 'base' | 'none';
  /** Where it stood when it was changed, with what was changed of that. */
  readonly position?: Position;
}

/** The changes made on one subscription; the version is part of its entity tag. */
export interface ChangedSubscription {
  readonly version: number;
  readonly change: SubscriptionChange;
  /** When it was changed by a call of its own, the last ones, oldest first. */
  readonly times?: readonly string[];
  /** A change that was taken and shows only later (202). */
  readonly pending?: { readonly from: string; readonly change: SubscriptionChange };
}

/** Who gives support for a subscription (update-support-contact). */
export interface SupportContact {
  readonly supportTenantId: string;
  readonly supportMpnId: string;
  readonly name: string;
}

/** A subscription as it stands at an instant. */
export interface StandingSubscription extends SubscriptionRecord {
  readonly version: number;
  readonly status: 'active' | 'suspended' | 'expired' | 'deleted';
  readonly cancelledAt?: string | undefined;
  readonly suspension: 'own' | 'base' | 'none';
  readonly position: Position;
  /** A change of it was taken and is still being worked on. */
  readonly isPending: boolean;
}

/** True while the fault hide-orders keeps something made at that instant out of lists. */
export function isHidden(state: State, createdAt: string, now: Date): boolean {
  return Date.parse(createdAt) + state.conditions.hideOrdersMinutes * 60_000 > now.getTime();
}

/** The changes with the pending one among them once its time has come; without an instant, whatever its time. */
export function settled(changed: ChangedSubscription | undefined, now?: Date): ChangedSubscription {
  const { pending, ...rest } = changed ?? { version: 1, change: {} };
  if (pending === undefined) return rest;
  if (now !== undefined && Date.parse(pending.from) > now.getTime()) return { ...rest, pending };
  return { ...rest, version: rest.version + 1, change: { ...rest.change, ...pending.change } };
}

const changesOf = (state: State, subscriptionId: string, now: Date): ChangedSubscription =>
  settled(state.changedSubscriptions.get(subscriptionId), now);

/** Whether a subscription was cancelled. */
export const isCancelled = (state: State, subscriptionId: string, now: Date): boolean =>
  changesOf(state, subscriptionId, now).change.cancelledAt !== undefined;

/** Where it stood at first: the seed has some that were told, when this tenant was opened, not to renew once more. */
function startOf(state: State, record: SubscriptionRecord): Position {
  const first = record.startsAs ?? firstPosition(record);
  if (record.lapses !== true || first.isTrial || state.openedAt === undefined) return first;
  return { ...positionAt(first, new Date(state.openedAt)), autoRenew: false };
}

function statusOf(position: Position, { cancelledAt, suspension }: SubscriptionChange, now: Date): StandingSubscription['status'] {
  if (cancelledAt !== undefined) return 'deleted';
  if (position.serviceUntil !== undefined && Date.parse(position.serviceUntil) <= now.getTime()) return 'expired';
  return suspension === undefined || suspension === 'none' ? 'active' : 'suspended';
}

function asItStands(state: State, record: SubscriptionRecord, now: Date): StandingSubscription {
  const { change, version, pending } = changesOf(state, record.id, now);
  const { cancelledAt, partnerId = record.partnerId, friendlyName = record.friendlyName, suspension = 'none' } = change;
  const until = cancelledAt === undefined ? now : new Date(Math.min(now.getTime(), Date.parse(cancelledAt)));
  const position = positionAt(change.position ?? startOf(state, record), until);
  const { catalogItemId, title, quantity, termDuration, billingCycle, promotionId, isTrial } = position;
  return {
    ...record, catalogItemId, title, quantity, termDuration, billingCycle, promotionId, isTrial,
    partnerId, friendlyName, version, cancelledAt, suspension, position,
    status: statusOf(position, change, now),
    isPending: pending !== undefined,
  };
}

/** Every subscription a customer bought, as it was bought; one that a transition makes is there when the transition is done. */
export function everyBought(state: State, customer: Customer, now: Date): readonly SubscriptionRecord[] {
  const later = (state.subscriptions.get(customer.tenantId) ?? []).filter(
    (one) => one.startsAs === undefined || Date.parse(one.createdAt) <= now.getTime(),
  );
  return [...state.seed.subscriptionsOf(customer.tenantId), ...later];
}

/** All subscriptions of a customer, those too that lists do not show yet: the service itself knows them. */
export function everySubscription(state: State, customer: Customer, now: Date): readonly StandingSubscription[] {
  return everyBought(state, customer, now).map((one) => asItStands(state, one, now));
}

/** The subscriptions of a customer that lists show now. */
export function subscriptionsOf(state: State, customer: Customer, now: Date): readonly StandingSubscription[] {
  const seeded = new Set(state.seed.subscriptionsOf(customer.tenantId).map((one) => one.id));
  return everySubscription(state, customer, now).filter((one) => seeded.has(one.id) || !isHidden(state, one.createdAt, now));
}

/** The name lists show: the nickname, or the offer's. */
export const shownName = (subscription: StandingSubscription): string => subscription.friendlyName ?? offerNameOf(subscription);

/** The name of the offer as lists show it. */
export const offerNameOf = ({ position }: Pick<StandingSubscription, 'position'>): string =>
  position.before === undefined ? position.title : extendedTitle(position.title);

/** The entity tag: it changes with every change, and with the term. */
export function tagOf({ id, version, position }: StandingSubscription): string {
  const minutes = Math.floor(Date.parse(position.start) / 60_000);
  return etagOf(id, `${version.toString(36)}.${minutes.toString(36)}`);
}
