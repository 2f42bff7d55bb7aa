import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { openLog } from '../../../electron/log/logger.ts';
import type { Connection } from '../../../electron/partner-center/http.ts';
import { openPause } from '../../../electron/partner-center/pause.ts';
import { createSeed } from '../../../electron/practice/seed/seed.ts';
import { openGateway } from '../../../electron/sync/sync-gateway.ts';
import { openWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import type { OpenWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import { batchBudgetSetting } from '../../../renderer/sync/batch-settings.ts';
import { startOutbox } from '../../../renderer/sync/sync-runner.ts';
import type { Connectivity } from '../../../shared/contract/contract.ts';
import type { Account } from '../../../shared/domain/account.ts';
import { AccountId, BatchId } from '../../../shared/ids.ts';
import { instantOf } from '../../../shared/instant.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import { ok } from '../../../shared/result.ts';
import { isWrite } from '../../../shared/partner-center/server-call.ts';
import type { Outgoing } from '../../../shared/sync/exchange.ts';
import type { SubscriptionChange } from '../../../shared/sync/operation.ts';
import { startPracticeClient } from '../../support/practice-client.ts';
import type { PracticeClient } from '../../support/practice-client.ts';
import { account, resellerChange } from '../../unit/sync/sync-builders.ts';
import { isolatedLocks, when } from './outbox-desk.ts';

/** A tenth of the 5,000 that must hold: those take two minutes of a processor (`BULK_RUN=5000 vitest run --project data bulk-run`). */
const count = Number(process.env['BULK_RUN'] ?? 500);
/** So many calls from one trouble to the next of its kind. */
const every = count / 5;
/** A minute of everybody's clock takes three seconds. */
const speed = 20;
const startedAt = Date.now();
const fastNow = (): number => startedAt + (Date.now() - startedAt) * speed;
const clock: Clock = {
  now: () => instantOf(new Date(fastNow())),
  at: (moment, callback) => {
    const timer = setTimeout(callback, Math.max(0, (Date.parse(moment) - fastNow()) / speed));
    return () => clearTimeout(timer);
  },
};

const seed = createSeed('large');
const wanted = { partnerId: seed.resellerAt(2).mpnId, name: seed.resellerAt(2).name };
function intended(): { readonly changes: SubscriptionChange[]; readonly paths: string[] } {
  const records = Array.from({ length: 700 }, (_, index) => seed.subscriptionsOf(seed.listingAt(index).tenantId)).flat();
  const chosen = records.filter(({ partnerId }) => partnerId !== wanted.partnerId).slice(0, count);
  return {
    changes: chosen.map(({ id, customerTenantId, partnerId }) => ({
      kind: 'change-subscription',
      payload: resellerChange({
        reseller: wanted, before: partnerId, subscriptionId: id, customer: { kind: 'tenant', customerId: customerTenantId },
      }),
    })),
    paths: chosen.map(({ id, customerTenantId }) => `/v1/customers/${customerTenantId}/subscriptions/${id}`),
  };
}

interface Start {
  readonly owner: Account;
  readonly server: PracticeClient;
  /** Told before each call; `hang` lets the answer never arrive, as when the app is killed. */
  readonly onCall: (made: number, call: Outgoing['call']) => Promise<'hang' | undefined>;
}

/** The app's whole way from the store to the server, started anew: nothing of a former one is in its memory. */
async function startApp({ owner, server, onCall }: Start): Promise<{ readonly work: OpenWorkStore; readonly stop: () => Promise<void> }> {
  const connection: Connection = {
    hosts: { api: server.url, pricing: server.url },
    tokens: { access: async () => ok(server.token), refuse: () => undefined },
    pause: openPause(fastNow),
    locale: 'it-IT',
  };
  const online: Connectivity = { isOnline: true, reason: 'online' };
  const gateway = openGateway({
    accounts: { open: async () => ok({ account: owner, connection }) },
    connectivity: { read: () => online, reportUnreachable: () => undefined, reportAnswer: () => undefined },
    envelopes: undefined as never,
    envelopesChanged: () => undefined,
    log: openLog(join(tmpdir(), `bulk-run-${owner.id}`)),
  });
  const work = await openWorkStore(owner, clock);
  let made = 0;
  const outbox = await startOutbox({
    account: owner, work, clock, locks: isolatedLocks(), connectivity: createStore<Connectivity>(() => online),
    mirror: { apply: async () => undefined, customer: async () => undefined },
    gateway: {
      exchange: async (outgoing) => {
        made += 1;
        const fate = await onCall(made, outgoing.call);
        const incoming = await gateway.exchange(outgoing);
        return fate === 'hang' ? new Promise(() => undefined) : incoming;
      },
    },
  });
  return { work, stop: () => outbox.stop() };
}

it(`makes ${count} changes exactly once each, throttled, with answers lost, and killed half-way`, { timeout: 240_000 }, async () => {
  const owner = { ...account, id: AccountId.parse(crypto.randomUUID()) };
  const server = await startPracticeClient({ seed: 'large', now: () => new Date(fastNow()) });
  const { changes, paths } = intended();
  expect(changes).toHaveLength(count);
  // now and then the server asks for a pause, a little later it acts and its answer is lost
  const trouble = async (made: number): Promise<undefined> => {
    if (made % every === Math.floor(every / 2)) await server.fault({ kind: 'throttle', retryAfter: 10, times: 1 });
    if (made % every === Math.floor(every * 0.7)) await server.fault({ kind: 'drop-answer', match: { method: 'PATCH' }, times: 1 });
  };
  const killed = Promise.withResolvers<void>();
  const first = await startApp({
    owner, server,
    onCall: async (made, call) => {
      await trouble(made);
      if (made < count || !isWrite(call)) return undefined;
      killed.resolve();
      return 'hang';
    },
  });
  await first.work.saveSetting(batchBudgetSetting, '1000000');
  const confirmed = await first.work.confirmChange(changes, undefined, BatchId.parse(crypto.randomUUID()));
  expect(confirmed.ok && confirmed.value.length).toBe(count);
  await killed.promise;
  first.work.close();
  const again = await startApp({ owner, server, onCall: trouble });
  const after = await when(again.work, (operations) => operations.every(({ state }) => state.name === 'done'));
  expect(after).toHaveLength(count);
  const { writes, replays } = await server.ledger();
  expect(writes.map(({ path }) => path).toSorted()).toEqual(paths.toSorted());
  expect(new Set(writes.map(({ body }) => (body as { partnerId: string }).partnerId))).toEqual(new Set([wanted.partnerId]));
  expect(replays.length).toBeGreaterThan(0);
  await again.stop();
  again.work.close();
  await server.close();
});
