import { describe, expect, it } from 'vitest';
import { outboxLockName } from '../../../renderer/sync/sync-runner.ts';
import type { OpenWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import { newDraftId, newOperationId } from '../../../shared/ids.ts';
import type { OutboxControl } from '../../../shared/ports/outbox-control.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import {
  cartDraft,
  customerDraft,
  customerPayload,
  exchanges,
  good,
  lineOf,
  newCustomer,
  toConfirm,
} from '../../unit/sync/sync-builders.ts';
import { newProfile } from './new-profile.ts';
import { isolatedLocks, names, when } from './outbox-desk.ts';
import type { Profile } from './outbox-desk.ts';

const writes = ['create-customer', 'confirm-agreement', 'create-cart', 'checkout'];
const { unitPrice: _, ...bare } = lineOf(0);
/** Customer, agreement and order, confirmed as the wizard does. */
async function confirmAll(work: OpenWorkStore): Promise<Operation[]> {
  const customer = await work.confirmCustomer(customerDraft(), customerPayload);
  if (!customer.ok) throw new Error(customer.error.code);
  const pending = { kind: 'pending', operationId: customer.value.id };
  const cart = await work.confirmCart(cartDraft({ customer: pending, agreement: toConfirm, lines: [bare] }));
  if (!cart.ok) throw new Error(cart.error.code);
  return [customer.value, ...cart.value];
}
async function threeCustomers(work: OpenWorkStore): Promise<Operation[]> {
  const made: Operation[] = [];
  for (const name of ['a', 'b', 'c']) {
    const payload = { ...customerPayload, form: { ...customerPayload.form, domain: `${name}.onmicrosoft.com` } };
    const one = await work.confirmCustomer(customerDraft({ id: newDraftId() }), payload);
    if (one.ok) made.push(one.value);
  }
  return made;
}
/** Time for the outbox to read the store some thirty times. */
async function comesToRest(work: OpenWorkStore): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await work.journal({ limit: 1 });
}
const allDone = (operations: readonly Operation[]): boolean =>
  operations.length > 0 && operations.every(({ state }) => state.name === 'done');

