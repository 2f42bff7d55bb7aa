import { afterEach, describe, expect, it, vi } from 'vitest';
import { openWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import type { OpenWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import { WorkDatabase, workDatabaseName } from '../../../renderer/data/work/work-database.ts';
import type { Account } from '../../../shared/domain/account.ts';
import { AccountId } from '../../../shared/ids.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import { Operation } from '../../../shared/sync/operation.ts';
import type { SubscriptionChange } from '../../../shared/sync/operation.ts';
import { account, give, resellerChange, start } from '../../unit/sync/sync-builders.ts';

const clock: Clock = { now: () => start, at: () => () => undefined };
const opened: { close(): void }[] = [];
async function storeOf(owner: Account): Promise<OpenWorkStore> {
  const work = await openWorkStore(owner, clock);
  opened.push(work);
  return work;
}
const newOwner = (): Account => ({ ...account, id: AccountId.parse(crypto.randomUUID()) });
async function rawDatabase(owner: Account): Promise<WorkDatabase> {
  const database = new WorkDatabase(workDatabaseName(owner.id));
  await database.open();
  opened.push(database);
  return database;
}
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
  vi.restoreAllMocks();
});

const changes = (count: number): SubscriptionChange[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'change-subscription', payload: resellerChange({ subscriptionId: `subscription-${index}` }),
  }));
async function confirm(work: OpenWorkStore, count: number): Promise<readonly Operation[]> {
  const made = await work.confirmChange(changes(count), undefined);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}
const cancel = async (work: OpenWorkStore, before: Operation): Promise<'stored' | 'stale'> =>
  work.commit({ before: [before], after: [give(before, { name: 'cancel' }).operation], journal: [] });

describe('operations of the store', () => {
  it('are parsed once for each writing, and are the same objects as long as nobody wrote them', async () => {
    const work = await storeOf(newOwner());
    await confirm(work, 450);
    const first = await work.operations();
    expect(await work.operations()).toBe(first);
    const parse = vi.spyOn(Operation, 'safeParse');
    expect(await cancel(work, first[7] as Operation)).toBe('stored');
    const second = await work.operations();
    expect(parse).toHaveBeenCalledTimes(1);
    expect(second[7]?.state.name).toBe('cancelled');
    expect(second.filter((one, index) => one !== first[index])).toHaveLength(1);
    // what was read before the change is stale by its revision alone
    expect(await cancel(work, first[7] as Operation)).toBe('stale');
    expect(parse).toHaveBeenCalledTimes(1);
  });

  it('are what is stored, whichever of two windows wrote it and whoever asks at the same time', async () => {
    const owner = newOwner();
    const [one, other] = [await storeOf(owner), await storeOf(owner)];
    await confirm(one, 250);
    const [here, there] = await Promise.all([one.operations(), other.operations(), other.operations(), one.operations()]);
    expect(there).toEqual(here);
    expect(await cancel(other, there[0] as Operation)).toBe('stored');
    expect(await cancel(one, here[0] as Operation)).toBe('stale');
    expect(await one.operations()).toEqual(await other.operations());
    expect((await one.operations())[0]?.state.name).toBe('cancelled');
  });

  it('are sorted by their ids, also those that another clock made earlier', async () => {
    const owner = newOwner();
    const work = await storeOf(owner);
    const [made] = await confirm(work, 1);
    const early = { ...made, id: '00000000-0000-7000-8000-000000000001' } as Operation;
    await work.commit({ before: [], after: [early], journal: [] });
    expect((await work.operations()).map(({ id }) => id)).toEqual([early.id, made?.id]);
  });

  it('lose one that a newer app made unreadable, and have it again when it can be read', async () => {
    const owner = newOwner();
    const work = await storeOf(owner);
    const [first, second] = await confirm(work, 2);
    const database = await rawDatabase(owner);
    await database.operations.put({ ...first, kind: 'from-the-future', revision: 90 });
    expect(await work.operations()).toEqual([second]);
    expect(await cancel(work, first as Operation)).toBe('stale');
    await database.operations.put({ ...first, revision: 91 });
    expect(await work.operations()).toEqual([first, second]);
    expect(await cancel(work, first as Operation)).toBe('stored');
  });

  it('of an older app, which knows no revisions, are read at the next opening', async () => {
    const owner = newOwner();
    const [made] = await confirm(await storeOf(owner), 1);
    const database = await rawDatabase(owner);
    await database.operations.put(made);
    expect(await (await storeOf(owner)).operations()).toEqual([made]);
  });

  it('are confirmed in their thousands in one transaction, and confirmed again are the same', async () => {
    const work = await storeOf(newOwner());
    const made = await confirm(work, 2000);
    expect(new Set(made.map(({ id }) => id)).size).toBe(2000);
    expect(await confirm(work, 2000)).toEqual(made);
    expect(await work.operations()).toHaveLength(2000);
  });

  it('are not read from a transaction that came to nothing', async () => {
    const work = await storeOf(newOwner());
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('disk full', 'QuotaExceededError');
    });
    await expect(work.confirmChange(changes(3), undefined)).rejects.toThrow('disk full');
    vi.restoreAllMocks();
    expect(await work.operations()).toEqual([]);
    expect(await confirm(work, 3)).toHaveLength(3);
    expect(await work.operations()).toHaveLength(3);
  });
});
