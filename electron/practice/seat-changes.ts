import type { Answer, Call, Read } from './call.ts';
import { isFamilyWithin, mostSeats } from './cart-limits.ts';
import { refuse } from './errors.ts';
import { findItem } from './seed/catalogue.ts';
import type { Customer } from './seed/customers.ts';
import { openBatches, type Position, type SeatBatch } from './subscription-position.ts';
import type { StandingSubscription } from './subscription-records.ts';

const refused = (code: string, description: string, id: string): { readonly ok: false; readonly refusal: Answer } => ({
  ok: false, refusal: refuse(400, code, description, [id]),
});

/** Takes seats out of batches that are open, the newest first: those have the longest time left, and are the least settled. */
function without(batches: readonly SeatBatch[], open: readonly SeatBatch[], seats: number): readonly SeatBatch[] {
  const taken = new Map<SeatBatch, number>();
  let left = seats;
  for (const batch of open.toReversed()) {
    taken.set(batch, Math.min(left, batch.quantity));
    left -= Math.min(left, batch.quantity);
  }
  return batches
    .map((batch) => ({ ...batch, quantity: batch.quantity - (taken.get(batch) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
}

/** Seats bought together keep their instant: two additions at the same one are one batch. */
function withAdded(batches: readonly SeatBatch[], added: SeatBatch): readonly SeatBatch[] {
  return batches.some(({ at }) => at === added.at)
    ? batches.map((one) => (one.at === added.at ? { ...one, quantity: one.quantity + added.quantity } : one))
    : [...batches, added];
}

/** A position with so many seats more, bought at an instant. */
export function withMoreSeats(position: Position, added: SeatBatch): Position {
  return { ...position, quantity: position.quantity + added.quantity, batches: withAdded(position.batches, added) };
}

/** A position with so many seats fewer, whatever their age: they went somewhere else. */
export function withFewerSeats(position: Position, seats: number): Position {
  return { ...position, quantity: position.quantity - seats, batches: without(position.batches, position.batches, seats) };
}

/**
 * change-subscription-quantity: within the limits of the SKU and of the business plans together (2002); fewer seats only out of
 * batches whose time runs, and never of software (800095): 800090 when none is open, 900257 when the open ones are not enough.
 */
export function seatsChanged(
  call: Call, customer: Customer, { id, position }: StandingSubscription, wanted: number,
): Read<Position> {
  const [productId = '', skuId = ''] = position.catalogItemId.split(':');
  const item = findItem(productId, skuId);
  if (item === undefined) return refused('800095', 'The quantity of this subscription cannot change.', id);
  if (!Number.isInteger(wanted) || wanted < Math.max(1, item.minimumQuantity) || wanted > mostSeats(item))
    return refused('2002', `The quantity must lie between ${item.minimumQuantity} and ${mostSeats(item)}.`, id);
  const more = wanted - position.quantity;
  if (more > 0) {
    if (!isFamilyWithin(call.state, customer, [{ item, quantity: more }], call.now))
      return refused('2002', 'The business plans may have 300 seats together.', id);
    return { ok: true, value: withMoreSeats(position, { quantity: more, at: call.now.toISOString() }) };
  }
  if (item.isSoftware) return refused('800095', 'The seats of software cannot be decreased.', id);
  const open = openBatches(position, call.state.conditions.addedSeats, call.now).map(({ batch }) => batch);
  const refundable = open.reduce((sum, { quantity }) => sum + quantity, 0);
  if (refundable === 0) return refused('800090', 'Subscription quantity cannot be decreased.', id);
  if (-more > refundable) return refused('900257', `Only ${refundable} seats can still be given back.`, id);
  return { ok: true, value: { ...position, quantity: wanted, batches: without(position.batches, open, -more) } };
}
