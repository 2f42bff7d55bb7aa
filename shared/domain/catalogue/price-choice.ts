import type { Instant } from '../../instant.ts';
import type { Segment } from './offer.ts';
import type { ListedPrice } from './price-list.ts';

/** Whether a price holds at a moment. */
export const holdsAt = ({ startsAt, endsAt }: ListedPrice, at: Instant): boolean =>
  (startsAt === undefined || startsAt <= at) && (endsAt === undefined || at < endsAt);

const forever = '9999-12-31T23:59:59.999Z';

/**
 * The price for the fewest seats. Of two that hold, the one that ends first: it holds to its end; of two that end together, the
 * one that started later (Partner Center documentation, pricing and offers, "Effective dates").
 */
const firstOf = (prices: readonly ListedPrice[]): ListedPrice | undefined =>
  prices.toSorted((a, b) =>
    (a.fromSeats ?? 0) - (b.fromSeats ?? 0)
    || (a.endsAt ?? forever).localeCompare(b.endsAt ?? forever)
    || (b.startsAt ?? '').localeCompare(a.startsAt ?? ''))[0];

/** What a price is for, within a SKU. */
interface PricedTerm {
  readonly termDuration: string;
  readonly billingCycle: string;
  readonly segment: Segment;
}

/**
 * The price of a term at a moment, among the prices of one SKU. The catalogue and the order that is about to be sent choose by
 * it alike: otherwise a draft at an ended price would see no difference.
 */
export const priceAt = (prices: readonly ListedPrice[], term: PricedTerm, at: Instant): ListedPrice | undefined =>
  firstOf(prices.filter((one) =>
    one.termDuration === term.termDuration && one.billingCycle === term.billingCycle && one.segment === term.segment && holdsAt(one, at)));
