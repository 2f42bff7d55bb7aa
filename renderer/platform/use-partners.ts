import { useEffect, useState } from 'react';
import type { BookPage, PartnerBook, Partners } from './partner-book.ts';
import { useServices } from './services.tsx';
import type { Services } from './services.tsx';

export type { PartnerRow, Partners } from './partner-book.ts';

const books = new WeakMap<Services, PartnerBook>();

/** The one book of an open account. Its code is not part of what the window starts with. */
async function bookOf(services: Services): Promise<PartnerBook> {
  const { PartnerBook: Book } = await import('./partner-book.ts');
  const book = books.get(services) ?? new Book(services);
  books.set(services, book);
  return book;
}

/**
 * All resellers with verdicts, contacts and sightings, live; undefined before the first answer. One reading is shared by
 * all who ask, and the same object until something changes, so that what is worked out of 2,000 rows can be kept. A
 * reading that failed is a bug of the store: it goes to the error boundary.
 */
export function usePartners(): Partners | undefined {
  const services = useServices();
  const [{ partners, error }, setPage] = useState<BookPage>(() => books.get(services)?.page() ?? {});
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isLeft = false;
    const read = (book: PartnerBook): void => {
      if (isLeft) return;
      const turn = (): void => setPage(book.page());
      stop = book.subscribe(turn);
      turn();
    };
    bookOf(services).then(read, (reason: unknown) => setPage({ error: reason }));
    return () => {
      isLeft = true;
      stop?.();
    };
  }, [services]);
  if (error !== undefined) throw error instanceof Error ? error : new Error('A query failed', { cause: error });
  return partners;
}
