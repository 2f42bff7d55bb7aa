import { afterEach, describe, expect, it, vi } from 'vitest';
import { openWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import type { OpenWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import { WorkDatabase, workDatabaseName } from '../../../renderer/data/work/work-database.ts';
import { AccountId, newJournalId, newOperationId } from '../../../shared/ids.ts';
import type { Account } from '../../../shared/domain/account.ts';
import { priceToleranceSetting } from '../../../shared/domain/cart/price-tolerance.ts';
import { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import { isOpen } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import {
  account, cartDraft, customerDraft, customerId, customerPayload, exchanges, good, later, lineOf, newCustomer, start, toConfirm,
} from '../../unit/sync/sync-builders.ts';

const clock: Clock = { now: () => start, at: () => () => undefined };
const opened: OpenWorkStore[] = [];
/** A store of an account of its own, so that tests share nothing. */
async function freshStore(): Promise<{ work: OpenWorkStore; owner: Account }> {
  const owner = { ...account, id: AccountId.parse(crypto.randomUUID()) };
  return { work: await reopen(owner), owner };
}
async function reopen(owner: Account): Promise<OpenWorkStore> {
  const work = await openWorkStore(owner, clock);
  opened.push(work);
  return work;
}
async function rawDatabase(owner: Account): Promise<WorkDatabase> {
  const database = new WorkDatabase(workDatabaseName(owner.id));
  await database.open();
  return database;
}
afterEach(() => {
  for (const work of opened.splice(0)) work.close();
  vi.restoreAllMocks();
});

const confirmed = async (work: OpenWorkStore): Promise<Operation> => {
  const result = await work.confirmCustomer(customerDraft(), customerPayload);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const done = (operation: Operation): Operation =>
  exchanges(operation, good.address, good.domain, good.customer);

describe('drafts', () => {
  it('are kept until dropped; a confirmed one stays, and a late autosave does not open it again', async () => {
    const { work } = await freshStore();
    await work.saveDraft(cartDraft());
    await work.saveDraft(customerDraft());
    await work.dropDraft(cartDraft().id);
    expect(await work.drafts()).toEqual([customerDraft()]);
    await confirmed(work);
    await work.dropDraft(customerDraft().id);
    await work.saveDraft(customerDraft({ fields: { companyName: 'Late' } }));
    expect(await work.draft(customerDraft().id)).toMatchObject({ state: 'confirmed', fields: { companyName: 'Fornace Bianchi' } });
  });
});

describe('confirming', () => {
  it('writes draft, operation and journal together', async () => {
    const { work } = await freshStore();
    const operation = await confirmed(work);
    expect(await work.operations()).toEqual([operation]);
    expect(await work.operation(operation.id)).toEqual(operation);
    expect(await work.journal({ limit: 9 })).toMatchObject([
      { what: 'confirmed', operationId: operation.id, who: account.userName, subject: 'Fornace Bianchi' },
    ]);
  });

  it('makes one operation of two clicks', async () => {
    const { work } = await freshStore();
    const [first, second] = await Promise.all([confirmed(work), confirmed(work)]);
    expect(second).toEqual(first);
    expect(await work.operations()).toHaveLength(1);
  });

  it('writes nothing at all when any part of it fails', async () => {
    const { work, owner } = await freshStore();
    await work.saveDraft(customerDraft());
    const database = await rawDatabase(owner);
    const bulkAdd = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function add(this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      if (this.name === 'journal') throw new DOMException('disk full', 'QuotaExceededError');
      return bulkAdd.call(this, value, key);
    });
    await expect(work.confirmCustomer(customerDraft(), customerPayload)).rejects.toThrow('disk full');
    expect(await database.operations.count()).toBe(0);
    expect(await work.draft(customerDraft().id)).toMatchObject({ state: 'open' });
    database.close();
  });

  it('makes agreement and order, waiting for the customer', async () => {
    const { work } = await freshStore();
    const customer = await confirmed(work);
    const draft = cartDraft({ customer: { kind: 'pending', operationId: customer.id }, agreement: toConfirm });
    const made = await work.confirmCart(draft);
    expect((await work.operations()).map(({ kind }) => kind)).toEqual(['create-customer', 'confirm-agreement', 'place-order']);
    expect(made.ok && made.value.map(({ dependsOn }) => dependsOn.length)).toEqual([1, 2]);
  });

  it.each([
    [{ reseller: undefined }, 'reseller-missing'],
    [{ agreement: undefined }, 'agreement-missing'],
    [{ attestationAccepted: false }, 'attestation-missing'],
    [{ lines: [] }, 'invalid-input'],
    [{ customer: { kind: 'pending', operationId: newOperationId() } }, 'customer-not-found'],
  ])('refuses a cart that is not ready: %o', async (change, code) => {
    const { work } = await freshStore();
    expect(await work.confirmCart(cartDraft(change))).toMatchObject({ ok: false, error: { code } });
    expect(await work.operations()).toEqual([]);
  });

  it('takes the price tolerance of the settings along, and none where nothing was set', async () => {
    const { work } = await freshStore();
    await work.confirmCart(cartDraft());
    await work.saveSetting(priceToleranceSetting, '2,5');
    await work.confirmCart(cartDraft({ id: crypto.randomUUID() }));
    const tolerances = (await work.operations()).map((one) => (one.kind === 'place-order' ? one.payload.priceTolerance : ''));
    expect(tolerances).toEqual([undefined, '0.025']);
  });

  it('names the customer by its tenant id when it was made while the cart was being filled', async () => {
    const { work } = await freshStore();
    const customer = await confirmed(work);
    const draft = cartDraft({ customer: { kind: 'pending', operationId: customer.id } });
    await work.saveDraft(draft);
    await work.commit({ before: [customer], after: [done(customer)], journal: [] });
    expect(await work.draft(draft.id)).toMatchObject({ customer: { kind: 'tenant', customerId } });
    const made = await work.confirmCart(draft);
    expect(made.ok && made.value).toMatchObject([{ dependsOn: [], payload: { customer: { kind: 'tenant', customerId } } }]);
  });
});

describe('commit', () => {
  it('writes only over what the machine started from', async () => {
    const { work } = await freshStore();
    const before = await confirmed(work);
    const after = exchanges(before, good.address);
    expect(await work.commit({ before: [before], after: [after], journal: [] })).toBe('stored');
    expect(await work.commit({ before: [before], after: [done(before)], journal: [] })).toBe('stale');
    expect(await work.operations()).toEqual([after]);
    expect(await work.commit({ before: [], after: [before], journal: [] })).toBe('stale');
    expect(await work.commit({ before: [newCustomer()], after: [], journal: [] })).toBe('stale');
  });

  it('lets one of two windows win', async () => {
    const { work, owner } = await freshStore();
    const other = await reopen(owner);
    const before = await confirmed(work);
    const change = { before: [before], after: [exchanges(before, good.address)], journal: [] };
    const outcomes = await Promise.all([work.commit(change), other.commit(change)]);
    expect(outcomes.toSorted()).toEqual(['stale', 'stored']);
  });
});

describe('rows that cannot be read', () => {
  it('are parked with their value, stay, and block nothing', async () => {
    const { work, owner } = await freshStore();
    const operation = await confirmed(work);
    work.close();
    const database = await rawDatabase(owner);
    const poison = { id: '0190a000-0000-7000-8000-00000000dead', kind: 'from-the-future', city: null };
    await database.operations.put(poison);
    database.close();
    const again = await reopen(owner);
    expect(await again.operations()).toEqual([operation]);
    expect(await again.parked()).toBe(1);
    expect(await again.parkedRows()).toEqual([{ table: 'operations', key: poison.id, raw: poison, parkedAt: start }]);
    const made = await again.confirmCart(cartDraft({ lines: [lineOf(0)] }));
    expect(made.ok).toBe(true);
    const kept = await rawDatabase(owner);
    expect(await kept.operations.get(poison.id)).toEqual(poison);
    await kept.operations.put({ ...newCustomer(), id: poison.id });
    kept.close();
    again.close();
    const healed = await reopen(owner);
    expect(await healed.parked()).toBe(0);
    expect((await healed.operations()).filter(isOpen)).toHaveLength(3);
  });

  it('are found in a long journal too', async () => {
    const { work, owner } = await freshStore();
    await work.addJournal({ who: 'app', what: 'pulled', details: {} });
    const [entry] = await work.journal({ limit: 1 });
    work.close();
    const database = await rawDatabase(owner);
    const rows = Array.from({ length: 1500 }, () => ({ ...entry, id: newJournalId() }));
    await database.journal.bulkAdd([...rows, { id: newJournalId(), what: 'odd' }]);
    database.close();
    const again = await reopen(owner);
    expect(await again.parked()).toBe(1);
    expect(await again.journal({ limit: 2000 })).toHaveLength(1501);
  });
});

describe('journal and settings', () => {
  it('reads the journal newest first, by operation and by words', async () => {
    const { work } = await freshStore();
    const operation = await confirmed(work);
    await work.addJournal({ who: 'app', what: 'pulled', details: { customers: '400' } });
    await work.addJournal({ who: 'app', what: 'refused', operationId: operation.id, subject: 'Fornace Bianchi', details: { code: 'domain-taken' } });
    expect((await work.journal({ limit: 2 })).map(({ what }) => what)).toEqual(['refused', 'pulled']);
    expect((await work.journal({ limit: 9, operationId: operation.id })).map(({ what }) => what)).toEqual(['refused', 'confirmed']);
    expect((await work.journal({ limit: 9, text: ' DOMAIN-taken' })).map(({ what }) => what)).toEqual(['refused']);
    expect(await work.journal({ limit: 0 })).toEqual([]);
  });

  it('keeps settings over restarts', async () => {
    const { work, owner } = await freshStore();
    await work.saveSetting('language', 'it');
    work.close();
    const again = await reopen(owner);
    expect(await again.setting('language')).toBe('it');
    expect(await again.setting('theme')).toBeUndefined();
  });

  it('stores the journal of a change with the change', async () => {
    const { work } = await freshStore();
    const before = await confirmed(work);
    const entry = JournalEntry.parse({ id: newJournalId(), at: later(1), accountId: account.id, who: 'app', what: 'done' });
    await work.commit({ before: [before], after: [done(before)], journal: [entry] });
    expect((await work.journal({ limit: 1 }))[0]).toEqual(entry);
    await work.commit({ before: [before], after: [before], journal: [{ ...entry, id: newJournalId() }] });
    expect(await work.journal({ limit: 9 })).toHaveLength(2);
  });
});

describe('watching', () => {
  it('runs the query now and after each change, until stopped', async () => {
    const { work } = await freshStore();
    const seen: number[] = [];
    const arrived = Promise.withResolvers<void>();
    const stop = work.watch(
      () => work.operations(),
      (operations) => {
        seen.push(operations.length);
        if (operations.length === 1) arrived.resolve();
      },
    );
    await confirmed(work);
    await arrived.promise;
    stop();
    expect(seen.at(-1)).toBe(1);
  });
});

describe('a watched query', () => {
  it('is run again when anything it read changed, however much it reads', async () => {
    const { work } = await freshStore();
    const names = ['a', 'b', 'c', 'd'];
    const changes: Record<string, () => Promise<unknown>> = {
      operation: () => confirmed(work),
      ...Object.fromEntries(names.map((name) => [name, () => work.saveSetting(name, 'yes')])),
      draft: () => work.saveDraft(cartDraft()),
    };
    let told = Promise.withResolvers<void>();
    const seen: string[] = [];
    const stop = work.watch(
      async () => {
        await work.operations();
        for (const name of names) await work.setting(name);
        await work.operation(newOperationId());
        await work.drafts();
      },
      () => told.resolve(),
    );
    await told.promise;
    for (const [what, change] of Object.entries(changes)) {
      told = Promise.withResolvers();
      await change();
      await told.promise;
      seen.push(what);
    }
    expect(seen).toEqual(['operation', ...names, 'draft']);
    stop();
  });

  it('is told some times a second while thousands of things change, the last of them in the end, and a single one at once', async () => {
    const { work } = await freshStore();
    const seen: (string | undefined)[] = [];
    let last = Promise.withResolvers<void>();
    const stop = work.watch(() => work.setting('n'), (value) => {
      seen.push(value);
      if (value === '500') last.resolve();
    });
    for (let n = 1; n <= 500; n += 1) await work.saveSetting('n', String(n));
    await last.promise;
    expect(seen.length).toBeLessThan(100);
    last = Promise.withResolvers();
    await work.saveSetting('n', '0');
    await work.saveSetting('n', '500');
    await last.promise;
    stop();
  });
});

describe('the database', () => {
  it('asks for strict durability in every transaction that writes', async () => {
    const hints: (string | undefined)[] = [];
    const transaction = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function spy(
      this: IDBDatabase, names: string | Iterable<string>, mode?: IDBTransactionMode, options?: IDBTransactionOptions,
    ) {
      if (mode === 'readwrite') hints.push(options?.durability);
      return transaction.call(this, names, mode, options);
    });
    const { work } = await freshStore();
    const operation = await confirmed(work);
    await work.commit({ before: [operation], after: [done(operation)], journal: [] });
    await work.saveSetting('language', 'it');
    await work.saveDraft(cartDraft());
    await work.addJournal({ who: 'app', what: 'pulled', details: {} });
    expect(hints.length).toBeGreaterThanOrEqual(5);
    expect(new Set(hints)).toEqual(new Set(['strict']));
  });

  it('asks the browser never to evict it', async () => {
    const persist = vi.fn<() => Promise<boolean>>(async () => true);
    vi.stubGlobal('navigator', { storage: { persist } });
    await freshStore();
    vi.unstubAllGlobals();
    expect(persist).toHaveBeenCalled();
  });
});
