import { failure } from '../contract/failure.ts';
import type { CartLine } from '../domain/cart/cart-line.ts';
import { sameMoney } from '../money-math.ts';
import { lineFailureCodeOf } from '../partner-center/error-codes.ts';
import type { ServerCallOutput, ServerCart } from '../partner-center/server-call.ts';
import type { Difference, PlaceOrderPayload } from './operation.ts';

type ChangedField = Extract<Difference, { kind: 'line-changed' }>['field'];
type ServerLine = ServerCart['lines'][number];

/** Case and underscores differ between what is sent and what comes back (create-cart: billingCycle). */
const plain = (text: string): string => text.toLowerCase().replaceAll('_', '');

const changed = (lineId: number, field: ChangedField, before: string, after: string): Difference[] =>
  plain(before) === plain(after) ? [] : [{ kind: 'line-changed', lineId, field, before, after }];

function offerDifference(line: CartLine, offers: ServerCallOutput<'read-offers'>): Difference[] {
  const lineId = line.id;
  const offer = offers.lines.find((one) => one.lineId === lineId);
  if (offer?.catalogItemId === undefined) return [{ kind: 'offer-gone', lineId }];
  const { unitPrice: before } = line;
  const { unitPrice: after } = offer;
  // Without a price list the user confirmed the line without a price: there is nothing the server could contradict.
  if (!before || (after && sameMoney(before, after))) return [];
  return [{ kind: 'price', lineId, before, ...(after && { after }) }];
}

/**
 * What is offered now against what was confirmed (decision D5, failure story F21). A catalog item id that changed alone
 * is no difference (list-availabilities, notes).
 */
export const compareOffers = (payload: PlaceOrderPayload, offers: ServerCallOutput<'read-offers'>): Difference[] =>
  payload.lines.flatMap((line) => offerDifference(line, offers));

function lineDifferences(sent: CartLine, line: ServerLine, payload: PlaceOrderPayload): Difference[] {
  const id = sent.id;
  if (line.error) {
    const code = lineFailureCodeOf(line.error.code, 'cart-line-refused');
    const problem = failure(code, { serverCode: line.error.code, serverText: line.error.text.slice(0, 2000) });
    return [{ kind: 'line-refused', lineId: id, failure: problem }];
  }
  const partnerId = payload.reseller.kind === 'reseller' ? payload.reseller.partnerId : '';
  return [
    ...changed(id, 'catalogItemId', sent.catalogItemId, line.catalogItemId),
    ...changed(id, 'quantity', String(sent.quantity), String(line.quantity)),
    ...changed(id, 'termDuration', sent.termDuration, line.termDuration ?? sent.termDuration),
    ...changed(id, 'billingCycle', sent.billingCycle, line.billingCycle),
    ...changed(id, 'partnerId', partnerId, line.partnerId ?? ''),
    ...changed(id, 'currency', payload.currency, line.currencyCode ?? payload.currency),
  ];
}

/**
 * The server's cart against the lines that were sent, line by line, participants included. A bad line does not fail the
 * call that makes the cart, so every line is read before checkout (create-cart, notes).
 */
export function compareCart(payload: PlaceOrderPayload, sent: readonly CartLine[], cart: ServerCart): Difference[] {
  const missing = (lineId: number, before: string, after: string): Difference => ({
    kind: 'line-changed', lineId, field: 'missing', before, after,
  });
  const ours = sent.flatMap((line) => {
    const theirs = cart.lines.find(({ id }) => id === line.id);
    return theirs ? lineDifferences(line, theirs, payload) : [missing(line.id, line.title, '')];
  });
  const extra = cart.lines.filter(({ id }) => !sent.some((line) => line.id === id));
  return [...ours, ...extra.map(({ id, catalogItemId }) => missing(id, '', catalogItemId))];
}
