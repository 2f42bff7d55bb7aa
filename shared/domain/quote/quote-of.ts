import { Decimal } from 'decimal.js';
import type { Money } from '../../money.ts';
import { sum, times } from '../../money-math.ts';
import type { CartLine } from '../cart/cart-line.ts';
import { linesInOrder } from '../cart/addons.ts';
import { roundedMoney, retailUnit } from '../cart/prices.ts';
import { areSeatsWithin } from '../cart/promotions.ts';
import { cycleOrder } from '../cart/totals.ts';
import type { CartDraft } from '../draft.ts';
import type { QuoteAudience, QuoteContent, QuoteLine, QuoteTerms, QuoteTotal } from './quote.ts';

/**
 * What one seat is offered for: the recommended price after the promotion, less the reseller's discount, rounded as one seat is
 * billed. Never made of the provider's cost.
 */
function offeredUnit(line: CartLine, audience: QuoteAudience): Money | undefined {
  const price = retailUnit(line);
  if (price === undefined || audience.kind === 'customer') return price;
  return roundedMoney(new Decimal(1).minus(audience.discount).mul(price.amount), price.currency);
}

function baseOf({ addonOf }: CartLine): Pick<QuoteLine, 'addonOf'> {
  if (addonOf === undefined) return {};
  return { addonOf: addonOf.kind === 'line' ? addonOf.lineId : addonOf.name };
}

function lineOf(line: CartLine, audience: QuoteAudience, currency: string): QuoteLine {
  const { id, productId, skuId, title, quantity, termDuration, billingCycle, promotion, customTermEnd } = line;
  const offered = offeredUnit(line, audience);
  // an amount of another currency would stand in a column that names this one
  const unitPrice = offered?.currency === currency ? offered : undefined;
  const applies = promotion !== undefined && areSeatsWithin(line, promotion);
  return {
    id, productId, skuId, title, quantity, termDuration, billingCycle,
    ...(unitPrice === undefined || line.retailPrice === undefined
      ? {}
      : { listPrice: line.retailPrice, unitPrice, total: times(unitPrice, quantity) }),
    ...(applies
      ? {
          promotion: {
            name: promotion.name, discount: promotion.discount,
            ...(promotion.endsAt === undefined ? {} : { endsAt: promotion.endsAt }),
          },
        }
      : {}),
    ...baseOf(line),
    ...(customTermEnd === undefined ? {} : { customTermEnd }),
  };
}

function totalsOf(lines: readonly QuoteLine[], currency: string): QuoteTotal[] {
  return cycleOrder.flatMap((billingCycle) => {
    const ofCycle = lines.filter((line) => line.billingCycle === billingCycle);
    if (ofCycle.length === 0) return [];
    const priced = ofCycle.map(({ total }) => total).filter((total) => total !== undefined);
    return [{ billingCycle, total: sum(priced, currency), unpriced: ofCycle.length - priced.length }];
  });
}

/** The quote that a cart makes as it is now, with what was chosen for it. */
export function quoteOf(cart: CartDraft, terms: QuoteTerms, isPracticePrice: boolean): QuoteContent {
  const { reseller, name, purchaseOrderReference, notes, listDate } = cart;
  const lines = linesInOrder(cart.lines).map((line) => lineOf(line, terms.audience, cart.currency));
  return {
    ...terms,
    draftId: cart.id,
    customerName: cart.customerName,
    domain: cart.domain,
    market: cart.market,
    currency: cart.currency,
    ...(reseller?.kind === 'reseller' ? { reseller: { id: reseller.id, name: reseller.name, partnerId: reseller.partnerId } } : {}),
    ...(name === undefined ? {} : { cartName: name }),
    ...(purchaseOrderReference === undefined ? {} : { purchaseOrderReference }),
    ...(notes === undefined ? {} : { notes }),
    ...(listDate === undefined ? {} : { listDate }),
    isPracticePrice,
    lines,
    totals: totalsOf(lines, cart.currency),
  };
}
