import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../shared/sync/operation.ts';
import { hasRival } from '../../../shared/sync/dependants.ts';
import { mirrorUpdatesOf } from '../../../shared/sync/mirror-updates.ts';
import { answerOf } from '../../../shared/sync/steps.ts';
import {
  answer,
  exchange,
  exchanges,
  give,
  good,
  hear,
  lastStep,
  later,
  newAgreement,
  newOrder,
  notSent,
  readyToBuy,
  refusal,
  sentName,
  silence,
  throttle,
  wake,
} from './sync-builders.ts';

const lost = (): Operation => exchange(readyToBuy(), silence);
/** The repetition of a lost checkout was told that the cart is bought. */
const searching = (code: Parameters<typeof refusal>[0] = 'cart-submitted'): Operation =>
  hear(wake(lost(), later(10)).operation, refusal(code), later(10)).operation;
const looked = (operation: Operation, seconds: number, incoming = good.orders()): Operation =>
  hear(wake(operation, later(seconds)).operation, incoming, later(seconds)).operation;

const orderWith = (line: object): object =>
  good.order(0, { lines: [{ lineNumber: 0, offerId: 'CFQ7TTC0LH0:0001:NEW', friendlyName: 'P', ...line }] });

describe('a checkout without an answer', () => {
  it('is repeated for the same cart under the same request id', () => {
    const first = wake(readyToBuy());
    const again = wake(hear(first.operation, silence).operation, later(10));
    expect(again.effects[0]?.outgoing).toEqual(first.effects[0]?.outgoing);
    expect(hear(again.operation, good.checkout(), later(10)).operation.state.name).toBe('done');
  });

  it.each(['cart-submitted', 'cart-expired', 'not-found', 'order-in-progress', 'cart-busy'] as const)(
    'looks for the order when the server says %s',
    (code) => {
      const found = searching(code);
      expect(found.state).toMatchObject({ name: 'unknown', since: later(0), retryAt: later(10) });
      const look = wake(found, later(10));
      expect(sentName(look)).toBe('list-orders');
      const done = hear(look.operation, good.orders(good.order(0), good.order(1)), later(10)).operation;
      expect(done.state).toMatchObject({ name: 'done', result: { orderIds: ['order-0', 'order-1'] } });
      expect(mirrorUpdatesOf(done)).toMatchObject([{ kind: 'orders-placed', orders: [{ id: 'order-0' }, { id: 'order-1' }] }]);
    },
  );

  it.each([
    ['older', good.order(0, { createdAt: later(-3600) })],
    ['of another quantity', orderWith({ quantity: 50 })],
    ['of another reseller', orderWith({ quantity: 5, partnerId: '9999999' })],
  ])('does not take an order that is %s', (_, order) => {
    expect(looked(searching(), 10, good.orders(order, good.order(1))).state.name).toBe('unknown');
  });

  it('does not take an order that another operation made', () => {
    const look = wake(searching(), later(10)).operation;
    const list = good.orders(good.order(0), good.order(1));
    expect(hear(look, list, later(10), { claimedOrderIds: new Set(['order-0']) }).operation.state.name).toBe('unknown');
  });

  it('looks every minute with a new step, until the listing delay is over, then asks a person', () => {
    let operation = searching();
    let looks = 0;
    for (
      let now = 10;
      operation.state.name === 'unknown';
      now = (Date.parse(operation.state.retryAt) - Date.parse(later(0))) / 1000
    ) {
      operation = looked(operation, now);
      looks += 1;
      if (operation.state.name !== 'unknown') break;
    }
    expect(looks).toBe(16);
    expect(operation.state).toMatchObject({
      name: 'needs-decision',
      differences: [{ kind: 'order-not-found', waitedUntil: later(910) }],
    });
    expect(wake(operation, later(10_000)).operation).toBe(operation);
    expect(give(operation, { name: 'edit', payload: newOrder().payload }).problem).toBeDefined();
    expect(give(operation, { name: 'decide', decision: { kind: 'accept' } }).problem).toBeDefined();
    const again = give(operation, { name: 'decide', decision: { kind: 'send-again' } });
    expect(again.journal).toMatchObject([{ what: 'sent-again', who: 'sales@nordsee.example' }]);
    expect(sentName(wake(again.operation, later(1000)))).toBe('check-reseller');
    expect(give(operation, { name: 'cancel' }).operation.state.name).toBe('cancelled');
  });

  it('counts the delay from the first look, not from a first sending hours before', () => {
    let operation = hear(wake(lost(), later(7200)).operation, refusal('cart-submitted'), later(7200)).operation;
    operation = looked(operation, 7200);
    expect(operation.state.name).toBe('unknown');
    const order = { createdAt: later(7150) };
    expect(looked(operation, 7260, good.orders(good.order(0, order), good.order(1, order))).state.name).toBe('done');
  });

  it('ends partly done when some of its orders never show up', () => {
    let operation = looked(searching(), 10, good.orders(good.order(0)));
    expect(operation.state.name).toBe('unknown');
    operation = looked(operation, 1000, good.orders(good.order(0)));
    expect(operation.state).toMatchObject({
      result: { lines: [{ state: 'ordered' }, { state: 'refused', failure: { code: 'order-not-found' } }] },
    });
  });

  it.each([silence, throttle(5), notSent('unreachable'), notSent('wrong-tenant'), refusal('role-missing'), answer('odd')])(
    'never forgets it is looking, however a look ends',
    (incoming) => {
      const after = looked(searching(), 10, incoming);
      expect(after.state.name).toBe('unknown');
      expect(sentName(wake(after, later(1000)))).toBe('list-orders');
      expect(give(after, { name: 'cancel' }).problem).toBeDefined();
    },
  );

  it('looks for the order when an answer names neither orders nor errors', () => {
    expect(sentName(wake(exchange(readyToBuy(), good.checkout([], []))))).toBe('list-orders');
  });

  it('does not take the refusal of a repetition for an answer to the first try', () => {
    const after = hear(wake(lost(), later(10)).operation, refusal('credit-limit'), later(10)).operation;
    expect(after.state).toMatchObject({ name: 'unknown', failure: { code: 'credit-limit' } });
    expect(sentName(wake(after, later(10)))).toBe('list-orders');
  });

  it('does not take the refused lines of a repetition for an answer to the first try', () => {
    const refusedLines = good.checkout([], ['0', '1'].map((orderGroup) => ({ orderGroup, code: '800065', text: 'submitted' })));
    expect(exchange(readyToBuy(), refusedLines).state.name).toBe('refused');
    const after = hear(wake(lost(), later(10)).operation, refusedLines, later(10)).operation;
    expect(after.state).toMatchObject({ name: 'unknown', failure: { code: 'cart-submitted', serverCode: '800065' } });
    const found = looked(after, 10, good.orders(good.order(0), good.order(1)));
    expect(found.state.name).toBe('done');
    expect(mirrorUpdatesOf(found)).toMatchObject([{ kind: 'orders-placed', orders: [{ id: 'order-0' }, { id: 'order-1' }] }]);
  });

  it('keeps no orders of a look that is over', () => {
    const twice = looked(looked(searching(), 10, good.orders(good.order(5))), 70, good.orders(good.order(5)));
    const looks = twice.steps.filter(({ name }) => name === 'list-orders');
    expect(looks.map(({ answer: kept }) => kept)).toEqual([undefined, undefined, undefined]);
    expect(answerOf(twice, 'create-cart')).toBeDefined();
  });

  it('goes on repeating when somebody may not ask just now', () => {
    const after = hear(wake(lost(), later(10)).operation, refusal('role-missing'), later(10)).operation;
    expect(after.state).toMatchObject({ name: 'unknown', failure: { code: 'role-missing' } });
    const again = wake(after, later(100));
    expect(again.effects[0]?.outgoing).toMatchObject({ call: 'checkout', requestId: lastStep(after).requestId });
  });

  it('claims no order while another checkout for the same customer has no answer', () => {
    const look = wake(searching(), later(10)).operation;
    const list = good.orders(good.order(0), good.order(1));
    const after = hear(look, list, later(10), { hasRival: true }).operation;
    expect(after.state).toMatchObject({ name: 'unknown', retryAt: later(70) });
    expect(looked(after, 70, list).state.name).toBe('done');
  });

  it('has no rival but another checkout', () => {
    const order = searching();
    const agreement = exchanges(newAgreement(), good.template, silence);
    expect(agreement.state.name).toBe('unknown');
    expect(hasRival(order, [order, agreement])).toBe(false);
    expect(hasRival(order, [order, agreement, lost()])).toBe(true);
  });

  it('keeps one request id from the first sending to the answer', () => {
    const before = lastStep(lost()).requestId;
    expect(before).not.toBe(lastStep(wake(readyToBuy()).operation).requestId);
    const repeated = lost();
    expect(wake(repeated, later(10)).effects[0]?.outgoing.requestId).toBe(lastStep(repeated).requestId);
  });
});
