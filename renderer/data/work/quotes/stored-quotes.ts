import type { Account } from '../../../../shared/domain/account.ts';
import { JournalEntry } from '../../../../shared/domain/journal/journal-entry.ts';
import { Quote } from '../../../../shared/domain/quote/quote.ts';
import { quoteNumber } from '../../../../shared/domain/quote/quote-number.ts';
import type { DraftId } from '../../../../shared/ids.ts';
import { newJournalId, newQuoteId } from '../../../../shared/ids.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { QuoteStore } from '../../../../shared/ports/quote-store.ts';
import { readRow, readRows } from '../readable-rows.ts';
import type { WorkDatabase } from '../work-database.ts';

const versionOf = (raw: unknown): number =>
  typeof raw === 'object' && raw !== null && 'version' in raw && typeof raw.version === 'number' ? raw.version : 0;

/** Quotes, written once. The number of a version counts rows that cannot be read too: it was handed out. */
export function storedQuotes(database: WorkDatabase, account: Account, clock: Clock): QuoteStore {
  const { quotes, journal } = database;
  const rawOf = (draftId: DraftId): Promise<unknown[]> => quotes.where('draftId').equals(draftId).toArray();
  return {
    all: async () => readRows(Quote, await quotes.orderBy('id').toArray()).toReversed(),
    ofDraft: async (draftId) => readRows(Quote, await rawOf(draftId)).toSorted((a, b) => b.version - a.version),
    get: async (id) => readRow(Quote, await quotes.get(id)),
    add: (content) =>
      database.transaction('rw', quotes, journal, async () => {
        const madeAt = clock.now();
        const version = (await rawOf(content.draftId)).reduce<number>((highest, raw) => Math.max(highest, versionOf(raw)), 0) + 1;
        const quote = Quote.parse({
          ...content, id: newQuoteId(), accountId: account.id, provider: account.name, version, madeAt, madeBy: account.userName,
        });
        await quotes.add(quote);
        await journal.add(JournalEntry.parse({
          id: newJournalId(), at: madeAt, accountId: account.id, who: account.userName, what: 'quote-made',
          subject: quote.customerName, details: { number: quoteNumber(quote) },
        }));
        return quote;
      }),
  };
}
