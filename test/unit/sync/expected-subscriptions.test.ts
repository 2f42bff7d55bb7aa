import { describe, expect, it } from 'vitest';
import { expectedSubscriptions } from '../../../shared/sync/expected-subscriptions.ts';
import type { KnownSubscriptions } from '../../../shared/sync/expected-subscriptions.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { CustomerTenantId } from '../../../shared/ids.ts';
import { customerId, later, newOrder, start } from './sync-builders.ts';

const bought: Operation = {
  ...newOrder(),
  state: {
    name: 'done', at: start,
    result: {
      kind: 'place-order', orderIds: ['O-1'],
      lines: [
        { lineId: 0, state: 'ordered', orderId: 'O-1', subscriptionId: 's-0' },
        { lineId: 1, state: 'ordered', orderId: 'O-1' },
      ],
    },
  },
};
const [, line] = newOrder().payload.lines;
const listed = (id: string, more: object = {}) =>
  ({ id, offerName: '', friendlyName: '', quantity: 1, status: 'active', autoRenewEnabled: true, ...more });
const linesOf = (operation: Operation, known: KnownSubscriptions): readonly number[] =>
  expectedSubscriptions([operation], customerId, known).map((one) => one.line.id);

describe('subscriptions that are on their way', () => {
  it('are the lines of an order that waits, for its customer alone', () => {
    const waiting = expectedSubscriptions([newOrder()], customerId, {});
    expect(waiting.map(({ line: { id }, isBought }) => [id, isBought])).toEqual([[0, false], [1, false]]);
    const other = CustomerTenantId.parse('44444444-4444-4444-8444-444444444444');
    expect(expectedSubscriptions([newOrder()], other, {})).toEqual([]);
    expect(linesOf({ ...newOrder(), state: { name: 'cancelled', at: start } }, {})).toEqual([]);
  });

  it('are those that were bought until the server lists them, or a list that must have them does not', () => {
    expect(linesOf(bought, {})).toEqual([0, 1]);
    expect(linesOf(bought, { readAt: later(60), subscriptions: [] })).toEqual([0, 1]);
    expect(linesOf(bought, { readAt: later(60), subscriptions: [listed('s-0')] })).toEqual([1]);
    const byOrder = listed('s-9', { orderId: 'O-1', offerId: `${line?.productId}:${line?.skuId}:X` });
    expect(linesOf(bought, { readAt: later(60), subscriptions: [byOrder] })).toEqual([0]);
    expect(linesOf(bought, { readAt: later(15 * 60), subscriptions: [] })).toEqual([]);
  });
});