describe('the outbox', () => {
  it('sends customer, agreement and order in order, once each, and tells the offline copy', async () => {
    const profile = newProfile();
    const { work } = await profile.open();
    await confirmAll(work);
    const [customer, , order] = await when(work, allDone);
    expect(profile.server.performed.map(({ call }) => call)).toEqual(writes);
    const result =
      customer?.state.name === 'done' && customer.state.result.kind === 'create-customer' ? customer.state.result : undefined;
    expect(order?.kind === 'place-order' && order.payload.customer).toEqual({ kind: 'tenant', customerId: result?.customerId });
    expect(profile.told.map(({ kind }) => kind)).toEqual(['customer-created', 'agreement-read', 'orders-placed']);
    expect((await work.journal({ limit: 100 })).filter(({ what }) => what === 'done')).toHaveLength(3);
    expect(profile.bugs).toEqual([]);
  });

  it('waits while there is no network and sends when it returns', async () => {
    const profile = newProfile();
    profile.connectivity.setState({ isOnline: false, reason: 'no-network' });
    const { work } = await profile.open();
    await confirmAll(work);
    await when(work, (operations) => names(operations).every((name) => name === 'waiting'));
    expect(profile.server.received).toEqual([]);
    profile.connectivity.setState({ isOnline: true, reason: 'online' });
    expect(allDone(await when(work, allDone))).toBe(true);
  });

  it.each(writes)('repeats a %s whose answer was lost, and doubles nothing', async (call) => {
    const profile = newProfile();
    profile.faults.set(call, 'lost-after');
    const { work } = await profile.open();
    await confirmAll(work);
    await when(work, (operations) => names(operations).includes('unknown'));
    profile.clock.goOn(5);
    await when(work, allDone);
    expect(profile.server.performed.filter((one) => one.call === call)).toHaveLength(1);
    expect(new Set(profile.server.received.filter((one) => one.call === call).map(({ requestId }) => requestId)).size).toBe(1);
  });

  it.each(['check-address', 'check-domain', ...writes])('finishes once after being killed during %s', async (call) => {
    const profile = newProfile();
    profile.hangOn = call;
    const killed = await profile.open('killed', isolatedLocks());
    await confirmAll(killed.work);
    await when(killed.work, (operations) =>
      operations.some(({ steps }) => steps.at(-1)?.name === call && steps.at(-1)?.state === 'sent'),
    );
    profile.kill(killed);
    const { work } = await profile.open('again', isolatedLocks());
    await when(work, allDone);
    expect(profile.server.performed.map((one) => one.call)).toEqual(writes);
  });

  it('obeys Retry-After', async () => {
    const profile = newProfile();
    profile.faults.set('check-address', 'throttled');
    const { work, outbox } = await profile.open();
    await work.confirmCustomer(customerDraft(), customerPayload);
    await when(work, (operations) => operations.some(({ state }) => state.name === 'waiting' && state.reason === 'throttled'));
    outbox.wake();
    profile.clock.goOn(40);
    await when(work, allDone);
    expect(profile.server.received.filter(({ call }) => call === 'check-address')).toHaveLength(2);
  });

  it('lets nothing that is stuck hold up the rest', async () => {
    const profile = newProfile();
    profile.faults.set('check-address', 'refused');
    const { work, outbox } = await profile.open();
    const [customer] = await confirmAll(work);
    const other = await work.confirmCart(cartDraft({ id: '0190a000-0000-7000-8000-0000000000d9', lines: [bare] }));
    expect(other.ok).toBe(true);
    await when(work, (operations) => names(operations).join() === 'refused,waiting,waiting,done');
    if (!customer) throw new Error('no customer');
    expect(await outbox.retry(customer.id)).toEqual({ ok: true, value: undefined });
    await when(work, allDone);
  });

  it('leaves alone an operation that meets a bug, and sends the others', async () => {
    const profile = newProfile();
    profile.connectivity.setState({ isOnline: false, reason: 'no-network' });
    const { work } = await profile.open();
    // All its steps are answered, yet it is not done: nothing the machine makes.
    const odd: Operation = { ...exchanges(newCustomer(), good.address, good.domain, good.customer), state: { name: 'ready' } };
    await work.commit({ before: [], after: [odd], journal: [] });
    await confirmAll(work);
    await when(work, (operations) => names(operations).every((name) => name === 'waiting'));
    profile.connectivity.setState({ isOnline: true, reason: 'online' });
    const after = await when(work, (operations) => names(operations).filter((name) => name === 'done').length === 3);
    expect(names(after)).toContain('waiting');
    expect(profile.bugs).toHaveLength(1);
  });

  it('gives each its turn while the calls of others hang', async () => {
    const profile = newProfile();
    profile.connectivity.setState({ isOnline: false, reason: 'no-network' });
    const { work } = await profile.open();
    const [first, second, third] = await threeCustomers(work);
    profile.isSlow = ({ operationId }) => operationId === first?.id || operationId === second?.id;
    profile.connectivity.setState({ isOnline: true, reason: 'online' });
    await when(work, (operations) => operations.some(({ id, state }) => id === third?.id && state.name === 'done'));
    const tries = profile.server.received.map(({ operationId }) => operationId);
    expect(tries.slice(0, 3)).toEqual([first?.id, second?.id, third?.id]);
  });

  it('ends every guessed pause when a person asks', async () => {
    const profile = newProfile();
    profile.isSlow = () => true;
    profile.slowSeconds = 0;
    const { work, outbox } = await profile.open();
    await threeCustomers(work);
    await when(
      work,
      (operations) =>
        operations.length === 3 && operations.every(({ state }) => state.name === 'waiting' && state.reason === 'server-trouble'),
    );
    profile.isSlow = () => false;
    outbox.wake();
    expect(await when(work, allDone)).toHaveLength(3);
  });

  it('asks for no timer when time alone changes nothing', async () => {
    const profile = newProfile();
    profile.faults.set('create-customer', 'lost-after');
    const { work } = await profile.open();
    await work.confirmCustomer(customerDraft(), customerPayload);
    await when(work, (operations) => names(operations).includes('unknown'));
    profile.connectivity.setState({ isOnline: false, reason: 'no-network' });
    profile.clock.goOn(3600);
    const { armed } = profile.clock;
    await comesToRest(work);
    expect(profile.clock.armed - armed).toBeLessThanOrEqual(1);
    profile.connectivity.setState({ isOnline: true, reason: 'online' });
    await when(work, allDone);
  });

  const wakings = {
    'a person asks': ({ outbox }) => outbox.wake(),
    'time has passed': ({ profile }) => profile.clock.goOn(300),
  } satisfies Record<string, (desk: { readonly profile: Profile; readonly outbox: OutboxControl }) => void>;
  it.each(Object.entries(wakings))('goes on after the disk was full when %s, with the same request id', async (_, rouse) => {
    const profile = newProfile();
    const { work, outbox } = await profile.open();
    profile.isDiskFull = ({ after }) => after.some(({ state }) => state.name === 'done');
    const full = Promise.withResolvers<void>();
    profile.bugs.push = (...bugs) => {
      full.resolve();
      return bugs.length;
    };
    await work.confirmCustomer(customerDraft(), customerPayload);
    await full.promise;
    expect(names(await work.operations())).toEqual(['sending']);
    profile.isDiskFull = () => false;
    await comesToRest(work);
    rouse({ profile, outbox });
    await when(work, allDone);
    expect(profile.server.performed.map(({ call }) => call)).toEqual(['create-customer']);
    expect(
      new Set(profile.server.received.filter(({ call }) => call === 'create-customer').map(({ requestId }) => requestId)).size,
    ).toBe(1);
  });

  it('looks again by itself after the store could not be read', async () => {
    const profile = newProfile();
    profile.connectivity.setState({ isOnline: false, reason: 'no-network' });
    const { work } = await profile.open();
    await work.confirmCustomer(customerDraft(), customerPayload);
    await when(work, (operations) => names(operations).includes('waiting'));
    await comesToRest(work);
    profile.silentReads = 1;
    profile.connectivity.setState({ isOnline: true, reason: 'online' });
    await comesToRest(work);
    expect(names(await work.operations())).toEqual(['waiting']);
    expect(profile.bugs).toHaveLength(1);
    profile.clock.goOn(30);
    await when(work, allDone);
  });

  it('sends although the offline copy does not answer', async () => {
    const profile = newProfile();
    profile.isMirrorDead = true;
    const { work } = await profile.open();
    await confirmAll(work);
    expect(allDone(await when(work, allDone))).toBe(true);
  });
});

