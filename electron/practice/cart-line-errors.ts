import type { Call } from './call.ts';
import { hadTrial, isFamilyWithin, isOfFamily, mostSeats, type Wanted } from './cart-limits.ts';
import type { LineError } from './cart-records.ts';
import { fitsBase } from './cart-refusals.ts';
import { cycleOf, everyRequested, parentSubscriptionIdOf, type RequestedCart, requestedItem, type RequestedLine } from './cart-requests.ts';
import { isOutsideAdditionalRegion } from './participants.ts';
import { findItem, type CatalogueItem } from './seed/catalogue.ts';
import type { Customer } from './seed/customers.ts';
import { everySubscription } from './subscription-records.ts';

/** Names of the codes 10000 to 10011 as the service's other enums travel (reference, cartErrorCodes). */
export const cartErrorNames = {
  10000: 'currency_is_not_supported',
  10001: 'catalog_item_id_is_not_valid',
  10002: 'quota_not_available',
  10003: 'inventory_not_available',
  10004: 'participants_is_not_supported_for_partner',
  10006: 'unable_to_process_cart_line_item',
  10007: 'subscription_is_not_valid',
  10008: 'subscription_is_not_enabled_for_ri',
  10009: 'sandbox_limit_exceeded',
  10010: 'invalid_input',
  10011: 'subscription_not_registered',
} as const;

const error = (code: keyof typeof cartErrorNames, errorDescription: string): LineError => ({
  errorCode: cartErrorNames[code],
  errorDescription,
});

/** What is asked about each line of a cart, once for all of them. */
export interface LineJudge {
  readonly errorOf: (line: RequestedLine) => LineError | undefined;
}

function faultOn(call: Call, item: CatalogueItem): LineError | undefined {
  for (const fault of call.state.conditions.faults) {
    if (fault.kind === 'line-error' && fault.productId.toUpperCase() === item.productId && fault.skuId === item.skuId)
      return error(fault.errorCode, `Exercise: ${cartErrorNames[fault.errorCode]} for ${item.title}.`);
  }
  return undefined;
}

/** ParentSubscriptionId must be an active subscription of the customer that is no add-on and that the add-on fits (10007). */
function parentError(call: Call, customer: Customer, line: RequestedLine, item: CatalogueItem): LineError | undefined {
  const id = parentSubscriptionIdOf(line);
  if (id === undefined) return undefined;
  const parent = everySubscription(call.state, customer, call.now).find((one) => one.id === id);
  const [productId = '', skuId = ''] = parent?.catalogItemId.split(':') ?? [];
  const isFitting =
    parent !== undefined &&
    parent.status === 'active' &&
    fitsBase(item, findItem(productId, skuId));
  return isFitting ? undefined : error(10_007, `The subscription ${id} cannot carry ${item.title}.`);
}

function quantityError(line: RequestedLine, item: CatalogueItem): LineError | undefined {
  const most = mostSeats(item);
  if (line.quantity >= item.minimumQuantity && line.quantity <= most) return undefined;
  return {
    errorCode: '900275',
    errorDescription: `The quantity must lie between ${item.minimumQuantity} and ${most} for ${item.title}.`,
  };
}

function renewalError(line: RequestedLine, item: CatalogueItem): LineError | undefined {
  if (line.renewsTo === undefined) return undefined;
  if (!item.isTrial) return error(10_010, `RenewsTo is for trials; ${item.title} is none.`);
  return ['P1M', 'P1Y'].includes(line.renewsTo.termDuration ?? '') ? undefined : error(10_010, 'RenewsTo is P1M or P1Y.');
}

/** What is wrong with the lines of a cart one by one: such a line does not fail the call (create-cart, notes). */
export function judgeLines(call: Call, customer: Customer, cart: RequestedCart): LineJudge {
  const lines = everyRequested(cart);
  const wanted = lines.flatMap((line): Wanted[] => {
    const item = requestedItem(line);
    return item === undefined ? [] : [{ item, quantity: line.quantity }];
  });
  const isWithin = isFamilyWithin(call.state, customer, wanted, call.now);
  const trialsOf = (productId: string): number => wanted.filter(({ item }) => item.isTrial && item.productId === productId).length;
  const errorOf = (line: RequestedLine): LineError | undefined => {
    const item = requestedItem(line);
    if (item === undefined) return error(10_001, `The catalog item ${line.catalogItemId ?? ''} does not exist.`);
    const cycle = cycleOf(line);
    if (!item.terms.some((one) => one.duration === line.termDuration && one.billingCycle === cycle))
      return error(10_010, `${line.termDuration ?? 'No term'} billed ${cycle} is not offered for ${item.title}.`);
    if (isOfFamily(item) && !isWithin)
      return { errorCode: '900275', errorDescription: 'The business plans may have 300 seats together.' };
    if (item.isTrial && (trialsOf(item.productId) > 1 || hadTrial(call.state, customer, item.productId, call.now)))
      return error(10_002, `A trial of ${item.title} is possible once per customer.`);
    if (isOutsideAdditionalRegion(customer, line.participants))
      return error(10_004, 'Additional resellers are possible in the EU and the EFTA only.');
    return faultOn(call, item) ?? quantityError(line, item) ?? renewalError(line, item) ?? parentError(call, customer, line, item);
  };
  return { errorOf };
}
