import { ResellerTenantId } from '../../../shared/ids.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import { plusSeconds, isBefore } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { CustomerRow, MirrorUpdate } from '../../../shared/ports/mirror.ts';
import type { Order } from '../../../shared/domain/order/order.ts';
import { isCancelled } from '../../../shared/domain/subscription/subscription.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import type { CustomerExtra } from './records.ts';

// The service lists an order up to 15 minutes late (list-orders, notes). One that it accepted is kept far longer than
// that: an order that seems to have vanished is the worse mistake.
const KEEP_PLACED_SECONDS = 24 * 3600;

function withOrdersRead(extra: CustomerExtra, listed: readonly Order[], at: Instant): CustomerExtra {
  const listedIds = new Set(listed.map((order) => order.id));
  const placed = Object.entries(extra.placed ?? {}).filter(
    ([id, placedAt]) => !listedIds.has(id) && isBefore(at, plusSeconds(placedAt, KEEP_PLACED_SECONDS)),
  );
  const waiting = new Set(placed.map(([id]) => id));
  const kept = (extra.orders ?? []).filter((order) => waiting.has(order.id));
  const readAt = { ...extra.readAt, orders: at };
  return { ...extra, orders: [...kept, ...listed], placed: Object.fromEntries(placed), refreshedAt: at, readAt };
}

function withOrdersPlaced(extra: CustomerExtra, orders: readonly Order[], now: Instant): CustomerExtra {
  const byId = new Map([...(extra.orders ?? []), ...orders].map((order) => [order.id, order]));
  const placed = { ...extra.placed, ...Object.fromEntries(orders.map((order) => [order.id, now])) };
  return { ...extra, orders: [...byId.values()], placed };
}

function withContactsRead(extra: CustomerExtra, { contacts, at }: Extract<MirrorUpdate, { kind: 'support-contacts-read' }>): CustomerExtra {
  const readAt = Object.fromEntries(Object.keys(contacts).map((id) => [id, at]));
  return {
    ...extra,
    supportContacts: { ...extra.supportContacts, ...contacts },
    supportContactsReadAt: { ...extra.supportContactsReadAt, ...readAt },
  };
}

/** What was changed after the reading of the list began stays: the list may be older than that. */
function withSubscriptionsRead(extra: CustomerExtra, listed: readonly Subscription[], at: Instant, now: Instant): CustomerExtra {
  const { changedAt: before = {}, ...rest } = extra;
  // a moment that is still to come is of a clock that was ahead
  const newer = Object.entries(before).filter(([, changed]) => isBefore(at, changed) && !isBefore(now, changed));
  const changed = new Set(newer.map(([id]) => id));
  const own = new Map((extra.subscriptions ?? []).flatMap((one) => (changed.has(one.id) ? [[one.id, one] as const] : [])));
  return {
    ...rest,
    subscriptions: listed.map((one) => own.get(one.id) ?? one),
    ...(newer.length > 0 && { changedAt: Object.fromEntries(newer) }),
    refreshedAt: at, readAt: { ...extra.readAt, subscriptions: at },
  };
}

/** A cancelled base takes its add-ons with it; an order is cancelled when all its lines are (cancel-software-order). */
function withSubscriptionChanged(extra: CustomerExtra, changed: Subscription, now: Instant): CustomerExtra {
  if (extra.subscriptions === undefined) return extra;
  const before = extra.subscriptions;
  const isOver = isCancelled(changed);
  const subscriptions = extra.subscriptions.map((one) => {
    if (one.id === changed.id) return changed;
    return isOver && one.parentSubscriptionId === changed.id ? { ...one, status: changed.status } : one;
  });
  const touched = subscriptions.filter((one, place) => one !== before[place]).map(({ id }): [string, Instant] => [id, now]);
  const next = { ...extra, subscriptions, changedAt: { ...extra.changedAt, ...Object.fromEntries(touched) } };
  if (!isOver) return next;
  const ended = new Set(subscriptions.filter(isCancelled).map(({ id }) => id));
  const isEnded = ({ lines }: Order): boolean =>
    lines.some(({ subscriptionId }) => subscriptionId === changed.id) &&
    lines.every(({ subscriptionId }) => subscriptionId !== undefined && ended.has(subscriptionId));
  const orders = extra.orders?.map((order) => (isEnded(order) ? { ...order, status: 'cancelled' } : order));
  return { ...next, ...(orders && { orders }) };
}

