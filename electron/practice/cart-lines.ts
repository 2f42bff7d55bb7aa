import type { Call } from './call.ts';
import { judgeLines } from './cart-line-errors.ts';
import { appliedPromotion } from './cart-promotions.ts';
import { type CartLine, everyLine } from './cart-records.ts';
import { cycleOf, type RequestedCart, requestedItem, type RequestedLine } from './cart-requests.ts';
import { catalogItemIdOf } from './seed/catalogue.ts';
import { findCountry } from './seed/countries.ts';
import type { Customer } from './seed/customers.ts';
import { provider } from './seed/provider.ts';

/**
 * The lines as they are kept, each with what is wrong with it. Lines of one term and billing cycle share an order group, and
 * become one order; an add-on goes with its base.
 */
export function storedLines(call: Call, customer: Customer, cart: RequestedCart): readonly CartLine[] {
  const currency = findCountry(customer.address.country)?.currency ?? provider.currency;
  const judge = judgeLines(call, customer, cart);
  const groups = new Map<string, string>();
  const stored = (line: RequestedLine, orderGroup: string): CartLine => {
    const item = requestedItem(line);
    const error = judge.errorOf(line);
    return {
      id: line.id,
      catalogItemId: item === undefined ? (line.catalogItemId ?? '') : catalogItemIdOf(item),
      friendlyName: line.friendlyName,
      quantity: line.quantity,
      currencyCode: line.currencyCode?.toUpperCase() ?? currency,
      billingCycle: cycleOf(line),
      termDuration: line.termDuration,
      participants: line.participants,
      provisioningContext: line.provisioningContext ?? {},
      renewsTo: line.renewsTo,
      attestationAccepted: line.attestationAccepted,
      customTermEndDate: line.customTermEndDate,
      orderGroup,
      ...(item === undefined ? {} : appliedPromotion(call, customer, line, item)),
      ...(line.addonItems === undefined ? {} : { addonItems: line.addonItems.map((addon) => stored(addon, orderGroup)) }),
      ...(error === undefined ? {} : { error }),
    };
  };
  return cart.lineItems.map((line) => {
    const key = `${line.termDuration ?? ''} ${cycleOf(line)}`;
    const group = groups.get(key) ?? String(groups.size);
    groups.set(key, group);
    return stored(line, group);
  });
}

/** True when a line or add-on carries an error: such a cart cannot be checked out (800009). */
export function hasLineErrors(lines: readonly CartLine[]): boolean {
  return everyLine(lines).some((line) => line.error !== undefined);
}
