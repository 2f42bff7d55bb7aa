import { describe, expect, it } from 'vitest';
import type { LinePromotion } from '../../../shared/domain/cart/cart-line.ts';
import type { Decision } from '../../../shared/ports/outbox-control.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import type { Incoming } from '../../../shared/sync/exchange.ts';
import {
  answer, exchange, exchanges, give, good, later, lineOf, newOrder, refusal, sentName, wake,
} from './sync-builders.ts';

const promotion: LinePromotion = { id: 'PROMO:0001:A', name: 'Spring', discount: '0.15' };
const order = (): Operation => newOrder({ lines: [lineOf(0, { promotion }), lineOf(1)] });
const judged = (more: object, promotionId: string | undefined = promotion.id): Incoming =>
  answer({ lines: [{ lineId: 0, eligibilities: [{ ...(promotionId && { promotionId }), errors: [], ...more }] }] });
const seatCount = { type: 'SeatCount', text: 'too many', minimumSeats: 1, maximumSeats: 300, availableSeats: 4 };

const toPromotions = (offers = good.offers()): Operation => exchanges(order(), good.reseller, offers);
const differencesOf = ({ state }: Operation) => (state.name === 'needs-decision' ? state.differences : []);
const decided = (operation: Operation, decision: Decision): Operation => give(operation, { name: 'decide', decision }).operation;
const promotionOf = (operation: Operation) => (operation.kind === 'place-order' ? operation.payload.lines[0]?.promotion : undefined);

describe('a promotion at send', () => {
  it('is asked of the server for this customer, with the catalogue item that was just read, and only for lines that have one (F21)', () => {
    const asked = wake(toPromotions());
    expect(sentName(asked)).toBe('check-promotions');
    expect(asked.effects[0]?.outgoing.input).toMatchObject({
      market: 'IT',
      lines: [{
        lineId: 0, catalogItemId: 'CFQ7TTC0LH0:0001:NEW', quantity: 5, termDuration: 'P1Y', billingCycle: 'annual', promotionId: promotion.id,
      }],
    });
    expect(sentName(wake(exchanges(newOrder(), good.reseller, good.offers())))).toBe('create-cart');
  });

  it('that the customer may have, and that takes off what was confirmed, lets the order go on', () => {
    for (const discount of ['0.15', '0.150', undefined]) {
      expect(sentName(wake(exchange(toPromotions(), judged({ isEligible: true, discount }))))).toBe('create-cart');
    }
    expect(exchange(toPromotions(), judged({ isEligible: true }, promotion.id.toLowerCase())).state.name).toBe('ready');
  });

  it('that the customer may not have stops before any cart, with the reasons and the limits (F21)', () => {
    const stopped = exchange(toPromotions(), judged({ isEligible: false, errors: [seatCount] }));
    expect(differencesOf(stopped)).toEqual([{
      kind: 'promotion', lineId: 0, promotionId: promotion.id, name: 'Spring', before: '0.15',
      reasons: [{ type: 'SeatCount', text: 'too many' }], minimumSeats: 1, maximumSeats: 300, availableSeats: 4,
    }]);
    expect(stopped.steps.some(({ name }) => name === 'create-cart')).toBe(false);
    const without = decided(stopped, { kind: 'accept' });
    expect(promotionOf(without)).toBeUndefined();
    expect(sentName(wake(exchanges(without, good.reseller, good.offers())))).toBe('create-cart');
  });

  it.each([
    ['is not named in the answer', answer({ lines: [{ lineId: 0, eligibilities: [] }] })],
    ['is answered with another one', judged({ isEligible: true }, 'OTHER:0001:A')],
  ])('that %s counts as one the customer may not have', (_, incoming) => {
    expect(differencesOf(exchange(toPromotions(), incoming))).toMatchObject([{ reasons: [{ type: 'NoPromotionsAvailable' }] }]);
  });

  it('that takes off something else now is decided by a person, who buys with the new discount (F21)', () => {
    const stopped = exchange(toPromotions(), judged({ isEligible: true, discount: '0.10' }));
    expect(differencesOf(stopped)).toEqual([{
      kind: 'promotion', lineId: 0, promotionId: promotion.id, name: 'Spring', reasons: [], before: '0.15', after: '0.10',
    }]);
    const taken = decided(stopped, { kind: 'accept' });
    expect(promotionOf(taken)).toEqual({ ...promotion, discount: '0.10' });
    expect(exchanges(taken, good.reseller, good.offers(), judged({ isEligible: true, discount: '0.10' })).state.name).toBe('ready');
  });

  it('is decided on together with the prices', () => {
    const asked = toPromotions(good.offers('110.00'));
    expect(asked.state.name).toBe('ready');
    expect(differencesOf(exchange(asked, judged({ isEligible: false, errors: [seatCount] }))).map(({ kind }) => kind)).toEqual([
      'price', 'price', 'promotion',
    ]);
  });

  it('of a line that is no longer offered is not asked about', () => {
    expect(differencesOf(toPromotions(good.offers('100.00', [1])))).toMatchObject([{ kind: 'offer-gone', lineId: 0 }]);
  });

  it('that went between the look and the cart is looked at again, not for ever', () => {
    let operation = exchange(toPromotions(), judged({ isEligible: true }));
    for (let round = 0; round < 2; round += 1) {
      operation = exchange(operation, refusal('promotion-invalid'));
      expect(sentName(wake(exchanges(operation, good.reseller, good.offers())))).toBe('check-promotions');
      operation = exchanges(operation, good.reseller, good.offers(), judged({ isEligible: true }));
    }
    expect(exchange(operation, refusal('promotion-invalid')).state).toMatchObject({ name: 'refused', failure: { code: 'promotion-invalid' } });
  });

  it('is asked about again when its answer is old', () => {
    const judgedOnce = exchange(toPromotions(), judged({ isEligible: true }));
    const again = exchanges(wake(judgedOnce, later(4000)).operation, good.reseller);
    expect(again.steps.some(({ name, answer: kept }) => name === 'check-promotions' && kept !== undefined)).toBe(false);
  });
});
