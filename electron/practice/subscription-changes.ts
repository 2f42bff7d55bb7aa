import { type Answer, type Call, type Read, readBody } from './call.ts';
import { refuse } from './errors.ts';
import { refusePartnerOnRecord } from './participants.ts';
import { refuseScheduled } from './scheduled-changes.ts';
import { seatsChanged } from './seat-changes.ts';
import type { Customer } from './seed/customers.ts';
import type { StateEvent } from './state-events.ts';
import { type Edits, editsIn, fixedFieldIn, isCancelling, type WholeSubscription, wholeSubscription } from './subscription-edits.ts';
import type { Position } from './subscription-position.ts';
import { everySubscription, tagOf } from './subscription-records.ts';
import type { StandingSubscription, SubscriptionChange } from './subscription-records.ts';
import { isCancellable, subscriptionResource } from './subscription-resources.ts';

const HOUR_MS = 3_600_000;

function refuseTag(call: Call, subscription: StandingSubscription, body: WholeSubscription): Answer | undefined {
  const header = call.header('if-match')?.trim().replace(/^(?:W\/)?"(.*)"$/u, '$1');
  const tags = [header, body.attributes?.etag].filter((tag) => tag !== undefined && tag !== '');
  if (tags.length === 0) return refuse(400, '3000', 'If-Match or attributes.etag is required.', ['attributes.etag']);
  return tags.every((tag) => tag === tagOf(subscription))
    ? undefined
    : refuse(400, '2055', 'The subscription has changed since it was read: read it again.', [subscription.id]);
}

/** Refuses whatever is asked of a subscription that is over, or that is still being changed. */
export function refuseStand({ id, status, position, isPending }: StandingSubscription): Answer | undefined {
  if (status === 'deleted') return refuse(400, '2011', 'The subscription is deleted.', [id]);
  if (status === 'expired') return refuse(400, '900279', 'The subscription has expired: it cannot be updated any more.', [id]);
  if (position.serviceUntil !== undefined) return refuse(400, '900277', 'The subscription is expiring and cannot be updated.', [id]);
  if (isPending) return refuse(409, '900278', 'Another operation is pending for the subscription: try after 24 hours.', [id]);
  return undefined;
}

/** Too many updates of one subscription within an hour (900311; the number is this tenant's own, none is published). */
function refuseOften(call: Call, { id }: StandingSubscription): Answer | undefined {
  const { updatesAnHour } = call.state.conditions;
  const times = call.state.changedSubscriptions.get(id)?.times ?? [];
  const recent = times.filter((at) => Date.parse(at) > call.now.getTime() - HOUR_MS);
  return updatesAnHour === 0 || recent.length < updatesAnHour
    ? undefined
    : refuse(400, '900311', 'The subscription has been updated too often.', [id]);
}

/** A change as it is made: of the subscription itself, and of others with it. */
interface Made {
  readonly effect: string;
  readonly change: SubscriptionChange;
  readonly others: readonly { readonly id: string; readonly change: SubscriptionChange }[];
}

/** Answers a change: 200 with the subscription, or 202 with its place while the tenant is slow (fault slow-changes). */
function answerChange(call: Call, subscription: StandingSubscription, customer: Customer, made: Made): Answer {
  const { slowChangesSeconds } = call.state.conditions;
  const from = slowChangesSeconds === 0 ? undefined : new Date(call.now.getTime() + slowChangesSeconds * 1_000).toISOString();
  const later = from === undefined ? {} : { from };
  const events: readonly StateEvent[] = [
    { type: 'subscription-changed', subscriptionId: subscription.id, change: made.change, at: call.now.toISOString(), ...later },
    ...made.others.map(({ id, change }): StateEvent => ({ type: 'subscription-changed', subscriptionId: id, change, ...later })),
  ];
  const performed = { effect: made.effect, tenantId: subscription.customerTenantId, events };
  if (from !== undefined) {
    const location = `/v1/customers/${customer.tenantId}/subscriptions/${subscription.id}`;
    return { status: 202, headers: { Location: location }, body: subscriptionResource(call.state, subscription, call.now), performed };
  }
  return { status: 200, body: subscriptionResource(call.state, changedBy(subscription, made.change), call.now), performed };
}

