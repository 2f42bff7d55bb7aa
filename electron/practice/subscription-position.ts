import { extendedEnd, extendedTerm, isExtendable, serviceUntil, type EndChoice } from './end-of-term.ts';
import { catalogItemIdOf, findItem, isSoftware, itemsOfProduct } from './seed/catalogue.ts';
import type { SubscriptionRecord } from './seed/subscriptions.ts';
import { monthsByCycle, monthsOf, periodAt, plusMonths } from './subscription-terms.ts';

const DAY_MS = 86_400_000;
/** Seven days after purchase or renewal (new-commerce cancellation policy, since March 2022). */
const WINDOW_MS = 7 * DAY_MS;

/** Seats that came together, at a purchase, a renewal or an addition. */
export interface SeatBatch {
  readonly quantity: number;
  readonly at: string;
}

/** What the next term begins with (schedule-next-term-changes). */
export interface ScheduledChange {
  readonly catalogItemId: string;
  readonly quantity: number;
  readonly termDuration: string;
  readonly billingCycle: string;
  readonly promotionId?: string | undefined;
  readonly customTermEndDate?: string | undefined;
}

/**
 * Where a subscription stands in its life: everything that time itself changes. A change keeps the position it was made in;
 * what has become of it since is worked out when it is read.
 */
export interface Position {
  readonly catalogItemId: string;
  readonly title: string;
  readonly isTrial: boolean;
  readonly quantity: number;
  readonly termDuration: string;
  readonly billingCycle: string;
  readonly promotionId?: string | undefined;
  /** Whole terms and billing cycles are counted from here. */
  readonly anchor: string;
  readonly start: string;
  readonly end: string;
  /** The term ends by a custom end date: the next one begins a new count. */
  readonly isCut?: boolean | undefined;
  readonly autoRenew: boolean;
  /** What follows when it does not renew; where nothing was chosen, what its dates and kind lead to. */
  readonly atEnd?: EndChoice | undefined;
  readonly scheduled?: ScheduledChange | undefined;
  readonly batches: readonly SeatBatch[];
  /** Set in an extended term: the term it had before, which a renewal goes back to. */
  readonly before?: { readonly termDuration: string; readonly billingCycle: string } | undefined;
  /** Set when the last term is over: until when there is service. */
  readonly serviceUntil?: string | undefined;
}

/** The paid item a trial becomes: of the same product. */
function paidItemOf(catalogItemId: string): string | undefined {
  const [productId = ''] = catalogItemId.split(':');
  const paid = itemsOfProduct(productId).find((item) => !item.isTrial && item.segment === 'commercial');
  return paid === undefined ? undefined : catalogItemIdOf(paid);
}

function conversionOf(record: SubscriptionRecord): ScheduledChange | undefined {
  const catalogItemId = paidItemOf(record.catalogItemId);
  if (record.isTrial !== true || record.renewsTo === undefined || catalogItemId === undefined) return undefined;
  return { catalogItemId, quantity: record.quantity, termDuration: record.renewsTo, billingCycle: 'monthly' };
}

/** The position of a subscription when it was bought. */
export function firstPosition(record: SubscriptionRecord): Position {
  const start = new Date(record.createdAt);
  const { customTermEndDate: custom, isTrial = false } = record;
  const whole = plusMonths(start, isTrial ? 1 : monthsOf(record.termDuration)).toISOString();
  const scheduled = conversionOf(record);
  return {
    catalogItemId: record.catalogItemId,
    title: record.title,
    isTrial,
    quantity: record.quantity,
    termDuration: record.termDuration,
    billingCycle: record.billingCycle,
    promotionId: record.promotionId,
    anchor: record.createdAt,
    start: record.createdAt,
    end: custom === undefined ? whole : new Date(custom).toISOString(),
    ...(custom === undefined ? {} : { isCut: true }),
    autoRenew: !isTrial || record.renewsTo !== undefined,
    ...(scheduled === undefined ? {} : { scheduled }),
    batches: [{ quantity: record.quantity, at: record.createdAt }],
  };
}

