import { afterEach, describe, expect, it, vi } from 'vitest';
import { bridge } from '../../../renderer/platform/bridge.ts';
import { pullControl } from '../../../renderer/sync/pull-controller.ts';
import type { PullParts } from '../../../renderer/sync/pull-controller.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { failure } from '../../../shared/contract/failure.ts';
import { AccountId } from '../../../shared/ids.ts';
import type { CollectionName, CollectionStatus, MirrorStatus, MirrorUpdate } from '../../../shared/ports/mirror.ts';
import { page } from './bridge-page.ts';
import { account, answer, customerId, refusal, start } from './sync-builders.ts';

const collectionNames: readonly CollectionName[] = ['organization', 'resellers', 'customers', 'associations', 'country-rules', 'catalogue'];
const statusWith = (stopped: MirrorStatus['stopped']): MirrorStatus => {
  const collection: CollectionStatus = { count: 40 };
  const [organization, resellers, customers, associations, countryRules, catalogue] = collectionNames.map(() => collection);
  if (!organization || !resellers || !customers || !associations || !countryRules || !catalogue) throw new Error('too few');
  const collections = { organization, resellers, customers, associations, 'country-rules': countryRules, catalogue };
  return { collections, pull: undefined, stopped };
};

const readings: Readonly<Record<string, unknown>> = {
  'read-customer': { id: customerId, companyName: 'Bianchi', domain: 'b.onmicrosoft.com', relationship: 'reseller' },
  'list-subscriptions': { subscriptions: [] },
  'list-resellers': { resellers: [{ id: customerId, name: 'Alba', partnerId: '4890002', state: 'Active', location: 'IT' }] },
  'read-agreement-state': { isAccepted: true, acceptedAt: start, how: 'attested' },
};

/** The main process behind the real bridge: a port for each pull, and readings of one customer. */
function mainProcess(): void {
  const { post } = page(async (name, input) => {
    if (name === 'pull.open') {
      post(contract.pull.open.in.parse(input).pullId, new MessageChannel().port1);
      return { ok: true, value: {} };
    }
    const { call } = contract.sync.read.in.parse(input);
    return { ok: true, value: call in readings ? answer(readings[call]) : refusal('role-missing') };
  });
}
function parts(stopped?: MirrorStatus['stopped']) {
  const seen = {
    replaced: new Array<readonly [number, string]>(), pulls: 0, told: new Array<MirrorUpdate>(), journal: new Array<unknown>(),
    downloads: new Array<unknown>(),
  };
  const given: PullParts = {
    account: { ...account, id: AccountId.parse(crypto.randomUUID()) },
    clock: { now: () => start, at: () => () => undefined },
    work: { addJournal: async (entry) => void seen.journal.push(entry) },
    bridge,
    mirror: {
      apply: async (update) => void seen.told.push(update),
      stopPull: async () => undefined,
      customer: async () => undefined,
      customers: async () => ({ rows: [], total: 0 }),
      downloadPriceList: async (asked) => {
        seen.downloads.push(asked);
        return { kind: 'cancelled' };
      },
      replaceResellers: async (resellers, at) => void seen.replaced.push([resellers.length, at]),
      pull: async () => {
        seen.pulls += 1;
        return statusWith(stopped);
      },
    },
  };
  return { given, seen };
}
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('pulling', () => {
  it('runs one pull at a time and remembers that it was complete', async () => {
    mainProcess();
    const { given, seen } = parts();
    const control = pullControl(given);
    await Promise.all([control.pullNow(), control.pullNow()]);
    expect(seen.pulls).toBe(1);
    expect(seen.journal).toEqual([{ who: 'app', what: 'pulled', details: { resellers: '40', customers: '40' } }]);
    await control.pullNow();
    expect(seen.pulls).toBe(2);
  });

  it('leaves it to the other window while that one pulls', async () => {
    mainProcess();
    const { given, seen } = parts();
    await navigator.locks.request(`pull-${given.account.id}`, () => pullControl(given).pullNow());
    expect(seen.pulls).toBe(0);
  });

  it('remembers nothing of a pull that stopped or never began', async () => {
    mainProcess();
    const stopped = parts(failure('offline'));
    await pullControl(stopped.given).pullNow();
    page(async () => ({ ok: false, error: failure('offline') }));
    const closed = parts();
    await pullControl(closed.given).pullNow();
    expect([stopped.seen.journal, closed.seen.journal, closed.seen.pulls]).toEqual([[], [], 0]);
  });
});

describe('a pull that a person stops', () => {
  it('is not remembered as complete; the next one is', async () => {
    mainProcess();
    const { given, seen } = parts();
    const began = Promise.withResolvers<void>();
    const end = Promise.withResolvers<MirrorStatus>();
    const pull = given.mirror.pull;
    given.mirror.pull = () => {
      began.resolve();
      return end.promise;
    };
    const control = pullControl(given);
    const pulling = control.pullNow();
    await began.promise;
    await control.stop();
    end.resolve(statusWith(undefined));
    await pulling;
    expect(seen.journal).toEqual([]);
    given.mirror.pull = pull;
    await control.pullNow();
    expect(seen.journal).toHaveLength(1);
  });
});

describe('reading the list of resellers alone', () => {
  it('hands the whole list over with the time of its reading; a failure leaves it as it was', async () => {
    mainProcess();
    const { given, seen } = parts();
    const control = pullControl(given);
    expect(await Promise.all([control.refreshResellers(), control.refreshResellers()])).toEqual([
      { ok: true, value: undefined }, { ok: true, value: undefined },
    ]);
    expect(seen.replaced).toEqual([[1, start]]);
    page(async () => ({ ok: false, error: failure('offline') }));
    expect(await control.refreshResellers()).toEqual({ ok: false, error: failure('offline') });
    expect(seen.replaced).toHaveLength(1);
  });
});

describe('reading one customer', () => {
  it('keeps what could be read and names the first failure', async () => {
    mainProcess();
    const { given, seen } = parts();
    expect(await pullControl(given).refreshCustomer(customerId)).toEqual({ ok: false, error: failure('role-missing') });
    expect(seen.told.map(({ kind }) => kind).toSorted()).toEqual(['agreement-read', 'customer-read', 'subscriptions-read']);
  });
});

describe('a price list of the server', () => {
  it('is asked for over a port of its own', async () => {
    mainProcess();
    const { given, seen } = parts();
    expect(await pullControl(given).downloadPriceList('IT', '2026-10')).toEqual({ kind: 'cancelled' });
    expect(seen.downloads).toEqual([{ market: 'IT', month: '2026-10' }]);
  });

  it('that cannot be asked for fails as the port does', async () => {
    page(async () => ({ ok: false, error: failure('account-missing') }));
    const { given, seen } = parts();
    expect(await pullControl(given).downloadPriceList('IT', '2026-10')).toMatchObject({ result: { error: { code: 'account-missing' } } });
    expect(seen.downloads).toEqual([]);
  });
});
