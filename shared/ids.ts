import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';

const guid = z.guid();

/** Our account on this computer (one sign-in to one provider tenant). UUIDv7. */
export const AccountId = guid.brand<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;

/** The provider's own Microsoft tenant: what an operation was confirmed for (decision D2). */
export const ProviderTenantId = guid.brand<'ProviderTenantId'>();
export type ProviderTenantId = z.infer<typeof ProviderTenantId>;

/** A customer's Microsoft tenant, "Microsoft ID" in the portal. */
export const CustomerTenantId = guid.brand<'CustomerTenantId'>();
export type CustomerTenantId = z.infer<typeof CustomerTenantId>;

/** A reseller's Microsoft tenant: what `AssociatedPartnerId` and the IndirectReseller filter want. */
export const ResellerTenantId = guid.brand<'ResellerTenantId'>();
export type ResellerTenantId = z.infer<typeof ResellerTenantId>;

/** Partner ID (PLA, once MPN ID): digits, what orders, carts and subscriptions want. `mpnId` in JSON. */
export const PartnerId = z
  .string()
  .regex(/^\d{4,10}$/)
  .brand<'PartnerId'>();
export type PartnerId = z.infer<typeof PartnerId>;

/** An operation of the outbox. UUIDv7, made here, never shown as an order number (decision D6). */
export const OperationId = guid.brand<'OperationId'>();
export type OperationId = z.infer<typeof OperationId>;

/** Changes of many subscriptions that were confirmed together. UUIDv7. */
export const BatchId = guid.brand<'BatchId'>();
export type BatchId = z.infer<typeof BatchId>;

/** One step (one call to the server) of an operation. UUIDv7. */
export const StepId = guid.brand<'StepId'>();
export type StepId = z.infer<typeof StepId>;

/** `MS-RequestId`: the idempotency key of one call, stored before it is sent. */
export const RequestId = guid.brand<'RequestId'>();
export type RequestId = z.infer<typeof RequestId>;

/** A draft the user is preparing. UUIDv7. */
export const DraftId = guid.brand<'DraftId'>();
export type DraftId = z.infer<typeof DraftId>;

/** A journal entry. UUIDv7. */
export const JournalId = guid.brand<'JournalId'>();
export type JournalId = z.infer<typeof JournalId>;

/** A request for a partnership with a reseller. UUIDv7, made here. */
export const PartnershipRequestId = guid.brand<'PartnershipRequestId'>();
export type PartnershipRequestId = z.infer<typeof PartnershipRequestId>;

/** What was found about a Partner ID, once. UUIDv7. */
export const VerdictId = guid.brand<'VerdictId'>();
export type VerdictId = z.infer<typeof VerdictId>;

/** The removal of a partnership, from its attestation on. UUIDv7. */
export const RemovalId = guid.brand<'RemovalId'>();
export type RemovalId = z.infer<typeof RemovalId>;

/** One version of a quote. UUIDv7, never shown. */
export const QuoteId = guid.brand<'QuoteId'>();
export type QuoteId = z.infer<typeof QuoteId>;

/** Ids that sort by the time they were made, from this machine alone and without collisions (story F5). */
export const newAccountId = (): AccountId => AccountId.parse(uuidv7());
export const newOperationId = (): OperationId => OperationId.parse(uuidv7());
export const newBatchId = (): BatchId => BatchId.parse(uuidv7());
export const newStepId = (): StepId => StepId.parse(uuidv7());
export const newDraftId = (): DraftId => DraftId.parse(uuidv7());
export const newJournalId = (): JournalId => JournalId.parse(uuidv7());
export const newPartnershipRequestId = (): PartnershipRequestId => PartnershipRequestId.parse(uuidv7());
/** Sorts after `last`, also when the clock was ahead when that one was made. */
export function newVerdictId(last?: VerdictId): VerdictId {
  const id = uuidv7();
  if (last === undefined || last < id) return VerdictId.parse(id);
  // the first 48 bits are the milliseconds
  return VerdictId.parse(uuidv7({ msecs: Number.parseInt(last.replace('-', '').slice(0, 12), 16) + 1 }));
}
export const newQuoteId = (): QuoteId => QuoteId.parse(uuidv7());
export const newRemovalId = (): RemovalId => RemovalId.parse(uuidv7());
export const newRequestId = (): RequestId => RequestId.parse(crypto.randomUUID());
