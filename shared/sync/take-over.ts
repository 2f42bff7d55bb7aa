import { BillingCycle, CartLine, LinePromotion, TermDuration } from '../domain/cart/cart-line.ts';
import { Instant } from '../instant.ts';
import type { ServerCallOutput } from '../partner-center/server-call.ts';
import { assertNever } from '../result.ts';
import { linesFor } from './confirm.ts';
import type { OperationOf, PlaceOrderPayload } from './operation.ts';
import type { Difference } from './difference.ts';
import { answerOf } from './steps.ts';

type LineChange = Extract<Difference, { kind: 'line-changed' }>;
type Offered = ServerCallOutput<'read-offers'>['lines'][number];

/** The lines of a cart that cannot stay without those: a base takes its add-ons along (create-cart-with-addons). */
export function withAddons(lines: readonly CartLine[], ids: readonly number[]): ReadonlySet<number> {
  const isUnder = ({ addonOf }: CartLine): boolean => addonOf?.kind === 'line' && ids.includes(addonOf.lineId);
  return new Set([...ids, ...lines.filter(isUnder).map(({ id }) => id)]);
}

/** The discount that applies now, or no promotion at all. */
function promotedLine(line: CartLine, { after }: Extract<Difference, { kind: 'promotion' }>): CartLine | undefined {
  if (after === undefined) return withoutPromotion(line);
  const promotion = LinePromotion.safeParse({ ...line.promotion, discount: after });
  return promotion.success ? { ...line, promotion: promotion.data } : undefined;
}

function withoutPromotion({ promotion: _, ...line }: CartLine): CartLine {
  return line;
}

function withEnd({ customTermEnd: _, ...line }: CartLine, after: string): CartLine {
  const end = Instant.safeParse(after);
  return end.success ? { ...line, customTermEnd: end.data } : line;
}

function withRenewal({ renewsTo: _, ...line }: CartLine, after: string): CartLine | undefined {
  if (after === '') return line;
  const renewsTo = CartLine.shape.renewsTo.safeParse(after).data;
  return renewsTo && { ...line, renewsTo };
}

/** One line with the server's value of one field taken; undefined when it cannot be taken over. */
function changedLine(line: CartLine, { field, after }: LineChange): CartLine | undefined {
  switch (field) {
    case 'quantity':
      return { ...line, quantity: Number(after) };
    case 'termDuration':
      return { ...line, termDuration: TermDuration.catch(line.termDuration).parse(after) };
    case 'billingCycle':
      return { ...line, billingCycle: BillingCycle.catch(line.billingCycle).parse(after) };
    case 'catalogItemId':
    case 'currency':
      return line;
    case 'customTermEnd':
      return withEnd(line, after);
    case 'renewsTo':
      return withRenewal(line, after);
    case 'promotion':
      // Another promotion than the one that was chosen has limits and an end that nobody saw.
      return after === '' ? withoutPromotion(line) : undefined;
    // The credit of other resellers, and another base, cannot be taken over from a cart (failure stories F17, F18).
    case 'partnerId':
    case 'participants':
    case 'addonOf':
    case 'missing':
      return undefined;
    default:
      return assertNever(field);
  }
}

function pricedLine(line: CartLine, { after }: Extract<Difference, { kind: 'price' }>, offered: Offered | undefined): CartLine {
  const { unitPrice: _, retailPrice: listed, ...bare } = line;
  const retailPrice = offered?.retailPrice ?? listed;
  return { ...bare, ...(after && { unitPrice: after }), ...(retailPrice && { retailPrice }) };
}

/** The line with the server's values of one difference; undefined when it cannot go on as it is. */
export function takenOver(line: CartLine, difference: Difference, offered?: Offered): CartLine | undefined {
  if (difference.kind === 'price') return pricedLine(line, difference, offered);
  if (difference.kind === 'promotion') return promotedLine(line, difference);
  return difference.kind === 'line-changed' ? changedLine(line, difference) : undefined;
}

/** Whether a person may take the server's values of this difference: if not, its line must be changed or left out. */
export function canTakeOver({ lines }: PlaceOrderPayload, difference: Difference): boolean {
  if (difference.kind === 'reseller-not-ready') return true;
  const line = 'lineId' in difference ? lines.find(({ id }) => id === difference.lineId) : undefined;
  return line !== undefined && takenOver(line, difference) !== undefined;
}

/**
 * The order as a person decided it: some lines left out, their add-ons with them, and of the rest the server's values.
 * Undefined when no line is left, or one cannot go on as it is.
 */
export function decidedPayload(
  operation: OperationOf<'place-order'>, differences: readonly Difference[], dropped: readonly number[],
): PlaceOrderPayload | undefined {
  const { reseller, lines } = operation.payload;
  const gone = withAddons(lines, dropped);
  const kept = lines.filter(({ id }) => !gone.has(id));
  if (kept.length === 0 || (dropped.length > 0 && kept.length === lines.length)) return undefined;
  const offers = answerOf(operation, 'read-offers')?.lines;
  let payload: PlaceOrderPayload = { ...operation.payload, lines: kept };
  for (const difference of differences) {
    if (difference.kind === 'reseller-not-ready') continue;
    if ('lineId' in difference && gone.has(difference.lineId)) continue;
    const line = 'lineId' in difference ? payload.lines.find(({ id }) => id === difference.lineId) : undefined;
    const next = line && takenOver(line, difference, offers?.find(({ lineId }) => lineId === line.id));
    if (!next) return undefined;
    const currency = difference.kind === 'line-changed' && difference.field === 'currency' ? difference.after : payload.currency;
    payload = { ...payload, currency, lines: payload.lines.map((one) => (one.id === next.id ? next : one)) };
  }
  return { ...payload, lines: linesFor(reseller, payload.lines) };
}
