import { describe, expect, it } from 'vitest';
import { createSeed } from '../../../electron/practice/seed/seed.ts';
import { isSameSku } from '../../../shared/domain/subscription/upgrade.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import { newRequestId } from '../../../shared/ids.ts';
import { openPracticeDesk } from './support/practice-desk.ts';
import type { PracticeDesk } from './support/practice-desk.ts';

const seed = createSeed('small');

/** A subscription of the seed that may become something at once, with what that is. */
async function someUpgrade(desk: PracticeDesk) {
  for (let index = 0; index < 200; index += 1) {
    const customerId = seed.listingAt(index).tenantId;
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
    const { which, target, scheduled } = await someUpgrade(desk);
    expect(scheduled.length).toBeGreaterThan(0);
    const requestId = newRequestId();
    const wish = { ...which, toCatalogItemId: target.catalogItemId, quantity: target.quantity, transitionType: 'transition_only' };
    const sent = await desk.send('transition-subscription', wish, { requestId });
    expect(sent).toMatchObject({ outcome: 'answered', value: { upgrade: { quantity: target.quantity, type: 'transition_only' } } });
    await desk.send('transition-subscription', wish, { requestId });
    const { writes } = await desk.ledger();
    expect(writes.filter(({ scenario }) => scenario === 'create-transition')).toHaveLength(1);
    const listed = await desk.send('list-transitions', which);
    expect(listed).toMatchObject({ outcome: 'answered', value: { upgrades: [{ events: [{}, { status: 'Completed' }] }] } });
    const read = await desk.send('read-subscription', which);
    if (read.outcome !== 'answered') throw new Error(read.outcome);
    const { subscription } = serverCalls['read-subscription'].out.parse(read.value);
    expect(isSameSku(subscription.offerId ?? '', target.catalogItemId)).toBe(true);
    const again = await desk.send('transition-subscription', wish);
    expect(again).toMatchObject({ outcome: 'refused', failure: { code: 'upgrade-not-possible', serverCode: '900259' } });
  }, 30_000);
});
