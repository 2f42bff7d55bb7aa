import { afterEach, describe, expect, it } from 'vitest';
import { outboxLockName } from '../../../renderer/sync/sync-runner.ts';
import type { OpenWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import { newOperationId } from '../../../shared/ids.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import {
  cartDraft, customerDraft, customerPayload, exchanges, good, lineOf, newCustomer, toConfirm,
} from '../../unit/sync/sync-builders.ts';
import { Profile, names, when } from './outbox-desk.ts';

const profiles: Profile[] = [];
function newProfile(): Profile {
  const profile = new Profile();
  profiles.push(profile);
  return profile;
}
afterEach(async () => {
  for (const profile of profiles.splice(0)) await profile.close();
});

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
const allDone = (operations: readonly Operation[]): boolean =>
  operations.length > 0 && operations.every(({ state }) => state.name === 'done');

describe('the outbox', () => {
  it('sends customer, agreement and order in order, once each, and tells the offline copy', async () => {
    const profile = newProfile();
    const { work } = await profile.open();
    await confirmAll(work);
    const [customer, , order] = await when(work, allDone);
    expect(profile.server.performed.map(({ call }) => call)).toEqual(writes);
    const result = customer?.state.name === 'done' && customer.state.result.kind === 'create-customer' ? customer.state.result : undefined;
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

  it.each(['check-address', 'check-domain', ...writes])(
    'finishes once after being killed during %s',
    async (call) => {
      const profile = newProfile();
      profile.hangOn = call;
      const killed = await profile.open('killed', isolatedLocks());
      await confirmAll(killed.work);
      await when(killed.work, (operations) => operations.some(({ steps }) => steps.at(-1)?.name === call && steps.at(-1)?.state === 'sent'));
      profile.kill(killed);
      const { work } = await profile.open('again', isolatedLocks());
      await when(work, allDone);
      expect(profile.server.performed.map((one) => one.call)).toEqual(writes);
    },
  );

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
    profile.connectivity.setState({ isOnline: true, reason: 'online' });
    const after = await when(work, (operations) => names(operations).filter((name) => name === 'done').length === 3);
    expect(names(after)).toContain('waiting');
    expect(profile.bugs).toHaveLength(1);
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

/** Locks that die with their window, as a killed process' do; those of this process would live on. */
function isolatedLocks(): LockManager {
  const prefix = crypto.randomUUID();
  const request = (name: string, options: LockOptions, callback: LockGrantedCallback<unknown>): Promise<unknown> =>
    navigator.locks.request(`${prefix}-${name}`, options, callback);
  return { request, query: () => navigator.locks.query() } as LockManager;
}
