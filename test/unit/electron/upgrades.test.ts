import { describe, expect, it } from 'vitest';
import { createSeed } from '../../../electron/practice/seed/seed.ts';
import { isSameSku } from '../../../shared/domain/subscription/upgrade.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { CustomerTenantId, newRequestId } from '../../../shared/ids.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import { later, upgrade } from '../sync/sync-builders.ts';
import { openPracticeDesk } from './support/practice-desk.ts';
import type { PracticeDesk } from './support/practice-desk.ts';
import { Sent } from './support/sent.ts';

const seed = createSeed('small');

interface Which {
  readonly customerId: CustomerTenantId;
  readonly subscriptionId: string;
}
async function see(desk: PracticeDesk, which: Which): Promise<Subscription> {
  const read = await desk.send('read-subscription', which);
  if (read.outcome !== 'answered') throw new Error(read.outcome);
  return serverCalls['read-subscription'].out.parse(read.value).subscription;
}
const timesAsked = async (desk: PracticeDesk): Promise<number> =>
  (await desk.ledger()).writes.filter(({ scenario }) => scenario === 'create-transition').length;

/** A subscription of the seed that may become something at once, with what that is. */
async function someUpgrade(desk: PracticeDesk) {
  for (let index = 0; index < 200; index += 1) {
    const customerId = CustomerTenantId.parse(seed.listingAt(index).tenantId);
    for (const { id: subscriptionId } of seed.subscriptionsOf(customerId)) {
      const which = { customerId, subscriptionId };
      const incoming = await desk.send('read-transitions', which);
      if (incoming.outcome !== 'answered') continue;
      const { immediate, scheduled } = serverCalls['read-transitions'].out.parse(incoming.value);
      const target = immediate.find(({ ways }) => ways.some(({ type, isEligible }) => isEligible && type === 'transition_only'));
      if (target && (target.quantity ?? 0) > 1) return { which, target, scheduled };
    }
  }
  throw new Error('nothing in the seed can be upgraded');
}

describe('an upgrade over HTTP', () => {
  it('is asked for, sent once whatever becomes of the answer, followed to its end, and stands in the list', async () => {
    const desk = await openPracticeDesk();
    await desk.fault({ kind: 'slow-changes', seconds: 1 });
    const { which, target, scheduled } = await someUpgrade(desk);
    expect(scheduled.length).toBeGreaterThan(0);
    const requestId = newRequestId();
    const wish = { ...which, toCatalogItemId: target.catalogItemId, quantity: target.quantity, transitionType: 'transition_only' };
    const sent = await desk.send('transition-subscription', wish, { requestId });
    expect(sent).toMatchObject({ outcome: 'answered', value: { upgrade: { quantity: target.quantity, type: 'transition_only' } } });
    await desk.send('transition-subscription', wish, { requestId });
    expect(await timesAsked(desk)).toBe(1);
    const listed = await desk.send('list-transitions', which);
    expect(listed).toMatchObject({ outcome: 'answered', value: { upgrades: [{ events: [{}, { status: 'Completed' }] }] } });
    expect(isSameSku((await see(desk, which)).offerId ?? '', target.catalogItemId)).toBe(true);
    const again = await desk.send('transition-subscription', wish);
    expect(again).toMatchObject({ outcome: 'refused', failure: { code: 'upgrade-not-possible', serverCode: '900259' } });
  }, 30_000);

  /** The upgrade a person confirmed of what the desk shows. */
  async function confirmed(desk: PracticeDesk, quantityOf: (all: number) => number) {
    const { which, target } = await someUpgrade(desk);
    const { status, quantity, offerId } = await see(desk, which);
    const payload = upgrade({
      customer: { kind: 'tenant', customerId: which.customerId }, subscriptionId: which.subscriptionId,
      target: { catalogItemId: `${target.catalogItemId.split(':').slice(0, 2).join(':')}:OLD`, title: target.title },
      quantity: quantityOf(quantity), before: { status, quantity, offerId },
    });
    return { which, target, quantity, sent: new Sent(desk, { kind: 'transition-subscription', payload }) };
  }

  it('whose answer is lost is looked for in the list and not sent again, by the machine and the real calls', async () => {
    const desk = await openPracticeDesk();
    await desk.fault({ kind: 'slow-changes', seconds: 1 });
    const { which, target, quantity, sent } = await confirmed(desk, (all) => all);
    await desk.fault({ kind: 'drop-answer', match: { scenario: 'create-transition' } });
    expect(await sent.go()).toBe('unknown');
    // It is there, and not done yet: it is followed as one that was taken.
    sent.now = later(5);
    await sent.go();
    await expect.poll(async () => (await see(desk, which)).offerId, { timeout: 5_000 }).toBe(target.catalogItemId);
    sent.now = later(300);
    expect(await sent.go()).toBe('done');
    expect(sent.operation.state).toMatchObject({ result: { upgrade: { quantity, events: [{}, { status: 'Completed' }] }, wasThere: false } });
    expect(await timesAsked(desk)).toBe(1);
  }, 30_000);

  it('of a part makes a new subscription; one that somebody else made a moment before needs a decision, and none is made twice', async () => {
    const desk = await openPracticeDesk();
    await desk.fault({ kind: 'slow-changes', seconds: 1 });
    const { which, target, quantity, sent } = await confirmed(desk, () => 1);
    const other = new Sent(await desk.restarted(), {
      kind: 'transition-subscription', payload: upgrade({ ...sent.operation.payload, quantity }),
    });
    expect(await sent.go()).toBe('done');
    expect(await see(desk, which)).toMatchObject({ quantity: quantity - 1 });
    const made = sent.operation.state.name === 'done' && sent.operation.state.result.kind === 'transition-subscription'
      ? sent.operation.state.result.upgrade?.toSubscriptionId : undefined;
    expect(await see(desk, { ...which, subscriptionId: made ?? '' })).toMatchObject({ quantity: 1, offerId: target.catalogItemId });
    expect(await other.go()).toBe('needs-decision');
    expect(await timesAsked(desk)).toBe(1);
    other.give({ name: 'decide', decision: { kind: 'accept' } });
    expect(await other.go()).toBe('done');
    expect((await see(desk, which)).offerId).toBe(target.catalogItemId);
    expect(await timesAsked(desk)).toBe(2);
  }, 30_000);

  it('that the server takes and then gives up is refused with its reason; nothing has changed', async () => {
    const desk = await openPracticeDesk();
    await desk.fault({ kind: 'slow-changes', seconds: 1 });
    await desk.fault({ kind: 'fail-transitions' });
    const { which, quantity, sent } = await confirmed(desk, () => 1);
    expect(await sent.go()).toBe('refused');
    expect(sent.operation.state).toMatchObject({ failure: { code: 'upgrade-not-possible', serverCode: '5', values: { about: 'conversion' } } });
    expect((await see(desk, which)).quantity).toBe(quantity);
  }, 30_000);
});
