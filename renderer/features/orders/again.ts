import { lineFrom, offerTerm, withTerm } from '../../../shared/domain/cart/line-rules.ts';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { BillingCycle, TermDuration } from '../../../shared/domain/cart/cart-line.ts';
import { promotionsOf, withPromotion } from '../../../shared/domain/cart/promotions.ts';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import type { Promotion } from '../../../shared/domain/catalogue/promotion.ts';
import { skuOf } from '../../../shared/domain/catalogue/sku.ts';
import { currencyOf } from '../../../shared/domain/customer/country-fallback.ts';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import type { Order } from '../../../shared/domain/order/order.ts';
import type { CustomerReseller } from '../../../shared/domain/reseller/customer-reseller.ts';
import { customerResellerOf } from '../../../shared/domain/reseller/reseller-rules.ts';
import { newDraftId } from '../../../shared/ids.ts';
import { instantOf } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { CustomerRecord, Mirror } from '../../../shared/ports/mirror.ts';
import type { Services } from '../../platform/services.tsx';
import type { BoughtLine } from './bought-lines.ts';

/** What an order becomes when it is placed once more: a cart at today's prices, and the products that are gone. */
export interface Again {
  readonly draft: CartDraft;
  readonly gone: readonly string[];
}

interface Today {
  readonly offers: ReadonlyMap<string, Offer>;
  readonly promotions: readonly Promotion[];
  readonly reseller: CustomerReseller | undefined;
  readonly now: Instant;
}

const nameOf = ({ line }: BoughtLine): string => line.friendlyName || line.offerId;

/** The line as it is sold today, with the same term, billing and seats; undefined when that is no longer offered. */
function lineToday(bought: BoughtLine, billingCycle: string, lines: readonly CartLine[], today: Today): CartLine | undefined {
  const { line, subscription } = bought;
  const offer = today.offers.get(skuOf(line.offerId));
  const term = TermDuration.safeParse(line.termDuration ?? subscription?.termDuration);
  const cycle = BillingCycle.safeParse((subscription?.billingCycle ?? billingCycle).toLowerCase());
  if (offer === undefined || !term.success || !cycle.success || offerTerm(offer, term.data, cycle.data) === undefined) return undefined;
  const made = lineFrom(offer, { lines, same: [], reseller: today.reseller });
  if (!made.ok) return undefined;
  const wanted = { ...withTerm(made.value, offer, term.data, cycle.data), quantity: Math.max(1, line.quantity) };
  const promotion = promotionsOf(wanted, today.promotions, today.now).find(({ id }) => id === line.promotionId);
  return promotion === undefined ? wanted : withPromotion(wanted, promotion);
}

/** The same lines as they are sold today; an add-on whose base is gone goes with it. */
export function linesAgain(
  bought: readonly BoughtLine[], billingCycle: string, today: Today,
): { readonly lines: CartLine[]; readonly gone: readonly string[] } {
  const lines: CartLine[] = [];
  const gone: string[] = [];
  const made = new Map<string, number>();
  for (const one of bought) {
    const line = lineToday(one, billingCycle, lines, today);
    const parent = one.line.parentSubscriptionId ?? one.subscription?.parentSubscriptionId;
    const base = parent === undefined ? undefined : made.get(parent);
    if (line === undefined || (one.isUnder && base === undefined)) {
      gone.push(nameOf(one));
      continue;
    }
    if (one.line.subscriptionId !== undefined) made.set(one.line.subscriptionId, line.id);
    if (parent === undefined) lines.push(line);
    else if (base !== undefined) lines.push({ ...line, addonOf: { kind: 'line', lineId: base } });
    else lines.push({ ...line, addonOf: { kind: 'subscription', subscriptionId: parent, name: nameOf(one) } });
  }
  return { lines, gone };
}

async function offersOf(mirror: Pick<Mirror, 'offer'>, market: string, bought: readonly BoughtLine[]): Promise<ReadonlyMap<string, Offer>> {
  const skus = [...new Set(bought.map(({ line }) => skuOf(line.offerId)))];
  const found = await Promise.all(skus.map(async (sku) => [sku, await mirror.offer(`${market}:${sku}`)] as const));
  return new Map(found.flatMap(([sku, offer]) => (offer === undefined ? [] : [[sku, offer] as const])));
}

/** The reseller that the order credits, when it is still one of ours. */
async function resellerOf(mirror: Pick<Mirror, 'resellers' | 'organization'>, partnerId: string | undefined): Promise<CustomerReseller | undefined> {
  const [resellers, organization] = await Promise.all([mirror.resellers(), mirror.organization()]);
  const row = partnerId === undefined ? undefined : resellers.find((one) => one.partnerId === partnerId);
  const chosen = row && customerResellerOf(row, organization?.partnerId);
  return chosen?.ok === true ? chosen.value : undefined;
}

/** A new cart like an order, not kept yet; undefined while the country of the customer, which decides the prices, is not known. */
export async function orderAgain(
  { mirror, account }: Pick<Services, 'mirror' | 'account'>, order: Order, record: CustomerRecord, bought: readonly BoughtLine[],
): Promise<Again | undefined> {
  const market = record.detail?.country ?? record.detail?.address?.country;
  if (market === undefined) return undefined;
  const [offers, promotions, reseller] = await Promise.all([
    offersOf(mirror, market, bought), mirror.promotions(market), resellerOf(mirror, order.lines[0]?.partnerId),
  ]);
  const now = instantOf(new Date());
  const { lines, gone } = linesAgain(bought, order.billingCycle, { offers, promotions, reseller, now });
  const listDate = [...offers.values()].flatMap((offer) => offer.listDate ?? []).toSorted().at(-1);
  const { agreement } = record;
  const draft: CartDraft = {
    kind: 'cart', id: newDraftId(), accountId: account.id, state: 'open', createdAt: now, updatedAt: now,
    customer: { kind: 'tenant', customerId: record.row.id }, customerName: record.row.name, domain: record.row.domain,
    market, currency: currencyOf(market), lines, attestationAccepted: false,
    ...(reseller === undefined ? {} : { reseller }),
    ...(agreement?.isAccepted === true ? { agreement: { kind: 'on-file' } } : {}),
    ...(listDate === undefined ? {} : { listDate }),
  };
  return { draft, gone };
}
