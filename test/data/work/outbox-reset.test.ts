import { describe, expect, it, vi } from 'vitest';
import { voidGivenUp } from '../../../renderer/sync/given-up-envelopes.ts';
import type { OperationId } from '../../../shared/ids.ts';
import { exchange, give, later, newReset, refusal, resetPayload, silence } from '../../unit/sync/sync-builders.ts';
import { newProfile } from './new-profile.ts';
import { when } from './outbox-desk.ts';

const offline = { isOnline: false, reason: 'no-network' } as const;

describe('a reset in the outbox', () => {
  it('is one, with its journal, however often it is confirmed, and goes when the network is back', async () => {
    const profile = newProfile();
    profile.connectivity.setState(offline);
    const { work } = await profile.open();
    const [first, second] = await Promise.all([work.confirmReset(resetPayload()), work.confirmReset(resetPayload())]);
    expect(second.id).toBe(first.id);
    expect(await work.journal({ limit: 9 })).toMatchObject([{ what: 'confirmed', subject: 'Fornace Bianchi', details: { kind: 'reset-password' } }]);
    profile.connectivity.setState({ isOnline: true, reason: 'online' });
    await when(work, ([operation]) => operation?.state.name === 'done');
    expect(profile.server.performed.map(({ call }) => call)).toEqual(['reset-password']);
  });

  it('has its password destroyed when it was cancelled, also when the app ended in between, and no other', async () => {
    const profile = newProfile();
    profile.connectivity.setState(offline);
    const { work, outbox } = await profile.open();
    const [cancelled, open] = [await work.confirmReset(resetPayload()), await work.confirmReset(resetPayload({ userId: crypto.randomUUID() }))];
    await outbox.cancel(cancelled.id);
    const giveUp = vi.fn<(id: OperationId, mayBeSet: boolean) => Promise<void>>();
    await voidGivenUp({ prepared: async () => [open.id, cancelled.id], giveUp }, work);
    expect(giveUp.mock.calls).toEqual([[cancelled.id, false]]);
  });

  it('keeps its password when it was given up without an answer, for that may be in use', async () => {
    const lost = exchange(exchange(newReset(), silence), refusal('user-role-missing'), later(600));
    const cancelled = give(lost, { name: 'cancel' }).operation;
    const giveUp = vi.fn<(id: OperationId, mayBeSet: boolean) => Promise<void>>();
    await voidGivenUp({ prepared: async () => [cancelled.id], giveUp }, { operation: async () => cancelled });
    expect(giveUp.mock.calls).toEqual([[cancelled.id, true]]);
  });
});
