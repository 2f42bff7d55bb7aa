import { describe, expect, it } from 'vitest';
import type { OpenWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import type { Operation, SubscriptionChange } from '../../../shared/sync/operation.ts';
import { contactChange, customerId, provider, resellerChange } from '../../unit/sync/sync-builders.ts';
import { newProfile } from './new-profile.ts';
import { isolatedLocks, names, when } from './outbox-desk.ts';

const reseller: SubscriptionChange = { kind: 'change-subscription', payload: resellerChange() };
const contact: SubscriptionChange = { kind: 'set-support-contact', payload: contactChange() };
async function confirm(work: OpenWorkStore, ...changes: SubscriptionChange[]): Promise<readonly Operation[]> {
  const made = await work.confirmChange(changes, provider.partnerId);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}
const allDone = (operations: readonly Operation[]): boolean =>
  operations.length > 0 && operations.every(({ state }) => state.name === 'done');
const offline = { isOnline: false, reason: 'no-network' } as const;
const online = { isOnline: true, reason: 'online' } as const;

describe('changes of a subscription', () => {
  it('are written with their journal in one transaction, once, however often they are confirmed', async () => {
    const profile = newProfile();
    profile.connectivity.setState(offline);
    const { work } = await profile.open();
    const [first, second] = await Promise.all([confirm(work, reseller, contact), confirm(work, contact, reseller)]);
    expect(first.map(({ kind }) => kind)).toEqual(['change-subscription', 'set-support-contact']);
    expect(second.map(({ id }) => id).toSorted()).toEqual(first.map(({ id }) => id).toSorted());
    expect(await work.operations()).toHaveLength(2);
    const journal = await work.journal({ limit: 20 });
    const confirmed = journal.filter(({ what }) => what === 'confirmed').map(({ details }) => details['kind'] ?? '');
    expect(confirmed.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'change-subscription', 'set-support-contact',
    ]);
    expect(journal[0]?.subject).toBe('Fornace Bianchi');
  });

  it('write nothing at all when one of them credits ourselves', async () => {
    const profile = newProfile();
    const { work } = await profile.open();
    const own: SubscriptionChange = {
      kind: 'change-subscription', payload: resellerChange({ reseller: { partnerId: provider.partnerId, name: 'We' } }),
    };
    expect(await work.confirmChange([contact, own], provider.partnerId)).toMatchObject({ ok: false, error: { code: 'partner-id-own' } });
    expect(await work.operations()).toEqual([]);
    expect(await work.journal({ limit: 5 })).toEqual([]);
  });

  it('wait offline, are sent once when the network is back, and the copy is told', async () => {
    const profile = newProfile();
    profile.connectivity.setState(offline);
    const { work } = await profile.open();
    await confirm(work, reseller, contact);
    await when(work, (operations) => names(operations).every((name) => name === 'waiting'));
    expect(profile.server.received).toEqual([]);
    profile.connectivity.setState(online);
    await when(work, allDone);
    expect(profile.server.performed.map(({ call }) => call)).toEqual(['change-subscription', 'set-support-contact']);
    expect(profile.told).toMatchObject([
      { kind: 'subscription-changed', customerId, subscription: { id: 'subscription-1', partnerId: '4847383' } },
      { kind: 'support-contacts-read', customerId },
    ]);
    expect(profile.bugs).toEqual([]);
    // What is done is no longer in the way of the same change.
    await confirm(work, reseller);
    const again = await when(work, (operations) => operations.length === 3 && allDone(operations));
    expect(again.at(-1)?.state).toMatchObject({ result: { wasThere: true } });
  });

  it.each(['change-subscription', 'set-support-contact'] as const)('repeat a %s whose answer was lost, and double nothing', async (call) => {
    const profile = newProfile();
    profile.faults.set(call, 'lost-after');
    const { work } = await profile.open();
    await confirm(work, reseller, contact);
    await when(work, (operations) => names(operations).includes('unknown'));
    profile.clock.goOn(5);
    await when(work, allDone);
    expect(profile.server.performed.filter((one) => one.call === call)).toHaveLength(1);
    expect(new Set(profile.server.received.filter((one) => one.call === call).map(({ requestId }) => requestId)).size).toBe(1);
  });

  it.each(['check-reseller', 'read-subscription', 'change-subscription', 'read-support-contact', 'set-support-contact'])(
    'finish once after being killed during %s', async (call) => {
      const profile = newProfile();
      profile.hangOn = call;
      const killed = await profile.open('killed', isolatedLocks());
      await confirm(killed.work, reseller, contact);
      await when(killed.work, (operations) =>
        operations.some(({ steps }) => steps.at(-1)?.name === call && steps.at(-1)?.state === 'sent'),
      );
      profile.kill(killed);
      const { work } = await profile.open('again', isolatedLocks());
      await when(work, allDone);
      expect(profile.server.performed.map((one) => one.call)).toEqual(['change-subscription', 'set-support-contact']);
    },
  );

  it('stop at a reseller that somebody else put there, and go on when a person says so', async () => {
    const profile = newProfile();
    profile.faults.set('read-subscription', 'meddle');
    const { work, outbox } = await profile.open();
    const [made] = await confirm(work, reseller);
    if (!made) throw new Error('nothing made');
    const [held] = await when(work, (operations) => names(operations).includes('needs-decision'));
    expect(held?.state).toMatchObject({
      differences: [{ kind: 'fields-changed', base: { partnerId: '1111111' }, server: { partnerId: '2000002' } }],
    });
    expect(profile.server.performed).toEqual([]);
    await outbox.decide(made.id, { kind: 'accept' });
    await when(work, allDone);
    expect(profile.server.performed.map(({ call }) => call)).toEqual(['change-subscription']);
  });
});
