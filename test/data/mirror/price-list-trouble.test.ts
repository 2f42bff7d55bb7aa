import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openMirrorDatabase, writeDocument } from '../../../renderer/data/mirror/mirror-database.ts';
import { newAccountId } from '../../../shared/ids.ts';
import { sheetOf } from './price-sheet-text.ts';
import { portTo, pullTenant, resellerId } from './pull-tenant.ts';
import { handClock, openStore } from './stores.ts';

/** Content whose reading ends as nobody foresaw. */
class OddBlob extends Blob {
  override slice(): Blob {
    throw new RangeError('nobody foresaw this');
  }
}

/** The database cannot list its keys until this is called. */
function lockKeys(): () => void {
  const refuse = (): never => {
    throw new DOMException('the disk is busy', 'UnknownError');
  };
  const spies = [IDBObjectStore.prototype, IDBIndex.prototype].flatMap((kind) => [
    vi.spyOn(kind, 'getAllKeys').mockImplementation(refuse), vi.spyOn(kind, 'openKeyCursor').mockImplementation(refuse),
  ]);
  const unlock = (): void => spies.forEach((spy) => spy.mockRestore());
  onTestFinished(unlock);
  return unlock;
}

describe('price lists in trouble', () => {
  it('show an import that broke as a failed one, and the next one runs', async () => {
    const store = await openStore();
    await expect(store.importPriceList({ name: 'IT 202611.csv', content: new OddBlob(['PK']) })).rejects.toThrow('nobody foresaw this');
    expect(await store.priceListImport()).toMatchObject({
      source: { kind: 'file', name: 'IT 202611.csv' }, end: { kind: 'ended', result: { ok: false, error: { code: 'internal' } } },
    });
    await store.importPriceList({ name: 'IT 202611.csv', content: sheetOf({}) });
    expect(await store.priceLists()).toHaveLength(1);
  });

  it('are there again once the database can be read, without a restart', async () => {
    const accountId = newAccountId();
    const first = await openStore(handClock(), accountId);
    await first.importPriceList({ name: 'IT 202611.csv', content: sheetOf({}) });
    const store = await openStore(handClock(), accountId);
    const unlock = lockKeys();
    await expect(store.priceLists()).rejects.toThrow('the disk is busy');
    unlock();
    expect(await store.priceLists()).toHaveLength(1);
  });

  it('come with a pull that the version before began and priced', async () => {
    const accountId = newAccountId();
    const database = await openMirrorDatabase(accountId);
    await writeDocument(database, 'pull', { startedAt: handClock().now() });
    await database.jobs.put({ key: 'price-sheet:IT', value: [] });
    database.close();
    const store = await openStore(handClock(), accountId);
    await store.pull(portTo(pullTenant({ resellers: [{ id: resellerId(1), name: 'Alba' }] })));
    expect(await store.priceLists()).toMatchObject([{ market: 'IT', source: 'server' }]);
    expect((await store.offers({ country: 'IT', text: '' }))[0]?.terms[0]?.unitPrice?.amount).toBe('9.4');
  });
});
