import type { Removal, RemovalStep } from '../domain/partnership/removal.ts';
import type { PartnershipRequest, RequestStep } from '../domain/partnership/request.ts';
import type { ResellerContact } from '../domain/partnership/reseller-contact.ts';
import type { Acceptance, Sighting } from '../domain/partnership/sighting.ts';
import type { Finding, Verdict } from '../domain/partnership/verdict.ts';
import type { Reseller } from '../domain/reseller/reseller.ts';
import type { PartnerId, PartnershipRequestId, RemovalId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Result } from '../result.ts';

/** What is asked for: the store adds id, account, tenant, who and when. */
export type NewPartnershipRequest = Pick<PartnershipRequest, 'reseller' | 'subject' | 'body' | 'remindAfterDays' | 'expiresAfterDays'>;
export type NewRemoval = Pick<Removal, 'resellerId' | 'name' | 'partnerId' | 'points' | 'impact'>;

/** What a list of resellers told when it was compared with the one before. */
export interface Noticed {
  readonly accepted: readonly Acceptance[];
  readonly gone: readonly Sighting[];
}

/**
 * What the provider knows of its partnerships beside the server's list: requests, contacts, verdicts, sightings, removals.
 * Part of the unsent work: strict durability, never rebuilt (decision D1). Every method is one transaction that also
 * writes the journal.
 */
export interface PartnershipStore {
  /** Newest first. */
  requests(): Promise<readonly PartnershipRequest[]>;
  request(id: PartnershipRequestId): Promise<PartnershipRequest | undefined>;
  prepare(requests: readonly NewPartnershipRequest[]): Promise<readonly PartnershipRequest[]>;
  /** `not-possible` when the step does not fit what is stored now; nothing is written then. */
  advance(id: PartnershipRequestId, step: RequestStep): Promise<Result<PartnershipRequest, 'not-possible'>>;

  contacts(): Promise<readonly ResellerContact[]>;
  saveContact(contact: Omit<ResellerContact, 'updatedAt'>): Promise<void>;

  /** The latest verdict of each Partner ID. */
  verdicts(): Promise<readonly Verdict[]>;
  /** Newest first. */
  verdictsOf(partnerId: PartnerId): Promise<readonly Verdict[]>;
  recordFindings(findings: readonly Finding[]): Promise<void>;

  sightings(): Promise<readonly Sighting[]>;
  /**
   * Compares a complete list, read at `at`, with the one before: requests whose reseller is there are accepted, removals
   * whose reseller is gone are done. The same or an older list again changes nothing.
   */
  notice(resellers: readonly Reseller[], at: Instant): Promise<Noticed>;

  /** Newest first. */
  removals(): Promise<readonly Removal[]>;
  attestRemoval(removal: NewRemoval): Promise<Removal>;
  advanceRemoval(id: RemovalId, step: RemovalStep): Promise<Result<Removal, 'not-possible'>>;
}
