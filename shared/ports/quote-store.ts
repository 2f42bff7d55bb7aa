import type { Quote, QuoteContent } from '../domain/quote/quote.ts';
import type { DraftId, QuoteId } from '../ids.ts';

/** The quotes made so far. A version is written once: there is no way to change or remove one (decision D1). */
export interface QuoteStore {
  /** Newest first. */
  all(): Promise<readonly Quote[]>;
  /** The versions of one cart, newest first; also of one that was bought or thrown away. */
  ofDraft(id: DraftId): Promise<readonly Quote[]>;
  /** Writes the next version of its cart, with its journal entry. */
  add(content: QuoteContent): Promise<Quote>;
  get(id: QuoteId): Promise<Quote | undefined>;
}