describe('a person', () => {
  it('cancels an operation with all that depends on it, before it is sent', async () => {
    const profile = newProfile();
    profile.connectivity.setState({ isOnline: false, reason: 'work-offline' });
    const { work, outbox } = await profile.open();
    const [customer, agreement, order] = await confirmAll(work);
    if (!customer || !agreement || !order) throw new Error('not confirmed');
    expect(await outbox.cancel(customer.id)).toEqual({ ok: true, value: [customer.id, agreement.id, order.id] });
    expect(names(await work.operations())).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(await outbox.cancel(customer.id)).toMatchObject({ ok: false });
    expect(await outbox.cancel(newOperationId())).toMatchObject({ ok: false });
  });

  it('may not cancel what may have been done', async () => {
    const profile = newProfile();
    profile.faults.set('create-customer', 'lost-after');
    const { work, outbox } = await profile.open();
    const [customer] = await confirmAll(work);
    await when(work, (operations) => names(operations).includes('unknown'));
    if (!customer) throw new Error('not confirmed');
    expect(await outbox.cancel(customer.id)).toMatchObject({ ok: false, error: { code: 'no-answer' } });
    expect(names(await work.operations())).not.toContain('cancelled');
  });

  it('decides and edits from a window that does not send', async () => {
    const profile = newProfile();
    profile.faults.set('check-reseller', 'reseller');
    const { work } = await profile.open('sender');
    const other = await profile.open('other');
    const made = await work.confirmCart(cartDraft({ lines: [bare] }));
    const id = made.ok ? made.value[0]?.id : undefined;
    await when(work, (operations) => names(operations).includes('needs-decision'));
    if (!id) throw new Error('not confirmed');
    expect((await other.outbox.edit(id, customerPayload)).ok).toBe(false);
    expect((await other.outbox.decide(id, { kind: 'accept' })).ok).toBe(true);
    await when(work, allDone);
    expect(new Set(profile.senders)).toEqual(new Set(['sender']));
  });
});

describe('two windows on one profile', () => {
  it('have one sender; the other takes over when it lets go', async () => {
    const profile = newProfile();
    const first = await profile.open('first');
    const second = await profile.open('second');
    await first.work.confirmCustomer(customerDraft(), customerPayload);
    await when(first.work, allDone);
    expect(new Set(profile.senders)).toEqual(new Set(['first']));
    const { held = [], pending = [] } = await navigator.locks.query();
    const name = outboxLockName(profile.owner);
    expect([held, pending].map((locks) => locks.filter((lock) => lock.name === name).length)).toEqual([1, 1]);
    await first.outbox.stop();
    await second.work.confirmCart(cartDraft({ lines: [bare] }));
    await when(second.work, allDone);
    expect(profile.senders.at(-1)).toBe('second');
    expect(profile.server.performed.map(({ call }) => call)).toEqual(['create-customer', 'create-cart', 'checkout']);
  });
});
