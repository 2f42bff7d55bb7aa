import { useSyncExternalStore } from 'react';
import { PartnerBook } from './partner-book.ts';
import type { Partners } from './partner-book.ts';
import { useServices } from './services.tsx';
import type { Services } from './services.tsx';

export type { PartnerRow, Partners } from './partner-book.ts';

const books = new WeakMap<Services, PartnerBook>();

/** The one book of an open account. */
function bookOf(services: Services): PartnerBook {
  const book = books.get(services) ?? new PartnerBook(services);
  books.set(services, book);
  return book;
}

/**
 * All resellers with verdicts, contacts and sightings, live; undefined before the first answer. One reading is shared by
 * all who ask, and the same object until something changes, so that what is worked out of 2,000 rows can be kept. A
 * reading that failed is a bug of the store: it goes to the error boundary.
 */
export function usePartners(): Partners | undefined {
  const book = bookOf(useServices());
  const { partners, error } = useSyncExternalStore(book.subscribe, book.page);
  if (error !== undefined) throw error instanceof Error ? error : new Error('A query failed', { cause: error });
  return partners;
}