/** The list of a customer's subscriptions may leave out what its base is; an add-on it lacks altogether is added. */
function withAddonsRead(extra: CustomerExtra, addons: readonly Subscription[]): CustomerExtra {
  if (extra.subscriptions === undefined) return extra;
  const byId = new Map(addons.map((addon) => [addon.id, addon]));
  const known = extra.subscriptions.map((one) => {
    const parentSubscriptionId = byId.get(one.id)?.parentSubscriptionId;
    return parentSubscriptionId === undefined || one.parentSubscriptionId !== undefined ? one : { ...one, parentSubscriptionId };
  });
  const ids = new Set(known.map(({ id }) => id));
  return { ...extra, subscriptions: [...known, ...addons.filter(({ id }) => !ids.has(id))] };
}

function withUpgradesKnown(extra: CustomerExtra, { subscriptionId, upgrades }: Extract<MirrorUpdate, { kind: 'upgrades-known' }>): CustomerExtra {
  const { [subscriptionId]: _before, ...others } = extra.upgrades ?? {};
  return { ...extra, upgrades: upgrades === undefined ? others : { ...others, [subscriptionId]: upgrades } };
}

/** The record of a customer after the server told something about it. */
export function updated(extra: CustomerExtra, update: MirrorUpdate, now: Instant): CustomerExtra {
  switch (update.kind) {
    case 'customer-created':
      return update.detail === undefined ? extra : { ...extra, detail: update.detail };
    case 'customer-read':
      return { ...extra, detail: update.detail, refreshedAt: update.at, readAt: { ...extra.readAt, detail: update.at } };
    case 'subscriptions-read':
      return withSubscriptionsRead(extra, update.subscriptions, update.at, now);
    case 'subscription-changed':
      return withSubscriptionChanged(extra, update.subscription, now);
    case 'orders-read':
      return withOrdersRead(extra, update.orders, update.at);
    case 'orders-placed':
      return withOrdersPlaced(extra, update.orders, now);
    case 'support-contacts-read':
      return withContactsRead(extra, update);
    case 'resellers-of-customer-read':
      return { ...extra, resellers: update.resellers };
    case 'provisioning-read':
      return { ...extra, provisioning: { ...extra.provisioning, [update.orderId]: update.provisioning } };
    case 'licenses-read':
      return { ...extra, licenses: update.licenses };
    case 'upgrades-known':
      return withUpgradesKnown(extra, update);
    case 'addons-read':
      return withAddonsRead(extra, update.addons);
    case 'users-read':
      return { ...extra, users: update.users };
    case 'agreement-read':
      return { ...extra, agreement: update.agreement };
    case 'qualifications-read':
      return { ...extra, qualifications: { listed: update.qualifications, at: update.at } };
  }
}

/** Whose record an update belongs to. */
export function customerOf(update: MirrorUpdate): CustomerTenantId {
  if (update.kind === 'customer-created') return update.row.id;
  return update.kind === 'customer-read' ? update.detail.id : update.customerId;
}

/** The row of the list as an update says it should be; undefined when the update says nothing of it. */
export function rowFrom(update: MirrorUpdate, known: CustomerRow | undefined): CustomerRow | undefined {
  if (update.kind === 'customer-created') return update.row;
  if (update.kind !== 'customer-read') return undefined;
  const { id, companyName, domain, relationship, associatedPartnerId } = update.detail;
  const reseller = ResellerTenantId.safeParse(associatedPartnerId?.toLowerCase());
  const named = reseller.success ? [reseller.data] : [];
  return {
    id,
    name: companyName,
    domain,
    relationship,
    resellerIds: [...new Set([...(known?.resellerIds ?? []), ...named])],
  };
}

export const isSameRow = (a: CustomerRow, b: CustomerRow): boolean =>
  a.name === b.name && a.domain === b.domain && a.relationship === b.relationship &&
  a.resellerIds.length === b.resellerIds.length && a.resellerIds.every((id) => b.resellerIds.includes(id));
