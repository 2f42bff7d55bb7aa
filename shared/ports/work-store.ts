import type { CartDraft, CustomerDraft, Draft } from '../domain/draft.ts';
import type { JournalEntry } from '../domain/journal/journal-entry.ts';
import type {
  CreateCustomerPayload, Operation, ResetPasswordPayload, SubscriptionChange, RequestQualificationPayload,
} from '../sync/operation.ts';
import type { BatchId, DraftId, OperationId } from '../ids.ts';
import type { Result } from '../result.ts';
import type { BatchStore } from './batch-store.ts';
import type { PartnershipStore } from './partnership-store.ts';
import type { QuoteStore } from './quote-store.ts';

export interface JournalQuery {
  readonly operationId?: OperationId;
  readonly text?: string;
  readonly limit: number;
}

/**
 * Unsent work: drafts, outbox, journal, settings. Strict durability, never rebuilt (decision D1). Each method is one
 * transaction: the record and the operation that belongs to it are written together or not at all (D2).
 */
export interface WorkStore {
  readonly partnerships: PartnershipStore;
  readonly quotes: QuoteStore;
  readonly batches: BatchStore;

  drafts(): Promise<readonly Draft[]>;
  draft(id: DraftId): Promise<Draft | undefined>;
  saveDraft(draft: Draft): Promise<void>;
  /** Drops an open draft. A confirmed one stays: its operations name it. */
  dropDraft(id: DraftId): Promise<void>;

  /**
   * Oldest first: the order in which they are sent. One that did not change is the same object as before, and the list is when none
   * did.
   */
  operations(): Promise<readonly Operation[]>;
  operation(id: OperationId): Promise<Operation | undefined>;
  /** Confirms a new customer: draft confirmed, one operation made, journal entry written, all in one transaction. */
  confirmCustomer(draft: CustomerDraft, payload: CreateCustomerPayload): Promise<Result<Operation>>;
  /** Confirms a cart: the agreement's operation (when it must be attested) and the order's, in order, in one transaction. */
  confirmCart(draft: CartDraft): Promise<Result<readonly Operation[]>>;
  /**
   * Confirms changes of subscriptions, without a draft: an operation and a journal entry each, all in one transaction; answers
   * the operation that stands for each change, in their order. One that is open already answers itself: a double click changes
   * nothing; edits of one subscription are coalesced. The provider's own Partner ID is refused. With `batchId` the new ones belong
   * to a bulk change.
   */
  confirmChange(
    changes: readonly SubscriptionChange[], ownPartnerId: string | undefined, batchId?: BatchId,
  ): Promise<Result<readonly Operation[]>>;
  /** Confirms the reset of a user's password, without a draft. One that is open for that user answers itself. */
  confirmReset(payload: ResetPasswordPayload): Promise<Operation>;
  /**
   * Confirms the request of a qualification, without a draft. One that is open already answers itself; another one for the
   * same qualification is refused (`change-open`).
   */
  confirmQualification(payload: RequestQualificationPayload): Promise<Result<readonly Operation[]>>;
  /**
   * Stores what the machine decided. Fails with `stale` (nothing written) when an operation in the store is no longer
   * the one the machine started from.
   */
  commit(change: OperationChange): Promise<'stored' | 'stale'>;

  journal(query: JournalQuery): Promise<readonly JournalEntry[]>;
  addJournal(entry: Omit<JournalEntry, 'id' | 'at' | 'accountId'>): Promise<void>;

  setting(name: string): Promise<string | undefined>;
  saveSetting(name: string, value: string): Promise<void>;

  /**
   * How many rows cannot be read by this version of the app: they are kept as they were found, and block nothing
   * (failure story F11). Above zero a screen says so.
   */
  parked(): Promise<number>;

  /**
   * Runs the query now and after each change of what it read; returns the way to stop. Of very many changes in a row not each is
   * told, but always the last.
   */
  watch<Value>(query: () => Promise<Value>, listener: (value: Value) => void): () => void;
}

export interface OperationChange {
  readonly before: readonly Operation[];
  readonly after: readonly Operation[];
  readonly journal: readonly JournalEntry[];
}
