import { offerKeyOf, withPricesOf } from '../../../../shared/domain/cart/line-rules.ts';
import type { CartLine } from '../../../../shared/domain/cart/cart-line.ts';
import { lineTotal } from '../../../../shared/domain/cart/prices.ts';
import { withPromotion } from '../../../../shared/domain/cart/promotions.ts';
import { priceChange } from '../../../../shared/domain/cart/totals.ts';
import type { Offer } from '../../../../shared/domain/catalogue/offer.ts';
import type { Promotion } from '../../../../shared/domain/catalogue/promotion.ts';
import type { CartDraft } from '../../../../shared/domain/draft.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { isBefore } from '../../../../shared/instant.ts';
import type { Money } from '../../../../shared/money.ts';
import { sameMoney } from '../../../../shared/money-math.ts';

/** A line whose price is another one today. */
export interface Repriced {
  readonly before: CartLine;
  readonly after: CartLine;
  /** For all seats and one period, with its sign; undefined when a price is missing. */
  readonly difference: Money | undefined;
}

/** What taking today's prices would change. */
export interface Repricing {
  readonly lines: CartLine[];
  readonly changed: readonly Repriced[];
  /** Date of the newest price list among the offers of the cart. */
  readonly listDate: Instant | undefined;
}

const isSame = (a: Money | undefined, b: Money | undefined): boolean =>
  a === undefined || b === undefined ? a === b : sameMoney(a, b);

function today(line: CartLine, offer: Offer | undefined, promotions: readonly Promotion[]): CartLine {
  if (offer === undefined) return line;
  const priced = withPricesOf(line, offer);
  const promotion = promotions.find((one) => one.id === line.promotion?.id);
  return promotion === undefined ? priced : withPromotion(priced, promotion);
}

/**
 * The cart at today's prices and promotions, as far as this computer knows them; undefined when nothing is newer. Prices are
 * read once more before the order is sent, whether they were taken here or not.
 */
export function repricing(
  cart: Pick<CartDraft, 'lines' | 'market' | 'listDate'>, offers: ReadonlyMap<string, Offer>, promotions: readonly Promotion[],
): Repricing | undefined {
  const lines = cart.lines.map((line) => today(line, offers.get(offerKeyOf(cart.market, line)), promotions));
  const changed = cart.lines.flatMap((before, index): Repriced[] => {
    const after = lines[index] ?? before;
    const isUnchanged = isSame(before.unitPrice, after.unitPrice) && isSame(before.retailPrice, after.retailPrice)
      && before.promotion?.discount === after.promotion?.discount;
    return isUnchanged ? [] : [{ before, after, difference: priceChange(lineTotal(before), lineTotal(after), 1) }];
  });
  const dates = cart.lines.flatMap((line) => offers.get(offerKeyOf(cart.market, line))?.listDate ?? []);
  const listDate = dates.toSorted((a, b) => (isBefore(a, b) ? 1 : -1))[0];
  const isNewer = listDate !== undefined && (cart.listDate === undefined || isBefore(cart.listDate, listDate));
  return changed.length > 0 || isNewer ? { lines, changed, listDate } : undefined;
}
