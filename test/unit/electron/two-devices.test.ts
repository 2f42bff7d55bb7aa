import { describe, expect, it } from 'vitest';
import { createSeed } from '../../../electron/practice/seed/seed.ts';
import { CustomerTenantId } from '../../../shared/ids.ts';
import { fieldsOf } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { SubscriptionEdits, SubscriptionFields } from '../../../shared/domain/subscription/subscription-edits.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import { later, subscriptionEdit } from '../sync/sync-builders.ts';
import { openPracticeDesk } from './support/practice-desk.ts';
import type { PracticeDesk } from './support/practice-desk.ts';
import { Sent } from './support/sent.ts';

const seed = createSeed('small');
interface Which {
  readonly customerId: CustomerTenantId;
  readonly subscriptionId: string;
}

/** What a device shows of the subscription: read through its own main process. */
async function see(desk: PracticeDesk, which: Which): Promise<SubscriptionFields> {
  const answer = await desk.send('read-subscription', which);
  if (answer.outcome !== 'answered') throw new Error(answer.failure.code);
  return fieldsOf(serverCalls['read-subscription'].out.parse(answer.value).subscription);
}

async function openSeats(desk: PracticeDesk): Promise<Which> {
  for (let index = 0; index < 200; index += 1) {
    const customerId = CustomerTenantId.parse(seed.listingAt(index).tenantId);
    for (const { id } of seed.subscriptionsOf(customerId)) {
      const seen = await see(desk, { customerId, subscriptionId: id });
      const isPlain = seen.status === 'active' && seen.autoRenewEnabled && seen.scheduled === undefined && seen.quantity < 100;
      if (isPlain) return { customerId, subscriptionId: id };
    }
  }
  throw new Error('the seed has none');
}

function edited(desk: PracticeDesk, which: Which, base: SubscriptionFields, edits: SubscriptionEdits): Sent {
  const customer = { kind: 'tenant', customerId: which.customerId } as const;
  const payload = subscriptionEdit({ customer, subscriptionId: which.subscriptionId, base, edits });
  return new Sent(desk, { kind: 'change-subscription', payload });
}

describe('two devices on one practice tenant', () => {
  it('change seats over HTTP: both versions are seen, nothing is lost, and each write is performed once', async () => {
    const desk = await openPracticeDesk();
    const other = await desk.restarted();
    const which = await openSeats(desk);
    const seen = await see(desk, which);
    const first = edited(desk, which, seen, { quantity: seen.quantity + 2 });
    const second = edited(other, which, await see(other, which), { quantity: seen.quantity + 5, friendlyName: 'Sede di Monza' });
    // The answer to the first is lost on the way: asked again under its id, it was done once.
    await desk.fault({ kind: 'drop-answer', match: { scenario: 'change-subscription-quantity' } });
    expect(await first.go()).toBe('unknown');
    first.now = later(5);
    expect(await first.go()).toBe('done');
    expect(await second.go()).toBe('needs-decision');
    expect(second.operation).toMatchObject({
      conflicts: [{
        fields: ['quantity'], base: { quantity: seen.quantity }, edits: { quantity: seen.quantity + 5 }, server: { quantity: seen.quantity + 2 },
      }],
    });
    second.give({ name: 'decide', decision: { kind: 'keep-fields', fields: ['friendlyName'] } });
    expect(await second.go()).toBe('done');
    expect(await see(desk, which)).toEqual({ ...seen, quantity: seen.quantity + 2, friendlyName: 'Sede di Monza' });
    expect(second.operation).toMatchObject({ conflicts: [{ edits: { quantity: seen.quantity + 5 }, kept: ['friendlyName'] }] });
    const { writes } = await desk.ledger();
    // Seats, renewal and name go back whole: nothing that was not edited is reset.
    const whole = { quantity: seen.quantity + 2, autoRenewEnabled: true };
    expect(writes.map(({ body }) => body)).toMatchObject([whole, { ...whole, friendlyName: 'Sede di Monza' }]);
  }, 30_000);

  it('wait for each other while the server works on a change (202, 900278), and then see what it became', async () => {
    const desk = await openPracticeDesk();
    const which = await openSeats(desk);
    const seen = await see(desk, which);
    await desk.fault({ kind: 'slow-changes', seconds: 1 });
    const both = [1, 2].map((seats) => edited(desk, which, seen, { quantity: seen.quantity + seats }));
    expect((await Promise.all(both.map((one) => one.go()))).toSorted()).toEqual(['done', 'waiting']);
    const late = both.find(({ operation }) => operation.state.name === 'waiting');
    expect(late?.operation.state).toMatchObject({ reason: 'subscription', failure: { code: 'change-in-progress', serverCode: '900278' } });
    if (!late) throw new Error('nothing waits');
    late.now = later(400);
    expect(await late.go()).toBe('needs-decision');
    late.give({ name: 'decide', decision: { kind: 'accept' } });
    expect(await late.go()).toBe('done');
    expect((await desk.ledger()).writes).toHaveLength(2);
  }, 30_000);
});
