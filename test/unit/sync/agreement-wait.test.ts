import { describe, expect, it } from 'vitest';
import { stepStates } from '../../../renderer/features/outbox/step-states.ts';
import type { Instant } from '../../../shared/instant.ts';
import { wakesAt } from '../../../shared/sync/machine.ts';
import { mirrorUpdatesOf } from '../../../shared/sync/mirror-updates.ts';
import { needsPerson } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import {
  answer, customerId, exchange, exchanges, give, good, hear, later, newOrder, readyToBuy, refusal, sentName, silence, start, throttle, wake,
} from './sync-builders.ts';

const contact = { firstName: 'Anna', lastName: 'Bianchi', email: 'anna@bianchi.example', phoneNumber: '' };
const invited = (): Operation => newOrder({ agreement: { kind: 'invited', contact } });
const open = answer({ isAccepted: false, how: 'none' });
const accepted = answer({ isAccepted: true, how: 'direct', acceptedAt: start });

/** One look at its time; answers how long it then waits, in seconds, and how it stands. */
function looked(operation: Operation): { operation: Operation; seconds: number; journal: number } {
  const at = wakesAt(operation) ?? start;
  const heard = hear(wake(operation, at).operation, open, at);
  const until = wakesAt(heard.operation);
  if (!until) throw new Error(`no look after ${heard.operation.state.name}`);
  return { operation: heard.operation, seconds: (Date.parse(until) - Date.parse(at)) / 1000, journal: heard.journal.length };
}

describe('an order whose customer was asked to accept the agreement', () => {
  it('looks first, waits in a state of its own, and goes on by itself once it is accepted (F31)', () => {
    expect(sentName(wake(invited()))).toBe('read-agreement-state');
    const waiting = exchange(invited(), open);
    expect(waiting.state).toMatchObject({ name: 'waiting', reason: 'agreement', failure: { code: 'agreement-missing' } });
    expect(needsPerson(waiting)).toBe(false);
    const until = wakesAt(waiting) as Instant;
    expect(wake(waiting, later(60)).effects).toEqual([]);
    const goes = hear(wake(waiting, until).operation, accepted, until).operation;
    expect(goes.state.name).toBe('ready');
    expect(mirrorUpdatesOf(goes)).toEqual([
      { kind: 'agreement-read', customerId, agreement: { isAccepted: true, how: 'direct', acceptedAt: start, readAt: until } },
    ]);
    const bought = exchanges(goes, good.reseller, good.offers(), good.cart(), good.checkout());
    expect(bought.state.name).toBe('done');
    expect(mirrorUpdatesOf(bought)).toMatchObject([{ kind: 'orders-placed' }]);
  });

  it('buys nothing, and makes no cart, before that', () => {
    let operation = exchange(invited(), open);
    for (let look = 0; look < 5; look += 1) ({ operation } = looked(operation));
    expect(operation.steps.map(({ name }) => name)).toEqual(['read-agreement-state']);
  });

  it('looks ever more patiently, at last once an hour, and leaves neither steps nor journal behind', () => {
    let operation = invited();
    const waits: number[] = [];
    const told: number[] = [];
    for (let look = 0; look < 8; look += 1) {
      const next = looked(operation);
      operation = next.operation;
      waits.push(next.seconds);
      told.push(next.journal);
    }
    expect(waits.map((seconds) => Math.round(seconds / 1.05))).toEqual([300, 600, 1200, 2400, 3600, 3600, 3600, 3600]);
    expect(told).toEqual([2, 0, 0, 0, 0, 0, 0, 0]);
    expect(operation.steps).toHaveLength(1);
  });

  it('looks at once when a person asks, and stays in its state while there is no network', () => {
    const waiting = exchange(invited(), open);
    expect(sentName(wake(waiting, later(10), { isUrgent: true }))).toBe('read-agreement-state');
    expect(wake(waiting, later(9999), { isOnline: false }).operation).toBe(waiting);
    expect(wake(waiting, later(10), { isOnline: false, isUrgent: true }).operation).toBe(waiting);
  });

  it('comes back to it after trouble on the way', () => {
    const waiting = exchange(invited(), open);
    const at = wakesAt(waiting) as Instant;
    for (const trouble of [silence, throttle(30)]) {
      const held = hear(wake(waiting, at).operation, trouble, at).operation;
      expect(sentName(wake(held, later(99_999)))).toBe('read-agreement-state');
    }
  });

  it('can be changed and given up meanwhile', () => {
    const waiting = exchange(invited(), open);
    expect(give(waiting, { name: 'cancel' }).operation.state.name).toBe('cancelled');
    const payload = { ...newOrder().payload, agreementWay: 'on-file' as const };
    expect(sentName(wake(give(waiting, { name: 'edit', payload }).operation))).toBe('check-reseller');
  });

  it('shows the look among its steps, which an order with an agreement on file does not have', () => {
    const names = (operation: Operation): string[] => stepStates(operation).map(({ name, shown }) => `${name} ${shown}`);
    expect(names(exchange(invited(), open))[0]).toBe('read-agreement-state waiting');
    expect(names(newOrder())[0]).toBe('check-reseller pending');
  });
});

