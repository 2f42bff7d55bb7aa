import { isBefore, pastMoment, plusSeconds } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import { customerParts } from './briefcase-parts.ts';
import type { CustomerPart, CustomerParts, MarketParts } from './briefcase-parts.ts';

const hour = 3600;

/** Younger than this, a part is not read again. What changes from day to day comes sooner than what is decided once. */
export const freshSeconds: Readonly<Record<CustomerPart | 'reseller-check' | 'market', number>> = {
  detail: 6 * hour, subscriptions: 6 * hour, orders: 6 * hour,
  'support-contacts': 24 * hour, upgrades: 24 * hour, agreement: 24 * hour, qualifications: 24 * hour, 'reseller-check': 24 * hour, market: 12 * hour,
};

/** Whether something read then is to be read again. A moment that is still to come tells nothing of its age. */
export function isDue(readAt: Instant | undefined, seconds: number, now: Instant): boolean {
  const at = pastMoment(readAt, now);
  return at === undefined || !isBefore(now, plusSeconds(at, seconds));
}

/**
 * The parts of a customer that are missing or no longer fresh. Subscriptions that are read anew may have other
 * support contacts, and may become something else.
 */
export const dueParts = ({ readAt }: Pick<CustomerParts, 'readAt'>, now: Instant): readonly CustomerPart[] =>
  customerParts.filter((part) => isDue(readAt[part], freshSeconds[part], now));

/** Whether what is sold in a country is missing in part, of another month, or no longer fresh. */
export function isMarketDue({ catalogue, priceList, promotions }: MarketParts, now: Instant): boolean {
  if (catalogue === undefined || priceList === undefined || promotions === undefined) return true;
  return isDue(catalogue.readAt, freshSeconds.market, now) || !isBefore(now, priceList.until);
}
