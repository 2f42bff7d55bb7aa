import { promotionsOf, withPromotion } from '../../../../shared/domain/cart/promotions.ts';
import type { CartLine } from '../../../../shared/domain/cart/cart-line.ts';
import { isAboveZero } from '../../../../shared/domain/cart/margin.ts';
import { lineTotal, undiscountedTotal } from '../../../../shared/domain/cart/prices.ts';
import { priceChange } from '../../../../shared/domain/cart/totals.ts';
import type { Promotion } from '../../../../shared/domain/catalogue/promotion.ts';
import type { Instant } from '../../../../shared/instant.ts';
import type { Money } from '../../../../shared/money.ts';

/** A promotion as the line may choose it. */
export interface PromotionOffer {
  readonly promotion: Promotion;
  /** The line with it: what it comes to. */
  readonly line: CartLine;
  /** What it takes off for all seats and one period, when the price is known and the seats are within its limits. */
  readonly saving: Money | undefined;
  /** `over`: the line can be split. `under`: it asks for more seats. */
  readonly seats: 'fit' | 'over' | 'under';
}

function seatsOf({ quantity }: CartLine, { minimumSeats = 1, maximumSeats }: Promotion): PromotionOffer['seats'] {
  if (quantity < minimumSeats) return 'under';
  return maximumSeats !== undefined && quantity > maximumSeats ? 'over' : 'fit';
}

/** What the promotion of a line takes off for all its seats and one period; undefined when it takes off nothing. */
export function savingOf(line: CartLine): Money | undefined {
  const saving = line.promotion === undefined ? undefined : priceChange(lineTotal(line), undiscountedTotal(line), 1);
  return saving !== undefined && isAboveZero(saving) ? saving : undefined;
}

/** Promotions that run for the product and pair of the line, whatever its seats: with other seats a choice may come true. */
export function promotionOffers(line: CartLine, promotions: readonly Promotion[], now: Instant): readonly PromotionOffer[] {
  return promotions
    .filter((promotion) => promotionsOf({ ...line, quantity: promotion.minimumSeats ?? 1 }, [promotion], now).length > 0)
    .map((promotion) => {
      const promoted = withPromotion(line, promotion);
      return { promotion, line: promoted, seats: seatsOf(line, promotion), saving: savingOf(promoted) };
    });
}