const noAgreement = (orderGroup: string): object => ({ orderGroup, code: '13605', text: 'not confirmed' });

describe('an order refused for want of the agreement', () => {
  it('is looked for when the checkout names some of its orders only, and nothing is bought anew meanwhile', () => {
    const partly = exchange(readyToBuy(), good.checkout([], [noAgreement('0')]));
    expect(partly.state.name).toBe('unknown');
    expect(sentName(wake(partly))).toBe('list-orders');
  });

  it('and for another reason too is refused, for waiting would not cure it', () => {
    const refused = exchange(readyToBuy(), good.checkout([], [noAgreement('0'), { orderGroup: '1', code: '800023', text: 'credit' }]));
    expect(refused.state).toMatchObject({ name: 'refused', failure: { serverCode: '800023' } });
  });

  it.each([
    ['the checkout is', refusal('agreement-missing')],
    ['every order of the checkout is', good.checkout([], [noAgreement('0'), noAgreement('1')])],
  ])('waits for it, not refused, when %s (F31)', (_, incoming) => {
    const waiting = exchange(readyToBuy(), incoming);
    expect(waiting.state).toMatchObject({ name: 'waiting', reason: 'agreement', failure: { code: 'agreement-missing' } });
    const at = wakesAt(waiting) as Instant;
    const look = wake(waiting, at);
    expect(sentName(look)).toBe('read-agreement-state');
    const goes = hear(look.operation, accepted, at).operation;
    const cart = wake(exchanges(goes, good.reseller, good.offers()));
    expect(sentName(cart)).toBe('create-cart');
  });

  it('waits for it when the cart itself is refused', () => {
    expect(exchanges(newOrder(), good.reseller, good.offers(), refusal('agreement-missing')).state).toMatchObject({ reason: 'agreement' });
  });

  it('is looked for instead when an earlier try may have bought it', () => {
    const lost = exchange(readyToBuy(), silence);
    expect(sentName(wake(hear(wake(lost, later(10)).operation, refusal('agreement-missing'), later(10)).operation, later(10)))).toBe('list-orders');
  });

  it('asks a person when the server says accepted and refuses all the same, again and again', () => {
    let operation = readyToBuy();
    let carts = 1;
    for (;;) {
      operation = exchange(operation, refusal('agreement-missing'));
      if (operation.state.name === 'refused') break;
      const at = wakesAt(operation) as Instant;
      operation = exchanges(hear(wake(operation, at).operation, accepted, at).operation, good.reseller, good.offers(), good.cart());
      carts += 1;
    }
    expect(carts).toBe(4);
    expect(operation.state).toMatchObject({ name: 'refused', failure: { code: 'agreement-missing' } });
  });
});
