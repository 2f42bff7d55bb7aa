import { describe, expect, it } from 'vitest';
import { createSeed } from '../../../electron/practice/seed/seed.ts';
import { usedSeats } from '../../../shared/domain/subscription/used-seats.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { ServerCallName, ServerCallOutput } from '../../../shared/partner-center/server-call.ts';
import { openPracticeDesk } from './support/practice-desk.ts';
import type { PracticeDesk } from './support/practice-desk.ts';

const seed = createSeed('small');

async function ask<Name extends ServerCallName>(desk: PracticeDesk, name: Name, input: unknown): Promise<ServerCallOutput<Name>> {
  const incoming = await desk.send(name, input);
  if (incoming.outcome !== 'answered') throw new Error(`${name}: ${incoming.outcome} ${incoming.failure.code}`);
  return serverCalls[name].out.parse(incoming.value) as ServerCallOutput<Name>;
}

describe('what the page of a subscription reads beside it', () => {
  it('is the seats in use, by the names of the offers, and its add-ons', async () => {
    const desk = await openPracticeDesk();
    for (const place of [8, 9, 10, 11, 12]) {
      const customerId = seed.listingAt(place).tenantId;
      const { subscriptions } = await ask(desk, 'list-subscriptions', { customerId });
      const { licenses } = await ask(desk, 'read-licenses', { customerId });
      for (const one of subscriptions.filter(({ status }) => status === 'active')) {
        const used = usedSeats(one, subscriptions, licenses);
        expect(used).toBeDefined();
        expect(used?.consumed).toBeLessThanOrEqual(used?.bought ?? 0);
        const addons = subscriptions.filter(({ parentSubscriptionId }) => parentSubscriptionId === one.id);
        expect(await ask(desk, 'list-addons', { customerId, subscriptionId: one.id })).toEqual({ subscriptions: addons });
      }
    }
  });
});
