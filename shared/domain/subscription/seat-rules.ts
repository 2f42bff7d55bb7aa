import { isBefore } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import { businessFamily, businessFamilySeats } from '../cart/line-rules.ts';
import type { Offer } from '../catalogue/offer.ts';
import { isSuspended } from './subscription.ts';
import type { Subscription } from './subscription.ts';

/** Seats that may still be given back, and until when. */
export interface SeatBatch {
  readonly quantity: number;
  readonly until: Instant;
}

/**
 * How many seats may be given back now (get-subscription, refundableQuantity; change-subscription-quantity, notes). `batches`:
 * each addition has a date of its own, the soonest first. `all`: the server named no batches, but its cancellation window is open.
 * `unknown`: it named no dates at all, and only it can tell.
 */
export type Reducible =
  | { readonly kind: 'batches'; readonly seats: number; readonly batches: readonly SeatBatch[] }
  | { readonly kind: 'all'; readonly seats: number; readonly until: Instant }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** Perpetual and software subscriptions: 7 days to cancel, no reductions (facts.md, "Cancellation"; 800095). */
export const isSoftware = ({ productType }: Pick<Subscription, 'productType'>): boolean => /software/iu.test(productType ?? '');

/** The seats that may be given back at a moment, by the server's own dates; the end of a window is over. */
export function reducibleSeats(subscription: Subscription, now: Instant): Reducible {
  const { quantity, refundableQuantity, cancellableUntil } = subscription;
  if (isSoftware(subscription)) return { kind: 'none' };
  if (refundableQuantity !== undefined) {
    const batches = refundableQuantity.details
      .flatMap(({ quantity: seats, allowedUntil: until = cancellableUntil }) => (until && seats > 0 ? [{ quantity: seats, until }] : []))
      .filter(({ until }) => isBefore(now, until))
      .toSorted((a, b) => Date.parse(a.until) - Date.parse(b.until));
    const seats = Math.min(quantity, batches.reduce((sum, batch) => sum + batch.quantity, 0));
    return seats === 0 ? { kind: 'none' } : { kind: 'batches', seats, batches };
  }
  if (cancellableUntil === undefined) return { kind: 'unknown' };
  return isBefore(now, cancellableUntil) ? { kind: 'all', seats: quantity, until: cancellableUntil } : { kind: 'none' };
}

export const seatProblems = [
  'not-a-number', 'suspended', 'software', 'below-minimum', 'above-maximum', 'business-family', 'window-over', 'too-many-back',
] as const;
export interface SeatProblem {
  readonly code: (typeof seatProblems)[number];
  /** For the sentence. */
  readonly count: number;
  /** Whether the same number may be arranged for the next term. */
  readonly canSchedule: boolean;
}

export interface SeatFacts {
  readonly subscription: Subscription;
  /** The SKU in the copy's catalogue; missing where it is not offered any more, or the catalogue was not pulled. */
  readonly offer: Pick<Offer, 'minimumQuantity' | 'maximumQuantity'> | undefined;
  /** All subscriptions of the customer: the Business plans have 300 seats together. */
  readonly subscriptions: readonly Subscription[];
  readonly now: Instant;
}

/** Seats of the Business plans that the customer's other subscriptions leave; undefined for any other product. */
function familyLeft({ subscription, subscriptions }: SeatFacts): number | undefined {
  const isOfFamily = ({ offerId = '' }: Subscription): boolean => businessFamily.has(offerId.split(':')[0]?.toUpperCase() ?? '');
  if (!isOfFamily(subscription)) return undefined;
  // a suspended one keeps its seats
  const others = subscriptions.filter((one) =>
    one.id !== subscription.id && isOfFamily(one) && ['active', 'suspended'].includes(one.status.toLowerCase()));
  return Math.max(0, businessFamilySeats - others.reduce((sum, one) => sum + one.quantity, 0));
}

/** The limits of a number of seats, whenever it is to hold: 2002, 900419. */
export function seatLimitProblem(wanted: number, facts: SeatFacts): SeatProblem | undefined {
  const { offer } = facts;
  const problem = (code: SeatProblem['code'], count: number): SeatProblem => ({ code, count, canSchedule: false });
  const minimum = Math.max(1, offer?.minimumQuantity ?? 1);
  if (!Number.isInteger(wanted)) return problem('not-a-number', 0);
  if (wanted < minimum) return problem('below-minimum', minimum);
  if (offer !== undefined && wanted > offer.maximumQuantity) return problem('above-maximum', offer.maximumQuantity);
  const left = familyLeft(facts);
  return left !== undefined && wanted > left ? problem('business-family', left) : undefined;
}

/**
 * Why a number of seats cannot be set now. Fewer only inside the window of each batch (800090, 900214, 900257), never of software
 * (800095), nothing while suspended (800091). What nobody here can tell is left to the server.
 */
export function seatProblem(wanted: number, facts: SeatFacts): SeatProblem | undefined {
  const { subscription, now } = facts;
  const { quantity } = subscription;
  const limit = seatLimitProblem(wanted, facts);
  if (limit) return limit;
  if (isSuspended(subscription)) return { code: 'suspended', count: 0, canSchedule: false };
  if (wanted >= quantity) return undefined;
  if (isSoftware(subscription)) return { code: 'software', count: 0, canSchedule: false };
  const reducible = reducibleSeats(subscription, now);
  if (reducible.kind === 'none') return { code: 'window-over', count: 0, canSchedule: true };
  const isTooMany = reducible.kind === 'batches' && quantity - wanted > reducible.seats;
  return isTooMany ? { code: 'too-many-back', count: reducible.seats, canSchedule: true } : undefined;
}
