import { afterEach, describe, expect, it, vi } from 'vitest';
import { closingOrders, openOrders } from '../../../shared/domain/order/closing-orders.ts';
import type { ClosingOrder } from '../../../shared/domain/order/closing-orders.ts';
import { Order } from '../../../shared/domain/order/order.ts';
import { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { Instant, plusSeconds } from '../../../shared/instant.ts';

const at = (text: string): Instant => Instant.parse(text);
const hour = 3600;
const now = at('2026-03-27T09:00:00.000Z');
const subscription = (id: string, more: object = {}): Subscription =>
  Subscription.parse({ id, offerName: id, friendlyName: id, quantity: 1, status: 'active', autoRenewEnabled: true, ...more });
const order = (id: string, subscriptionIds: readonly string[], more: object = {}, line: object = {}): Order => Order.parse({
  id, customerId: 'c-1', billingCycle: 'monthly', status: 'completed', createdAt: plusSeconds(now, -150 * hour),
  lines: subscriptionIds.map((subscriptionId, lineNumber) => ({
    lineNumber, offerId: 'o', friendlyName: subscriptionId, quantity: 1, subscriptionId, ...line,
  })),
  ...more,
});
const closing = (
  orders: readonly Order[], subscriptions: readonly Subscription[], moment = now, hours = 48, customerId = 'C-1',
): readonly ClosingOrder[] => {
  const named = orders.map((one) => ({ order: one, customerName: 'Officina' }));
  const owned = subscriptions.map((one) => ({ subscription: one, customerId }));
  return closingOrders(openOrders(named, owned, moment), moment, hours);
};
const within = (seconds: number): object => ({ cancellableUntil: plusSeconds(now, seconds) });

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('orders that can be cancelled for a short time only', () => {
  it('are those with a window that is open and ends within the hours, the first to end first', () => {
    const subscriptions = [
      subscription('last', within(48 * hour)), subscription('first', within(1)), subscription('later', within(48 * hour + 1)),
      subscription('over', within(0)),
    ];
    const found = closing(['last', 'first', 'later', 'over'].map((id) => order(`of ${id}`, [id])), subscriptions);
    expect(found).toEqual([
      { orderId: 'of first', customerName: 'Officina', window: { until: plusSeconds(now, 1), isEstimate: false } },
      { orderId: 'of last', customerName: 'Officina', window: { until: plusSeconds(now, 48 * hour), isEstimate: false } },
    ]);
  });

  it('have the next end of their lines, also after one of them is over', () => {
    const open = openOrders(
      [{ order: order('1', ['a', 'b']), customerName: 'Officina' }],
      [subscription('b', within(2 * hour)), subscription('a', within(hour))].map((one) => ({ subscription: one, customerId: 'c-1' })), now,
    );
    expect(closingOrders(open, now, 48)).toMatchObject([{ window: { until: plusSeconds(now, hour) } }]);
    expect(closingOrders(open, plusSeconds(now, hour), 48)).toMatchObject([{ window: { until: plusSeconds(now, 2 * hour) } }]);
    expect(closingOrders(open, plusSeconds(now, 2 * hour), 48)).toEqual([]);
  });

  it('are counted 168 hours from the order, as an estimate, where the server named no date or nothing was read', () => {
    const until = plusSeconds(now, 18 * hour);
    expect(closing([order('1', ['a'])], [subscription('a')])).toMatchObject([{ window: { until, isEstimate: true } }]);
    expect(closing([order('1', ['a'])], [])).toMatchObject([{ window: { until, isEstimate: true } }]);
    // the subscription of another customer says nothing
    expect(closing([order('1', ['a'])], [subscription('a', within(hour))], now, 48, 'c-2')).toMatchObject([{ window: { isEstimate: true } }]);
    expect(closing([order('1', ['a'], { createdAt: undefined })], [])).toEqual([]);
  });

  it('are not those that were cancelled, are not active, or give something back', () => {
    expect(closing([order('1', ['a'])], [subscription('a', { status: 'deleted', ...within(hour) })])).toEqual([]);
    expect(closing([order('1', ['a'])], [subscription('a', { status: 'suspended', ...within(hour) })])).toEqual([]);
    expect(closing([order('1', ['a'], { status: 'Cancelled' })], [subscription('a', within(hour))])).toEqual([]);
    expect(closing([order('1', ['a'], {}, { transactionType: 'removeQuantity' })], [subscription('a', within(hour))])).toEqual([]);
  });

  // In the night of 29 March 2026 the clocks of Europe went from 2 to 3; in that of 25 October from 3 to 2. Those of New York on 1 November.
  it.each(['UTC', 'Europe/Rome', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Kiritimati'])(
    'are the same in the night in which the clocks change, in %s', (zone) => {
      vi.stubEnv('TZ', zone);
      for (const change of ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z', '2026-11-01T06:00:00.000Z']) {
        const until = plusSeconds(at(change), 6 * hour);
        const orders = [order('1', ['a'], { createdAt: plusSeconds(until, -168 * hour) })];
        for (const subscriptions of [[subscription('a', { cancellableUntil: until })], [subscription('a')]]) {
          const idsAt = (moment: Instant): readonly string[] => closing(orders, subscriptions, moment, 24).map(({ orderId }) => orderId);
          expect(idsAt(plusSeconds(until, -24 * hour - 1))).toEqual([]);
          expect(idsAt(plusSeconds(until, -24 * hour))).toEqual(['1']);
          expect(idsAt(at(change))).toEqual(['1']);
          expect(idsAt(plusSeconds(until, -1))).toEqual(['1']);
          expect(idsAt(until)).toEqual([]);
        }
      }
    },
  );
});
