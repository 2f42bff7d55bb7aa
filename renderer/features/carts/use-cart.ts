import { useCallback, useState } from 'react';
import { cartProblems } from '../../../shared/domain/cart/cart-rules.ts';
import type { CartProblem } from '../../../shared/domain/cart/cart-rules.ts';
import { offerKeyOf, ownedBusinessSeats, withReseller } from '../../../shared/domain/cart/line-rules.ts';
import type { Promotion } from '../../../shared/domain/catalogue/promotion.ts';
import { approvedNames } from '../../../shared/domain/customer/qualification.ts';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { instantOf } from '../../../shared/instant.ts';
import { useMirror, useServices } from '../../platform/services.tsx';
import { useAutosave } from '../../platform/use-autosave.ts';
import type { Autosave } from '../../platform/use-autosave.ts';
import { useNow } from '../../text/use-now.ts';
import { useCartOffers } from './use-cart-offers.ts';
import type { CartOffers } from './use-cart-offers.ts';
import { useOrderReseller } from './use-order-reseller.ts';
import type { OrderPick, OrderResellerPicking } from './use-order-reseller.ts';

export type CartChange = Partial<CartDraft> | ((before: CartDraft) => CartDraft);

export interface CartState {
  readonly cart: CartDraft;
  /** Fields that get another value, or what makes the next cart of the one before (also of one that was just changed). */
  readonly change: (change: CartChange) => void;
  readonly catalogue: CartOffers;
  readonly reseller: OrderResellerPicking;
  /** Who accepted the agreement, when it is complete; and what was typed so far. */
  readonly changeAgreement: (agreement: CartDraft['agreement'], text: Record<string, string>) => void;
  readonly pickReseller: (pick: OrderPick) => void;
  /** Seats of the business plans the customer has already, as far as this computer knows. */
  readonly ownedSeats: number;
  /** Subscriptions the customer has; undefined when they were never read. */
  readonly subscriptions: readonly Subscription[] | undefined;
  /** Promotions of the customer's country; undefined when they were never read. */
  readonly promotions: readonly Promotion[] | undefined;
  readonly problems: readonly CartProblem[];
  readonly autosave: Autosave;
  readonly isTouched: boolean;
}

const noSubscriptions: readonly Subscription[] = [];

/** Promotions of the market, once its catalogue was read: before that, nothing is known of them. */
const useMarketPromotions = (market: string): readonly Promotion[] | undefined =>
  useMirror(['catalogue'], async (mirror) =>
    (await mirror.catalogueCountries()).includes(market) ? { promotions: await mirror.promotions(market) } : {}, [market])?.promotions;

/** The cart on screen: kept as a draft at each change, checked against the offline copy. */
export function useCart(opened: CartDraft): CartState {
  const { work } = useServices();
  const [cart, setCart] = useState(opened);
  const [isTouched, setTouched] = useState(false);
  const catalogue = useCartOffers(cart);
  const reseller = useOrderReseller(opened.reseller);
  const nowMs = useNow();
  const tenantId = cart.customer.kind === 'tenant' ? cart.customer.customerId : undefined;
  const record = useMirror(['customers'], async (mirror) => (tenantId === undefined ? undefined : mirror.customer(tenantId)), [tenantId]);
  // A customer that is still to be created has nothing yet.
  const subscriptions = tenantId === undefined ? noSubscriptions : record?.subscriptions;
  const promotions = useMarketPromotions(cart.market);
  const ownedSeats = ownedBusinessSeats(subscriptions ?? []);
  const change = useCallback((next: CartChange): void => {
    setTouched(true);
    setCart((before) => (typeof next === 'function' ? next(before) : { ...before, ...next }));
  }, []);
  const pickReseller = (pick: OrderPick): void => {
    reseller.setPick(pick);
    const chosen = reseller.resolve(pick);
    setTouched(true);
    setCart(({ reseller: _before, ...rest }) => ({
      ...rest,
      ...(chosen.ok ? { reseller: chosen.value } : {}),
      lines: withReseller(rest.lines, chosen.ok ? chosen.value : undefined),
    }));
  };
  const changeAgreement = (agreement: CartDraft['agreement'], agreementText: Record<string, string>): void => {
    setTouched(true);
    setCart(({ agreement: _before, ...rest }) => ({ ...rest, agreementText, ...(agreement === undefined ? {} : { agreement }) }));
  };
  const save = useCallback((next: CartDraft) => work.saveDraft({ ...next, updatedAt: instantOf(new Date()) }), [work]);
  const autosave = useAutosave(cart, isTouched, save);
  const found = cartProblems(cart, {
    offers: catalogue.offers, resellers: reseller.rows, ownPartnerId: reseller.ownPartnerId, ownedBusinessSeats: ownedSeats,
    subscriptions, promotions, qualifications: approvedNames(record?.qualifications?.listed),
    // The shown present is up to half a minute old: what was recorded since is not the future.
    now: instantOf(new Date(nowMs + 60_000)),
  });
  const isStillLooking = (lineId: number | undefined): boolean =>
    cart.lines.some((line) => line.id === lineId && !catalogue.looked.has(offerKeyOf(cart.market, line)));
  const problems = found.filter((problem) => problem.code !== 'offer-gone' || !isStillLooking(problem.lineId));
  return {
    cart, change, changeAgreement, catalogue, reseller, pickReseller, subscriptions, promotions, ownedSeats, problems, autosave, isTouched,
  };
}
