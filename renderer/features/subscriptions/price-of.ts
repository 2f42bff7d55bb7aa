import { BillingCycle, TermDuration } from '../../../shared/domain/cart/cart-line.ts';
import { offerTerm } from '../../../shared/domain/cart/line-rules.ts';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import type { Money } from '../../../shared/money.ts';

/** The price of a seat for a billing period under a pair, by the newest list of the copy. */
export function priceOf(offer: Offer | undefined, term: string | undefined, cycle: string | undefined): Money | undefined {
  const termDuration = TermDuration.safeParse(term?.toUpperCase());
  const billingCycle = BillingCycle.safeParse(cycle?.toLowerCase());
  if (offer === undefined || !termDuration.success || !billingCycle.success) return undefined;
  return offerTerm(offer, termDuration.data, billingCycle.data)?.unitPrice;
}
