import { randomBytes, randomUUID } from 'node:crypto';
import { Decimal } from 'decimal.js';
import type { Call } from './call.ts';
import type { CartLine } from './cart-records.ts';
import { parentSubscriptionIdOf } from './cart-requests.ts';
import type { LinePricing, OrderLine, OrderRecord } from './order-records.ts';
import { othersOn, resellerOn } from './participants.ts';
import { priceOf } from './price-sheet.ts';
import { findItem, type CatalogueItem } from './seed/catalogue.ts';
import type { Customer } from './seed/customers.ts';
import type { SubscriptionRecord } from './seed/subscriptions.ts';
import type { StateEvent } from './state-events.ts';
import { monthsByCycle, plusMonths } from './subscription-terms.ts';

/** An order with its subscriptions, as it goes into the journal. */
export type Placed = Extract<StateEvent, { readonly type: 'order-placed' }>;

/** The item of the catalogue that a kept line is for. */
export function itemOfLine(line: CartLine): CatalogueItem | undefined {
  const [productId = '', skuId = ''] = line.catalogItemId.split(':');
  return findItem(productId, skuId);
}

interface Bought {
  readonly line: CartLine;
  readonly subscriptionId: string;
  readonly parentSubscriptionId?: string | undefined;
}

/** Each line with the subscription it becomes: an add-on hangs on that of its base, or on the one it named. */
function boughtOf(lines: readonly CartLine[]): readonly Bought[] {
  return lines.flatMap((line) => {
    const subscriptionId = randomUUID();
    const addons = (line.addonItems ?? []).map((addon) => ({
      line: addon,
      subscriptionId: randomUUID(),
      parentSubscriptionId: subscriptionId,
    }));
    return [{ line, subscriptionId, parentSubscriptionId: parentSubscriptionIdOf(line) }, ...addons];
  });
}

const DAY_MS = 86_400_000;
const dayNumber = (date: Date): number => Math.floor(date.getTime() / DAY_MS);

/** The part of the first payment that is due when the first term ends before the payment's period does, by days. */
function firstPart(line: CartLine, now: Date): Decimal {
  const months = monthsByCycle[line.billingCycle];
  if (line.customTermEndDate === undefined || months === undefined) return new Decimal(1);
  const periodEnd = plusMonths(now, months);
  const end = new Date(line.customTermEndDate);
  if (end.getTime() >= periodEnd.getTime()) return new Decimal(1);
  return new Decimal(Math.max(1, dayNumber(end) - dayNumber(now))).div(dayNumber(periodEnd) - dayNumber(now));
}

function pricingOf(call: Call, customer: Customer, line: CartLine): LinePricing | undefined {
  const item = itemOfLine(line);
  const term = item?.terms.find((one) => one.duration === line.termDuration && one.billingCycle === line.billingCycle);
  if (item === undefined || term === undefined) return undefined;
  const rounded = (amount: Decimal): Decimal => amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  const listPrice = priceOf(call.state, item, term, customer.address.country);
  const discounted = rounded(listPrice.times(new Decimal(1).minus(line.discount ?? '0')));
  const prorated = rounded(discounted.times(firstPart(line, call.now)));
  return {
    listPrice: listPrice.toNumber(),
    discountedPrice: discounted.toNumber(),
    proratedPrice: prorated.toNumber(),
    price: prorated.toNumber(),
    extendedPrice: prorated.times(line.quantity).toNumber(),
  };
}

const titleOf = (line: CartLine): string => itemOfLine(line)?.title ?? line.catalogItemId;

/** One order for the lines of a group, with the subscriptions it makes. */
export function place(call: Call, customer: Customer, lines: readonly CartLine[]): Placed {
  const at = call.now.toISOString();
  const orderId = randomBytes(6).toString('hex');
  const bought = boughtOf(lines);
  const orderLines = bought.map(({ line, subscriptionId, parentSubscriptionId }, lineItemNumber): OrderLine => ({
    lineItemNumber,
    offerId: line.catalogItemId,
    subscriptionId,
    parentSubscriptionId,
    termDuration: line.termDuration ?? '',
    friendlyName: line.friendlyName ?? titleOf(line),
    quantity: line.quantity,
    partnerIdOnRecord: resellerOn(line.participants),
    additionalPartnerIdsOnRecord: othersOn(line.participants),
    promotionId: line.promotionId,
    pricing: pricingOf(call, customer, line),
  }));
  const subscriptions = bought.map(({ line, subscriptionId, parentSubscriptionId }): SubscriptionRecord => ({
    id: subscriptionId,
    customerTenantId: customer.tenantId,
    catalogItemId: line.catalogItemId,
    title: titleOf(line),
    quantity: line.quantity,
    termDuration: line.termDuration ?? '',
    billingCycle: line.billingCycle,
    createdAt: at,
    orderId,
    partnerId: resellerOn(line.participants),
    friendlyName: line.friendlyName,
    customTermEndDate: line.customTermEndDate,
    parentSubscriptionId,
    promotionId: line.promotionId,
    ...(itemOfLine(line)?.isTrial === true ? { isTrial: true, renewsTo: line.renewsTo?.termDuration } : {}),
  }));
  const order: OrderRecord = {
    id: orderId,
    customerTenantId: customer.tenantId,
    billingCycle: lines[0]?.billingCycle ?? 'none',
    currencyCode: lines[0]?.currencyCode ?? 'EUR',
    createdAt: at,
    lines: orderLines,
  };
  return { type: 'order-placed', order, subscriptions };
}
