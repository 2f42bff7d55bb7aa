import { expect, it } from 'vitest';
import { batchBudgetSetting } from '../../../renderer/sync/batch-settings.ts';
import { BatchId } from '../../../shared/ids.ts';
import { contactChange, provider, resellerChange } from '../../unit/sync/sync-builders.ts';
import { Profile, when } from './outbox-desk.ts';

it('a person’s change without an answer is tried again in time, however long a bulk change takes beside it', async () => {
  const profile = new Profile();
  const { work } = await profile.open();
  await work.saveSetting(batchBudgetSetting, '600000');
  // A server that is slower than the budget: the bulk change never has to pause.
  profile.isSlow = () => {
    profile.clock.goOn(1);
    return false;
  };
  profile.faults.set('read-support-contact', 'lost-before');
  await work.confirmChange([{ kind: 'set-support-contact', payload: contactChange() }], provider.partnerId);
  const changes = Array.from({ length: 60 }, (_, index) => ({
    kind: 'change-subscription', payload: resellerChange({ subscriptionId: `s-${index}` }),
  }) as const);
  await work.confirmChange(changes, provider.partnerId, BatchId.parse(crypto.randomUUID()));
  await when(work, (all) => all.length === 61 && all.every(({ state }) => state.name === 'done'));
  const calls = profile.server.received.map(({ call }) => call);
  expect(calls.length).toBeGreaterThan(120);
  expect(calls.indexOf('read-support-contact', 1)).toBeLessThan(10);
  await profile.close();
});