/** The name of the item behind an id of the catalogue. */
export function titleOf(catalogItemId: string): string {
  const [productId = '', skuId = ''] = catalogItemId.split(':');
  return findItem(productId, skuId)?.title ?? catalogItemId;
}

/** The same from one term to the next: what was decided for its end is used up. */
function begun(from: Position, begin: Partial<Position>): Position {
  const { isCut: _isCut, scheduled: _scheduled, before: _before, atEnd: _atEnd, ...rest } = from;
  const next = { ...rest, ...begin };
  return { ...next, batches: [{ quantity: next.quantity, at: next.start }] };
}

function scheduledTerm(from: Position, change: ScheduledChange): Position {
  const { customTermEndDate: custom, ...what } = change;
  const end = custom ?? plusMonths(new Date(from.end), monthsOf(change.termDuration)).toISOString();
  return begun(from, {
    ...what,
    title: titleOf(change.catalogItemId),
    isTrial: false,
    promotionId: change.promotionId,
    anchor: from.end,
    start: from.end,
    end,
    ...(custom === undefined ? {} : { isCut: true }),
  });
}

function renewed(from: Position, now: Date): Position {
  const { scheduled, before } = from;
  if (scheduled !== undefined) return scheduledTerm(from, scheduled);
  const anchor = before !== undefined || from.isCut === true ? from.end : from.anchor;
  const { termDuration, billingCycle } = before ?? from;
  const period = periodAt(new Date(anchor), monthsOf(termDuration), now);
  return begun(from, { termDuration, billingCycle, anchor, start: period.start.toISOString(), end: period.end.toISOString() });
}

/** What follows the term: a renewal, an extended month, or nothing. */
function following(from: Position, now: Date): Position {
  if (from.autoRenew) return renewed(from, now);
  if (from.atEnd === 'cancel' || (from.before === undefined && !isExtendable(from)))
    return { ...from, serviceUntil: serviceUntil(from, from.atEnd) };
  const { termDuration, billingCycle } = from;
  const [start, end] = [from.end, extendedEnd(from.end)];
  const month = begun(from, {
    termDuration: extendedTerm.duration, billingCycle: extendedTerm.billingCycle, anchor: start, start, end,
  });
  return { ...month, before: from.before ?? { termDuration, billingCycle } };
}

/** The position at an instant. */
export function positionAt(position: Position, now: Date): Position {
  let at = position;
  while (at.serviceUntil === undefined && Date.parse(at.end) <= now.getTime()) at = following(at, now);
  return at;
}

/** The end of the running billing cycle: never later than the term's. */
export function billingCycleEnd({ anchor, billingCycle, end }: Position, now: Date): string {
  const cycle = periodAt(new Date(anchor), monthsByCycle[billingCycle] ?? 1, now).end.toISOString();
  return cycle < end ? cycle : end;
}

const windowOf = (at: string): string => new Date(Date.parse(at) + WINDOW_MS).toISOString();

/** Until when it may be cancelled: seven days from the start of the term, in an extended month at any time. */
export const cancellableUntil = (position: Position): string =>
  position.before === undefined ? windowOf(position.start) : position.end;

/** Whether seats that were added in a term may be given back in a time of their own, or not at all (the sources disagree). */
export type AddedSeats = 'own' | 'fixed';

/** Seats that may still be given back, by batch, the oldest first (refundableQuantity). */
export function openBatches(position: Position, added: AddedSeats, now: Date): readonly { readonly batch: SeatBatch; readonly until: string }[] {
  if (position.serviceUntil !== undefined || isSoftware(position.catalogItemId)) return [];
  return position.batches
    .filter(({ at }) => added === 'own' || at === position.start)
    .map((batch) => ({ batch, until: position.before === undefined ? windowOf(batch.at) : position.end }))
    .filter(({ until }) => Date.parse(until) > now.getTime());
}