function changedBy(subscription: StandingSubscription, change: SubscriptionChange): StandingSubscription {
  const { suspension = subscription.suspension, position = subscription.position, cancelledAt } = change;
  const standing = suspension === 'none' ? 'active' : 'suspended';
  return {
    ...subscription, ...change, suspension, position,
    quantity: position.quantity,
    version: subscription.version + 1,
    status: cancelledAt === undefined ? standing : 'deleted',
  };
}

const addonsOf = (call: Call, base: StandingSubscription, customer: Customer): readonly StandingSubscription[] =>
  everySubscription(call.state, customer, call.now).filter(
    (one) => one.parentSubscriptionId === base.id && one.status !== 'deleted' && one.status !== 'expired',
  );

/**
 * cancel-subscription: until the date that the resource names (900117). A base takes its add-ons with it. Nothing else changes
 * by the same call.
 */
function cancel(call: Call, subscription: StandingSubscription, customer: Customer, edits: Edits): Answer {
  const [name] = Object.keys(edits);
  if (name !== undefined) return refuse(400, '900141', `A change of ${name} is not supported with a cancellation.`, [name]);
  if (!isCancellable(subscription, call.now))
    return refuse(400, '900117', 'The time in which the subscription can be cancelled is over.', [subscription.id]);
  const change = { cancelledAt: call.now.toISOString() };
  const others = addonsOf(call, subscription, customer).map(({ id }) => ({ id, change }));
  return answerChange(call, subscription, customer, { effect: 'cancelled-subscription', change, others });
}

/** What suspending or reactivating changes: a base takes its add-ons along, both ways; an add-on needs its base (27009). */
function statusChanged(
  call: Call, subscription: StandingSubscription, customer: Customer, { status, quantity }: Edits,
): Read<Pick<Made, 'change' | 'others'>> {
  if (status === undefined) return { ok: true, value: { change: {}, others: [] } };
  const { id, parentSubscriptionId } = subscription;
  if (status === 'suspended' && quantity !== undefined)
    return { ok: false, refusal: refuse(400, '2001', 'The quantity cannot change while the subscription is being suspended.', [id]) };
  const parent = everySubscription(call.state, customer, call.now).find((one) => one.id === parentSubscriptionId);
  if (status === 'active' && parent !== undefined && parent.status !== 'active')
    return { ok: false, refusal: refuse(409, '27009', 'The parent subscription is not active.', [parent.id]) };
  const addons = addonsOf(call, subscription, customer);
  const [meant, suspension] = status === 'suspended' ? (['none', 'base'] as const) : (['base', 'none'] as const);
  return {
    ok: true,
    value: {
      change: { suspension: status === 'suspended' ? 'own' : 'none' },
      others: addons.filter((one) => one.suspension === meant).map((one) => ({ id: one.id, change: { suspension } })),
    },
  };
}

/** set-auto-renew and schedule-next-term-changes: without renewal there is nothing to schedule; trials have neither (800093). */
function endChanged(
  call: Call, customer: Customer, subscription: StandingSubscription, edits: Edits,
): Read<Partial<Position>> {
  const { autoRenew, atEnd, scheduled } = edits;
  const { position } = subscription;
  if (autoRenew === undefined && atEnd === undefined && scheduled === undefined) return { ok: true, value: {} };
  if (position.isTrial) return { ok: false, refusal: refuse(400, '800093', 'A trial does not renew itself.', [subscription.id]) };
  const renews = autoRenew ?? position.autoRenew;
  if (!renews) {
    const isDropped = scheduled === undefined || scheduled === 'none';
    return isDropped
      ? { ok: true, value: { autoRenew: false, scheduled: undefined, atEnd: atEnd ?? position.atEnd } }
      : { ok: false, refusal: refuse(400, '3000', 'Changes are scheduled for a renewal: autoRenewEnabled must be true.', ['autoRenewEnabled']) };
  }
  const refusal = scheduled === undefined || scheduled === 'none' ? undefined : refuseScheduled(call, customer, subscription, scheduled);
  if (refusal !== undefined) return { ok: false, refusal };
  const kept = scheduled === undefined ? position.scheduled : scheduled;
  return { ok: true, value: { autoRenew: true, atEnd: undefined, scheduled: kept === 'none' ? undefined : kept } };
}

