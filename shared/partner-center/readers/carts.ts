import type { z } from 'zod';
import { CheckoutAnswer, ServerCart } from '../server-call.ts';
import { present, wireInstant, wireInteger, wireList, wirePart, wireRecord, wireText } from './case.ts';
import type { WireRecord } from './case.ts';
import { readOrder } from './orders.ts';
import { readBillingCycle } from './terms.ts';

/** Partner IDs that stand on a line with that key, in any spelling (create-cart, participants). */
const participantsOf = (line: WireRecord | undefined, key: string): string[] =>
  wireList(line, 'participants')
    .map(wireRecord)
    .filter((one) => wireText(one, 'key')?.replaceAll('_', '').toLowerCase() === key)
    .flatMap((one) => wireText(one, 'value') ?? []);

/** Further resellers on a line; undefined when it names none. */
function additionalOf(line: WireRecord | undefined): string[] | undefined {
  const ids = participantsOf(line, 'additionaltransactionreseller');
  return ids.length > 0 ? ids : undefined;
}

/** What a trial becomes: shown as an object, typed as a list (create-cart, renewsTo). */
function renewsToOf(line: WireRecord | undefined): string | undefined {
  const renewal = wirePart(line, 'renewsTo') ?? wireRecord(wireList(line, 'renewsTo')[0]);
  return wireText(renewal, 'termDuration')?.toUpperCase();
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

function readLine(line: WireRecord | undefined, addonOf?: number): object {
  const billingCycle = wireText(line, 'billingCycle');
  return {
    id: wireInteger(line, 'id'),
    catalogItemId: wireText(line, 'catalogItemId'),
    quantity: wireInteger(line, 'quantity'),
    billingCycle: readBillingCycle(billingCycle) ?? billingCycle ?? '',
    ...present({
      termDuration: wireText(line, 'termDuration')?.toUpperCase(),
      currencyCode: wireText(line, 'currencyCode')?.toUpperCase(),
      partnerId: participantsOf(line, 'transactionreseller')[0],
      orderGroup: wireText(line, 'orderGroup'),
      addonOf,
      parentSubscriptionId: wireText(wirePart(line, 'provisioningContext'), 'parentSubscriptionId')?.toLowerCase(),
      promotionId: wireText(line, 'promotionId'),
      customTermEnd: wireInstant(line, 'customTermEndDate'),
      renewsTo: renewsToOf(line),
      additionalPartnerIds: additionalOf(line),
      error: errorOf(line),
    }),
  };
}

/** A line and, after it, its add-ons, each with its own error: all of them must be looked at (create-cart, notes). */
function readLines(item: unknown): object[] {
  const line = wireRecord(item);
  const id = wireInteger(line, 'id');
  return [readLine(line), ...wireList(line, 'addonItems').map((addon) => readLine(wireRecord(addon), id))];
}

/** A cart of the server (create-cart, get-cart). Undefined when it has no id, no expiry or a line that cannot be read. */
export function readCart(body: unknown): ServerCart | undefined {
  const cart = wireRecord(body);
  return ServerCart.safeParse({
    cartId: wireText(cart, 'id'),
    expiresAt: wireInstant(cart, 'expirationTimestamp'),
    status: wireText(cart, 'status') ?? '',
    lines: wireList(cart, 'lineItems').flatMap(readLines),
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
