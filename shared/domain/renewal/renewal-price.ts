import { Decimal } from 'decimal.js';
import type { Money } from '../../money.ts';
import { times } from '../../money-math.ts';
import type { Instant } from '../../instant.ts';
import { cycleMonths } from '../cart/calendar.ts';
import { BillingCycle, TermDuration } from '../cart/cart-line.ts';
import { roundedMoney } from '../cart/prices.ts';
import { priceAt } from '../catalogue/price-choice.ts';
import type { ListedPrice, PriceList, SkuInLists } from '../catalogue/price-list.ts';
import { skuKey, skuOf } from '../catalogue/sku.ts';
import { extendedTerm } from './end-of-term.ts';
import type { EndingSubscription, Fate } from './end-of-term.ts';

/** What all seats cost in one billing period, by a list that is held here. What the provider pays, without promotions. */
export interface RenewalCost {
  readonly kind: 'known';
  readonly amount: Money;
  readonly billingCycle: BillingCycle;
  /** The same by the month, rounded: for comparing and adding up. */
  readonly perMonth: Money;
  /** `yyyy-mm` of the list. */
  readonly listMonth: string;
  readonly isPracticePrice: boolean;
  /** Of the Extended Service Term: 1.03 or 1.23. */
  readonly uplift?: string;
}

export const unknownCosts = ['no-country', 'not-in-list', 'no-product', 'trial', 'passed'] as const;
/** Why nobody can say what it costs. Never to be read as nothing. */
export interface UnknownCost {
  readonly kind: 'unknown';
  readonly why: (typeof unknownCosts)[number];
}

/** `none`: nothing is charged any more, or not for the days of grace. */
export type EndCost = RenewalCost | UnknownCost | { readonly kind: 'none' };

/** Where prices come from: all that the lists say of a SKU, and the market of the customer. */
export interface Prices {
  /** ISO code of the customer's country; missing while the customer was not read. */
  readonly market: string | undefined;
  readonly skuInLists: (sku: string) => SkuInLists | undefined;
}

interface Priced {
  readonly price: ListedPrice;
  readonly list: PriceList;
}

/** One SKU with the seats that are priced. */
interface Wanted {
  readonly sku: string;
  readonly quantity: number;
  readonly termDuration: string | undefined;
  readonly billingCycle: string | undefined;
}

const unknown = (why: UnknownCost['why']): UnknownCost => ({ kind: 'unknown', why });

/** The end of the term, whose prices count, and the present, whose prices stand in where none are known for then. */
export interface Moments {
  readonly end: Instant;
  readonly now: Instant;
}

type PricesInList = SkuInLists['prices'][number];

/** The lists of the market that name a SKU: those that begin before the end of the term, the newest first. */
function listedFor(sku: string, { market, skuInLists }: Prices, at: Instant): UnknownCost | readonly PricesInList[] {
  if (market === undefined) return unknown('no-country');
  if (sku === '') return unknown('no-product');
  const known = (skuInLists(sku)?.prices ?? []).filter(({ list }) => list.market === market && list.listDate <= at);
  return known.length === 0 ? unknown('not-in-list') : known;
}

/** The price at the end of the term; a list that names none for then is asked for the present one. */
function pricedTerm(
  { list, prices }: PricesInList, term: Pick<ListedPrice, 'termDuration' | 'billingCycle'>, moments: Moments,
): Priced | undefined {
  // a SKU is of one segment; commercial where a list writes it for several
  const segment = prices.find((one) => one.segment === 'commercial')?.segment ?? prices[0]?.segment ?? 'commercial';
  for (const at of [moments.end, moments.now]) {
    const price = priceAt(prices, { ...term, segment }, at);
    if (price !== undefined) return { price, list };
  }
  return undefined;
}

function costOf({ price, list }: Priced, quantity: number, uplift?: string): RenewalCost {
  const unit = uplift === undefined ? price.unitPrice : roundedMoney(new Decimal(price.unitPrice.amount).mul(uplift), price.unitPrice.currency);
  const amount = times(unit, quantity);
  const months = cycleMonths[price.billingCycle] ?? 1;
  return {
    kind: 'known', amount, billingCycle: price.billingCycle,
    perMonth: roundedMoney(new Decimal(amount.amount).div(months), amount.currency),
    listMonth: list.month, isPracticePrice: price.isPracticePrice, ...(uplift === undefined ? {} : { uplift }),
  };
}

/** A whole period of the next term. */
function renewedCost({ sku, quantity, termDuration, billingCycle }: Wanted, prices: Prices, moments: Moments): EndCost {
  const term = TermDuration.safeParse(termDuration?.toUpperCase());
  const cycle = BillingCycle.safeParse(billingCycle?.toLowerCase());
  if (!term.success || !cycle.success) return unknown('no-product');
  const listed = listedFor(sku, prices, moments.end);
  if ('why' in listed) return listed;
  // as the catalogue does: the newest list that has a price
  const priced = listed.flatMap((one) => pricedTerm(one, { termDuration: term.data, billingCycle: cycle.data }, moments) ?? [])[0];
  return priced === undefined ? unknown('not-in-list') : costOf(priced, quantity);
}

/**
 * A month of the Extended Service Term: the monthly plan and 3 percent, or, where the list has none, its own rate by the month and
 * 23 percent. Always an estimate (end-of-term.ts, openPoints).
 */
function extendedCost(wanted: Wanted, prices: Prices, moments: Moments): EndCost {
  const listed = listedFor(wanted.sku, prices, moments.end);
  if ('why' in listed) return listed;
  // whether there is a monthly plan is for the newest list to say
  const monthly = listed.slice(0, 1).flatMap((one) => pricedTerm(one, { termDuration: 'P1M', billingCycle: 'monthly' }, moments) ?? [])[0];
  if (monthly !== undefined) return costOf(monthly, wanted.quantity, extendedTerm.uplift);
  const own = renewedCost({ ...wanted, quantity: 1 }, prices, moments);
  if (own.kind !== 'known') return own;
  const { upliftWithoutMonthlyPlan: uplift } = extendedTerm;
  const months = cycleMonths[own.billingCycle] ?? 1;
  const unit = roundedMoney(new Decimal(own.amount.amount).div(months).mul(uplift), own.amount.currency);
  const amount = times(unit, wanted.quantity);
  return { ...own, amount, perMonth: amount, billingCycle: 'monthly', uplift };
}

/** What the next period costs if it ends this way. Prices change with the list of the month of the end (facts.md, "Price level"). */
export function costOfFate(
  subscription: EndingSubscription, fate: Fate, prices: Prices, moments: Moments,
): EndCost {
  const { offerId = '', quantity, termDuration, billingCycle, scheduled } = subscription;
  const wanted: Wanted = { sku: offerId === '' ? '' : skuOf(offerId), quantity, termDuration, billingCycle };
  switch (fate) {
    case 'renews':
      return renewedCost(wanted, prices, moments);
    case 'renews-changed': {
      if (scheduled === undefined) return renewedCost(wanted, prices, moments);
      const { product: { productId, skuId, termDuration: term, billingCycle: cycle }, quantity: seats } = scheduled;
      return renewedCost({ sku: skuKey(productId, skuId), quantity: seats, termDuration: term, billingCycle: cycle }, prices, moments);
    }
    case 'extends':
      return extendedCost(wanted, prices, moments);
    case 'trial-renews':
      return unknown('trial');
    case 'passed':
      return unknown('passed');
    case 'grace':
    case 'ends':
    case 'trial-ends':
      return { kind: 'none' };
  }
}