/** A change in the middle of a term deletes what was scheduled for its end; what the same call schedules anew stays. */
const isMidTerm = ({ quantity, status, partnerId }: Edits): boolean => [quantity, status, partnerId].some((edit) => edit !== undefined);

function positionChanged(
  call: Call, customer: Customer, subscription: StandingSubscription, edits: Edits,
): Read<Position> {
  const seats: Read<Position> = edits.quantity === undefined
    ? { ok: true, value: subscription.position }
    : seatsChanged(call, customer, subscription, edits.quantity);
  if (!seats.ok) return seats;
  const end = endChanged(call, customer, subscription, edits);
  if (!end.ok) return end;
  const dropped = isMidTerm(edits) && edits.scheduled === undefined && !seats.value.isTrial ? { scheduled: undefined } : {};
  return { ok: true, value: { ...seats.value, ...end.value, ...dropped } };
}

function apply(call: Call, subscription: StandingSubscription, customer: Customer, edits: Edits): Answer {
  const { partnerId, friendlyName } = edits;
  if (subscription.status === 'suspended' && edits.status !== 'active')
    return refuse(400, '800091', 'The subscription is suspended.', [subscription.id]);
  const bad = partnerId === undefined ? undefined : refusePartnerOnRecord(call.state, partnerId);
  if (bad !== undefined) return bad;
  const status = statusChanged(call, subscription, customer, edits);
  if (!status.ok) return status.refusal;
  const position = positionChanged(call, customer, subscription, edits);
  if (!position.ok) return position.refusal;
  const change: SubscriptionChange = {
    ...(partnerId === undefined ? {} : { partnerId }),
    ...(friendlyName === undefined ? {} : { friendlyName }),
    ...status.value.change,
    ...(Object.keys(edits).every((name) => name === 'friendlyName') ? {} : { position: position.value }),
  };
  const { others } = status.value;
  return answerChange(call, subscription, customer, { effect: 'changed-subscription', change, others });
}

/**
 * PATCH of a whole subscription: seats, renewal, what is scheduled for it, suspension, reseller and name, several at once; or
 * its cancellation. The reseller need not be a partner: the portal takes the Partner ID of a company that is not in the list.
 * A body without partnerId leaves the reseller as it is, as the contract says nothing.
 */
export function changeSubscription(call: Call, subscription: StandingSubscription, customer: Customer): Answer {
  const over = refuseStand(subscription);
  if (over !== undefined) return over;
  const read = readBody(wholeSubscription, call.body);
  if (!read.ok) return read.refusal;
  const body = read.value;
  if (body.id.toLowerCase() !== subscription.id)
    return refuse(400, '3000', 'The id of the body is not the id of the subscription.', ['id']);
  const stale = refuseTag(call, subscription, body);
  if (stale !== undefined) return stale;
  const current = subscriptionResource(call.state, subscription, call.now);
  const fixed = fixedFieldIn(current, body);
  if (fixed !== undefined) return refuse(400, fixed.code, `A change of ${fixed.name} is not supported here.`, [fixed.name]);
  const isCancelled = isCancelling(body);
  const edits = editsIn(subscription, isCancelled ? { ...body, status: subscription.status } : body);
  if (!edits.ok) return edits.refusal;
  if (!isCancelled && Object.keys(edits.value).length === 0) return { status: 200, body: current };
  const often = refuseOften(call, subscription);
  if (often !== undefined) return often;
  return isCancelled ? cancel(call, subscription, customer, edits.value) : apply(call, subscription, customer, edits.value);
}
