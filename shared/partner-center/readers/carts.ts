import type { z } from 'zod';
import { CheckoutAnswer, ServerCart } from '../server-call.ts';
import { present, wireInstant, wireInteger, wireList, wirePart, wireRecord, wireText } from './case.ts';
import type { WireRecord } from './case.ts';
import { readOrder } from './orders.ts';
import { readBillingCycle } from './terms.ts';

/** The participant who is credited for a line (create-cart-for-reseller); additional ones are not the reseller. */
function partnerIdOf(line: WireRecord | undefined): string | undefined {
  const participants = wireList(line, 'participants').map(wireRecord);
  const reseller = participants.find((one) => wireText(one, 'key')?.replaceAll('_', '').toLowerCase() === 'transactionreseller');
  return wireText(reseller, 'value');
}

interface LineError {
  readonly code: string;
  readonly text: string;
}

/** `error` comes with HTTP 201: codes travel as number, PascalCase or snake_case name (reference, cartErrorCodes). */
function errorOf(line: WireRecord | undefined): LineError | undefined {
  const error = wirePart(line, 'error');
  if (error === undefined) return undefined;
  return { code: wireText(error, 'errorCode') ?? 'unknown', text: wireText(error, 'errorDescription') ?? '' };
}

/** A bad add-on makes its base line a bad line (create-cart, notes). */
const addonErrorOf = (line: WireRecord | undefined): LineError | undefined =>
  wireList(line, 'addonItems').map((addon) => errorOf(wireRecord(addon))).find((error) => error !== undefined);

function readLine(item: unknown): object {
  const line = wireRecord(item);
  const billingCycle = wireText(line, 'billingCycle');
  return {
    id: wireInteger(line, 'id'),
    catalogItemId: wireText(line, 'catalogItemId'),
    quantity: wireInteger(line, 'quantity'),
    billingCycle: readBillingCycle(billingCycle) ?? billingCycle ?? '',
    ...present({
      termDuration: wireText(line, 'termDuration')?.toUpperCase(),
      currencyCode: wireText(line, 'currencyCode')?.toUpperCase(),
      partnerId: partnerIdOf(line),
      orderGroup: wireText(line, 'orderGroup'),
      error: errorOf(line) ?? addonErrorOf(line),
    }),
  };
}

/** A cart of the server (create-cart, get-cart). Undefined when it has no id, no expiry or a line that cannot be read. */
export function readCart(body: unknown): ServerCart | undefined {
  const cart = wireRecord(body);
  return ServerCart.safeParse({
    cartId: wireText(cart, 'id'),
    expiresAt: wireInstant(cart, 'expirationTimestamp'),
    status: wireText(cart, 'status') ?? '',
    lines: wireList(cart, 'lineItems').map(readLine),
  }).data;
}

function readOrderError(item: unknown): object {
  const error = wireRecord(item);
  return {
    orderGroup: wireText(error, 'orderGroupId') ?? wireText(error, 'orderGroup') ?? '',
    code: wireText(error, 'code') ?? '',
    text: wireText(error, 'description') ?? '',
  };
}

/**
 * The answer to a checkout: orders, errors, or both at once (checkout-cart, notes). Undefined when an order cannot be
 * read: dropping it would hide a purchase.
 */
export function readCheckout(body: unknown): z.infer<typeof CheckoutAnswer> | undefined {
  const answer = wireRecord(body);
  if (answer === undefined) return undefined;
  return CheckoutAnswer.safeParse({
    orders: wireList(answer, 'orders').map(readOrder),
    orderErrors: wireList(answer, 'orderErrors').map(readOrderError),
  }).data;
}
