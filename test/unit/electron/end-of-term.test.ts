import { expect, it } from 'vitest';
import { createSeed } from '../../../electron/practice/seed/seed.ts';
import { fateOf } from '../../../shared/domain/renewal/end-of-term.ts';
import { fieldsOf } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { SubscriptionEdits } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { CustomerTenantId } from '../../../shared/ids.ts';
import { instantOf } from '../../../shared/instant.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import { subscriptionEdit } from '../sync/sync-builders.ts';
import { openPracticeDesk } from './support/practice-desk.ts';
import type { PracticeDesk } from './support/practice-desk.ts';
import { Sent } from './support/sent.ts';

interface Which {
  readonly customerId: CustomerTenantId;
  readonly subscriptionId: string;
}
const seed = createSeed('small');
const yearly = Array.from({ length: seed.customerCount }, (_unused, index) => seed.subscriptionsOf(seed.listingAt(index).tenantId)).flat()
  .filter((one) => one.title === 'Microsoft 365 E3' && one.termDuration === 'P1Y' && one.lapses !== true)
  .map(({ customerTenantId, id }): Which => ({ customerId: CustomerTenantId.parse(customerTenantId), subscriptionId: id }));

async function read(desk: PracticeDesk, which: Which): Promise<Subscription> {
  const answer = await desk.send('read-subscription', which);
  if (answer.outcome !== 'answered') throw new Error(answer.failure.code);
  return serverCalls['read-subscription'].out.parse(answer.value).subscription;
}

async function change(desk: PracticeDesk, which: Which, edits: SubscriptionEdits): Promise<string> {
  const customer = { kind: 'tenant', customerId: which.customerId } as const;
  const base = fieldsOf(await read(desk, which));
  const payload = subscriptionEdit({ customer, subscriptionId: which.subscriptionId, base, edits });
  return new Sent(desk, { kind: 'change-subscription', payload }).go();
}

it('ends, goes on by the month or renews by the clock of the tenant, as it was chosen, sent and shown', async () => {
  let clock = new Date('2026-06-15T08:00:00Z');
  const desk = await openPracticeDesk({ now: () => clock });
  const [toEnd, toExtend, toRenew] = yearly;
  if (toEnd === undefined || toExtend === undefined || toRenew === undefined) throw new Error('the seed has too few');
  const end = { autoRenewEnabled: false, atTermEnd: 'cancel' } as const;
  for (const which of [toEnd, toExtend, toRenew]) expect(await change(desk, which, end)).toBe('done');
  expect(await change(desk, toExtend, { atTermEnd: 'extend' })).toBe('done');
  expect(await change(desk, toRenew, { autoRenewEnabled: true })).toBe('done');
  const chosen = await Promise.all([toEnd, toExtend, toRenew].map(async (which) => read(desk, which)));
  const standing = chosen.map(({ autoRenewEnabled, atTermEnd }) => [autoRenewEnabled, atTermEnd]);
  expect(standing).toEqual([[false, 'cancel'], [false, 'extend'], [true, undefined]]);
  const fates = chosen.map((one) => one.endsAt && fateOf(one, one.endsAt, instantOf(clock)));
  expect(fates).toEqual(['ends', 'extends', 'renews']);
  clock = new Date(Math.max(...chosen.map(({ endsAt }) => Date.parse(endsAt ?? ''))) + 1000);
  const [ended, extended, renewed] = await Promise.all([toEnd, toExtend, toRenew].map(async (which) => read(desk, which)));
  expect(ended).toMatchObject({ status: 'expired', endsAt: chosen[0]?.endsAt });
  expect(extended).toMatchObject({ status: 'active', termDuration: 'P1M', billingCycle: 'monthly', autoRenewEnabled: false, atTermEnd: 'extend' });
  expect(renewed).toMatchObject({ status: 'active', termDuration: 'P1Y', autoRenewEnabled: true, startsAt: chosen[2]?.endsAt });
});
