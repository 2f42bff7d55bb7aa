import { describe, expect, it } from 'vitest';
import { WorkDatabase, workDatabaseName } from '../../../renderer/data/work/work-database.ts';
import { quoteNumber } from '../../../shared/domain/quote/quote-number.ts';
import { quoteOf } from '../../../shared/domain/quote/quote-of.ts';
import { account, cartDraft, start } from '../../unit/sync/sync-builders.ts';
import { openOwn, own } from './own-stores.ts';

const contentOf = (more: object = {}) =>
  quoteOf(cartDraft(more), { audience: { kind: 'customer' }, language: 'en', validUntil: '2026-12-31', terms: '' }, false);

describe('quotes', () => {
  it('get the next version of their cart, with who, when and a journal entry', async () => {
    const work = await openOwn();
    const first = await work.quotes.add(contentOf());
    const second = await work.quotes.add(contentOf());
    expect([first.version, second.version]).toEqual([1, 2]);
    expect(second).toMatchObject({ madeAt: start, madeBy: account.userName, provider: account.name });
    expect(await work.quotes.ofDraft(first.draftId)).toEqual([second, first]);
    expect(await work.quotes.get(first.id)).toEqual(first);
    expect(await work.journal({ limit: 9 })).toMatchObject([
      { what: 'quote-made', subject: 'Fornace Bianchi', details: { number: quoteNumber(second) } },
      { what: 'quote-made', details: { number: quoteNumber(first) } },
    ]);
  });

  it('number two that are made at once one after the other', async () => {
    const work = await openOwn();
    const made = await Promise.all([work.quotes.add(contentOf()), work.quotes.add(contentOf())]);
    expect(made.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([1, 2]);
  });

  it('begin anew for another cart, and stay when theirs is bought or thrown away', async () => {
    const work = await openOwn();
    const bought = cartDraft();
    const dropped = cartDraft({ id: '0190a000-0000-7000-8000-0000000000d9' });
    await work.saveDraft(bought);
    await work.saveDraft(dropped);
    const first = await work.quotes.add(contentOf());
    const other = await work.quotes.add(contentOf({ id: dropped.id }));
    expect(other.version).toBe(1);
    expect((await work.confirmCart(bought)).ok).toBe(true);
    await work.dropDraft(dropped.id);
    expect(await work.draft(dropped.id)).toBeUndefined();
    expect(await work.quotes.all()).toEqual([other, first]);
  });

  it('that cannot be read are parked, block nothing, and keep their version taken', async () => {
    const owner = own();
    const before = await openOwn(owner);
    const first = await before.quotes.add(contentOf());
    const database = new WorkDatabase(workDatabaseName(owner.id));
    await database.open();
    await database.quotes.put({ id: 'from-tomorrow', draftId: first.draftId, version: 2, lines: 'not yet known' });
    database.close();
    const work = await openOwn(owner);
    expect(await work.parked()).toBe(1);
    expect(await work.quotes.all()).toEqual([first]);
    expect(await work.quotes.add(contentOf())).toMatchObject({ version: 3 });
  });
});
