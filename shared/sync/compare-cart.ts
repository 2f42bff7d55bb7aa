import { failure } from '../contract/failure.ts';
import type { AddonBase, CartLine } from '../domain/cart/cart-line.ts';
import { lineFailureCodeOf } from '../partner-center/error-codes.ts';
import type { ServerCart } from '../partner-center/server-call.ts';
import type { PlaceOrderPayload } from './operation.ts';
import type { Difference } from './difference.ts';

type ChangedField = Extract<Difference, { kind: 'line-changed' }>['field'];
type ServerLine = ServerCart['lines'][number];

/** Case and underscores differ between what is sent and what comes back (create-cart: billingCycle). */
const plain = (text: string): string => text.toLowerCase().replaceAll('_', '');

const changed = (lineId: number, field: ChangedField, before: string, after: string): Difference[] =>
  plain(before) === plain(after) ? [] : [{ kind: 'line-changed', lineId, field, before, after }];

/** What an add-on stands under, as one text: a line by its number, a subscription by its id. */
const baseText = (base: AddonBase | undefined): string =>
  base === undefined ? '' : base.kind === 'line' ? String(base.lineId) : base.subscriptionId;
const theirBaseText = ({ addonOf, parentSubscriptionId }: ServerLine): string =>
  addonOf === undefined ? (parentSubscriptionId ?? '') : String(addonOf);

const sorted = (ids: readonly string[] | undefined): string => (ids ?? []).toSorted().join(', ');

/** A term ends on a day: the hour is the server's own. */
function endDifference(id: number, ours: CartLine['customTermEnd'], theirs: ServerLine['customTermEnd']): Difference[] {
  return ours?.slice(0, 10) === theirs?.slice(0, 10) ? [] : changed(id, 'customTermEnd', ours ?? '', theirs ?? '');
}

/**
 * A promotion that was not asked for and is there all the same applies by itself, and takes something off: that is no
 * difference anybody must decide on (list-promotions, isAutoApplicable).
 */
const promotionDifference = (id: number, ours: string | undefined, theirs: string | undefined): Difference[] =>
  ours === undefined ? [] : changed(id, 'promotion', ours, theirs ?? '');

function lineDifferences(sent: CartLine, line: ServerLine, payload: PlaceOrderPayload): Difference[] {
  const id = sent.id;
  if (line.error) {
    const code = lineFailureCodeOf(line.error.code, 'cart-line-refused');
    const problem = failure(code, { serverCode: line.error.code, serverText: line.error.text.slice(0, 2000) });
    return [{ kind: 'line-refused', lineId: id, failure: problem }];
  }
  const isCredited = payload.reseller.kind === 'reseller';
  return [
    ...changed(id, 'catalogItemId', sent.catalogItemId, line.catalogItemId),
    ...changed(id, 'quantity', String(sent.quantity), String(line.quantity)),
    ...changed(id, 'termDuration', sent.termDuration, line.termDuration ?? sent.termDuration),
    ...changed(id, 'billingCycle', sent.billingCycle, line.billingCycle),
    ...changed(id, 'partnerId', payload.reseller.kind === 'reseller' ? payload.reseller.partnerId : '', line.partnerId ?? ''),
    ...changed(id, 'participants', isCredited ? sorted(payload.additionalPartnerIds) : '', sorted(line.additionalPartnerIds)),
    ...changed(id, 'currency', payload.currency, line.currencyCode ?? payload.currency),
    ...changed(id, 'addonOf', baseText(sent.addonOf), theirBaseText(line)),
    ...promotionDifference(id, sent.promotion?.id, line.promotionId),
    ...endDifference(id, sent.customTermEnd, line.customTermEnd),
    ...changed(id, 'renewsTo', sent.renewsTo ?? '', line.renewsTo ?? ''),
  ];
}

/**
 * The server's cart against the lines that were sent, line by line, add-ons and participants included. A bad line does not
 * fail the call that makes the cart, so every line is read before checkout (create-cart, notes).
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
