import { describe, expect, it } from 'vitest';
import type { OpenWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import { batchBudgetSetting, isBatchPaused, pauseBatch, resumeBatch } from '../../../renderer/sync/batch-settings.ts';
import { BatchId } from '../../../shared/ids.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { contactChange, provider, resellerChange } from '../../unit/sync/sync-builders.ts';
import { newProfile } from './new-profile.ts';
import { isolatedLocks, when } from './outbox-desk.ts';
import type { Profile } from './outbox-desk.ts';

const newBatch = (): BatchId => BatchId.parse(crypto.randomUUID());
async function bulk(work: OpenWorkStore, count: number, batchId = newBatch()): Promise<readonly Operation[]> {
  const changes = Array.from({ length: count }, (_, index) => ({
    kind: 'change-subscription', payload: resellerChange({ subscriptionId: `subscription-of-batch-${index}` }),
  }) as const);
  const made = await work.confirmChange(changes, provider.partnerId, batchId);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}
const interactive = (work: OpenWorkStore) => work.confirmChange([{ kind: 'set-support-contact', payload: contactChange() }], provider.partnerId);
const isDone = ({ state }: Operation): boolean => state.name === 'done';
const allDone = (operations: readonly Operation[]): boolean => operations.length > 0 && operations.every(isDone);
const doneCount = (operations: readonly Operation[]): number => operations.filter(isDone).length;
/** Time for the outbox to read the store some fifty times. */
async function comesToRest(work: OpenWorkStore): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await work.journal({ limit: 1 });
}
const richly = (work: OpenWorkStore): Promise<void> => work.saveSetting(batchBudgetSetting, '600000');
const callsOf = ({ server }: Profile): string[] => server.received.map(({ call }) => call);

describe('a bulk change', () => {
  it('asks about its reseller once, and writes each subscription once', async () => {
    const profile = newProfile();
    const { work } = await profile.open();
    await richly(work);
    await bulk(work, 12);
    await when(work, allDone);
    expect(callsOf(profile).filter((call) => call === 'check-reseller')).toHaveLength(1);
    expect(profile.server.performed).toHaveLength(12);
    // what a single change is about is asked for itself
    await work.confirmChange([{ kind: 'change-subscription', payload: resellerChange() }], undefined);
    await when(work, allDone);
    expect(callsOf(profile).filter((call) => call === 'check-reseller')).toHaveLength(2);
  });

  it('asks about its reseller again after five minutes, and for whom a person asks again', async () => {
    const profile = newProfile();
    profile.faults.set('check-reseller', 'reseller');
    const { work, outbox } = await profile.open();
    await richly(work);
    const [first] = await bulk(work, 3);
    await when(work, (operations) => operations.every(({ state }) => state.name === 'needs-decision'));
    expect(callsOf(profile)).toEqual(['check-reseller']);
    if (first) await outbox.decide(first.id, { kind: 'accept' });
    await when(work, (operations) => doneCount(operations) === 1);
    profile.clock.goOn(301);
    await bulk(work, 5);
    await when(work, (operations) => doneCount(operations) >= 4);
    expect(callsOf(profile).filter((call) => call === 'check-reseller')).toHaveLength(3);
  });

  it('gives way to what a person confirmed meanwhile', async () => {
    const profile = newProfile();
    const { work } = await profile.open();
    await richly(work);
    let isAsked = false;
    profile.isSlow = ({ call }) => {
      if (call === 'change-subscription' && !isAsked) {
        isAsked = true;
        profile.hold = interactive(work).then(() => undefined);
      }
      return false;
    };
    await bulk(work, 20);
    await when(work, (operations) => operations.length === 21 && allDone(operations));
    const first = callsOf(profile).indexOf('change-subscription');
    expect(callsOf(profile).slice(first, first + 3)).toEqual(['change-subscription', 'read-support-contact', 'set-support-contact']);
  });

  it('keeps to its budget, which leaves a person alone', async () => {
    const profile = newProfile();
    const { work } = await profile.open();
    await work.saveSetting(batchBudgetSetting, '60');
    await bulk(work, 9);
    await when(work, () => profile.server.received.length >= 2);
    await comesToRest(work);
    expect(profile.server.received).toHaveLength(2);
    await interactive(work);
    await when(work, (operations) => doneCount(operations) >= 1);
    expect(profile.server.received).toHaveLength(4);
    for (let second = 1; second <= 3; second += 1) {
      profile.clock.goOn(1.001);
      await when(work, () => profile.server.received.length >= 4 + second);
      await comesToRest(work);
      expect(profile.server.received).toHaveLength(4 + second);
    }
    await richly(work);
    await when(work, allDone);
  });

  it('waits as a whole for the pause the server asks for, and nothing of it fails', async () => {
    const profile = newProfile();
    profile.faults.set('read-subscription', 'throttled');
    const { work, outbox } = await profile.open();
    await richly(work);
    await bulk(work, 8);
    await when(work, (operations) => operations.some(({ state }) => state.name === 'waiting'));
    outbox.wake();
    await comesToRest(work);
    expect(callsOf(profile)).toEqual(['check-reseller', 'read-subscription']);
    expect((await work.operations()).filter(({ state }) => state.name === 'ready')).toHaveLength(7);
    profile.clock.goOn(32);
    await when(work, allDone);
  });

  it('is not written to the disk for each of it while there is no network', async () => {
    const profile = newProfile();
    profile.connectivity.setState({ isOnline: false, reason: 'no-network' });
    const { work, outbox } = await profile.open();
    await richly(work);
    const made = await bulk(work, 6);
    outbox.wake();
    await comesToRest(work);
    expect(await work.operations()).toEqual(made);
    profile.connectivity.setState({ isOnline: true, reason: 'online' });
    await when(work, allDone);
  });

  it('leaves a server alone that does not answer, and lets nothing that is stuck hold up the rest', async () => {
    const profile = newProfile();
    const { work } = await profile.open();
    await richly(work);
    const made = await bulk(work, 9);
    profile.slowSeconds = 0;
    profile.isSlow = ({ call }) => call === 'read-subscription';
    await when(work, (operations) => operations.filter(({ state }) => state.name === 'waiting').length >= 3);
    await comesToRest(work);
    expect(callsOf(profile).filter((call) => call === 'read-subscription')).toHaveLength(3);
    const stuck = new Set(made.slice(0, 3).map(({ id }) => id));
    profile.isSlow = ({ operationId }) => stuck.has(operationId);
    for (let minute = 0; minute < 30 && doneCount(await work.operations()) < 6; minute += 1) {
      profile.clock.goOn(60);
      await comesToRest(work);
    }
    expect((await work.operations()).filter((one) => !isDone(one)).map(({ id }) => id)).toEqual([...stuck]);
  });

  it('is left alone while a person has paused it, and goes on when resumed, after a restart too', async () => {
    const profile = newProfile();
    const batch = newBatch();
    const { work, outbox } = await profile.open('one', isolatedLocks());
    await pauseBatch(work, batch);
    const made = await bulk(work, 4, batch);
    await richly(work);
    await bulk(work, 0);
    await interactive(work);
    await when(work, (operations) => doneCount(operations) === 1);
    outbox.wake();
    await comesToRest(work);
    expect((await work.operations()).slice(0, 4)).toEqual(made);
    await outbox.stop();
    const again = await profile.open('two', isolatedLocks());
    await comesToRest(again.work);
    expect((await again.work.operations()).slice(0, 4)).toEqual(made);
    expect(await isBatchPaused(again.work, batch)).toBe(true);
    await resumeBatch(again.work, batch);
    await when(again.work, allDone);
  });
});
