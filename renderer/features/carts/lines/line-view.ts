import type { TFunction } from 'i18next';
import { baseLineOf, fitsBase } from '../../../../shared/domain/cart/addons.ts';
import type { CartLine } from '../../../../shared/domain/cart/cart-line.ts';
import type { CartProblem } from '../../../../shared/domain/cart/cart-rules.ts';
import { offerKeyOf, seatRange } from '../../../../shared/domain/cart/line-rules.ts';
import type { SeatRange } from '../../../../shared/domain/cart/line-rules.ts';
import type { Offer } from '../../../../shared/domain/catalogue/offer.ts';
import type { Promotion } from '../../../../shared/domain/catalogue/promotion.ts';
import type { OrderReseller } from '../../../../shared/domain/reseller/customer-reseller.ts';
import type { Subscription } from '../../../../shared/domain/subscription/subscription.ts';
import type { CartState } from '../use-cart.ts';

/** All that one line of the cart shows. */
export interface LineView {
  readonly line: CartLine;
  readonly offer: Offer | undefined;
  readonly range: SeatRange | undefined;
  readonly problems: readonly CartProblem[];
  /** Who is credited for the order; undefined until it is chosen. */
  readonly reseller: OrderReseller | undefined;
  /** The base of an add-on, by name. */
  readonly baseName: string | undefined;
  /** Add-ons of the catalogue that fit this line. */
  readonly addons: readonly Offer[];
  readonly promotions: readonly Promotion[];
  readonly subscriptions: readonly Subscription[];
}

/** What the lines are drawn from. */
type LineSource = Pick<CartState, 'cart' | 'catalogue' | 'ownedSeats' | 'problems' | 'subscriptions' | 'promotions'>;

const nothing: readonly never[] = [];

/** The base an add-on hangs on, by name; undefined on other lines. */
export function baseNameOf(line: CartLine, lines: readonly CartLine[]): string | undefined {
  if (line.addonOf?.kind === 'subscription') return line.addonOf.name;
  return baseLineOf(line, lines)?.title;
}

/** In a few words what an add-on belongs to; undefined on other lines. */
export function addonText(t: TFunction, line: CartLine, lines: readonly CartLine[]): string | undefined {
  const name = baseNameOf(line, lines);
  if (name === undefined) return undefined;
  return line.addonOf?.kind === 'subscription' ? t('carts.addon.ofSubscription', { name }) : t('carts.addon.ofLine', { name });
}

/** Who is credited for a line. Without a Partner ID it is nobody only where that was chosen (story F17). */
export function creditText(t: TFunction, { partnerId }: CartLine, reseller: OrderReseller | undefined): string {
  if (partnerId !== undefined) return t('carts.lineReseller', { name: reseller?.kind === 'reseller' ? reseller.name : '', partnerId });
  return reseller?.kind === 'direct' ? t('carts.lineDirect') : t('carts.lineNoReseller');
}

/** What each line shows, in the order of the lines. `addons`: all add-ons of the catalogue. */
export function lineViews(state: LineSource, addons: readonly Offer[]): readonly LineView[] {
  const { cart, catalogue, ownedSeats, problems, subscriptions = nothing, promotions = nothing } = state;
  const ofLine = Map.groupBy(problems, (problem) => problem.lineId);
  return cart.lines.map((line) => {
    const offer = catalogue.offers.get(offerKeyOf(cart.market, line));
    return {
      line,
      offer,
      range: offer && seatRange(offer, line, cart.lines, ownedSeats),
      problems: ofLine.get(line.id) ?? nothing,
      reseller: cart.reseller,
      baseName: baseNameOf(line, cart.lines),
      addons: line.addonOf === undefined ? addons.filter((addon) => fitsBase(addon, line.productId, line.skuId)) : nothing,
      promotions: promotions.filter(({ products }) => products.some((one) => one.productId === line.productId && one.skuId === line.skuId)),
      subscriptions,
    };
  });
}

/** Whether two views draw the same card. Lines, offers, promotions and subscriptions keep their identity while nothing changes. */
export function isSameView(a: LineView, b: LineView): boolean {
  const isSameList = (one: readonly object[], other: readonly object[]): boolean =>
    one.length === other.length && one.every((item, index) => item === other[index]);
  return a.line === b.line && a.offer === b.offer && a.baseName === b.baseName
    && a.subscriptions === b.subscriptions && isSameList(a.addons, b.addons) && isSameList(a.promotions, b.promotions)
    && JSON.stringify([a.range, a.problems, a.reseller]) === JSON.stringify([b.range, b.problems, b.reseller]);
}
