import { Decimal } from 'decimal.js';
import type { CartLine } from '../domain/cart/cart-line.ts';
import type { Money } from '../money.ts';
import { sameMoney } from '../money-math.ts';
import type { ServerCallOutput } from '../partner-center/server-call.ts';
import type { PlaceOrderPayload } from './operation.ts';
import type { Difference } from './difference.ts';

type Offers = ServerCallOutput<'read-offers'>;

/** A price that changed by no more than was accepted beforehand. */
export interface TakenPrice {
  readonly line: CartLine;
  readonly before: Money;
  readonly after: Money;
}
interface OfferComparison {
  readonly differences: readonly Difference[];
  readonly taken: readonly TakenPrice[];
}

/** Whether a price moved, up or down, by at most that fraction of what was confirmed. Nothing is a fraction of nothing. */
const isWithin = (tolerance: string, before: Money, after: Money): boolean =>
  before.currency === after.currency &&
  new Decimal(after.amount).minus(before.amount).abs().lte(new Decimal(before.amount).abs().mul(tolerance));

function compareLine(line: CartLine, offers: Offers, tolerance: string): OfferComparison {
  const lineId = line.id;
  const offer = offers.lines.find((one) => one.lineId === lineId);
  if (offer?.catalogItemId === undefined) return { differences: [{ kind: 'offer-gone', lineId }], taken: [] };
  const { unitPrice: before } = line;
  const { unitPrice: after } = offer;
  // Without a price list the user confirmed the line without a price: there is nothing the server could contradict.
  if (!before || (after && sameMoney(before, after))) return { differences: [], taken: [] };
  if (after && isWithin(tolerance, before, after)) return { differences: [], taken: [{ line, before, after }] };
  return { differences: [{ kind: 'price', lineId, before, ...(after && { after }) }], taken: [] };
}

/**
 * What is offered now against what was confirmed (decision D5, failure story F21). A catalog item id that changed alone
 * is no difference (list-availabilities, notes). The tolerance is always of the price a person saw: small changes, one
 * after the other, never add up to a large one that nobody saw.
 */
export function compareOffers(payload: PlaceOrderPayload, offers: Offers): OfferComparison {
  const lines = payload.lines.map((line) => compareLine(line, offers, payload.priceTolerance ?? '0'));
  return { differences: lines.flatMap(({ differences }) => differences), taken: lines.flatMap(({ taken }) => taken) };
}
