import type { Failure } from '../contract/failure.ts';
import type { CustomerPart } from '../domain/briefcase/briefcase-parts.ts';
import type { CustomerTenantId } from '../ids.ts';
import type { Instant } from '../instant.ts';

/** A part of a customer that could not be read. */
export interface UnreadPart {
  readonly customerId: CustomerTenantId;
  readonly part: CustomerPart;
  readonly failure: Failure;
}

/** Customers, and then what they share: their resellers' Partner IDs, and what is sold in their countries. */
export const briefcasePhases = ['customers', 'resellers', 'markets'] as const;

/** Reading all that is taken along. It is kept on the disk: what was cut short goes on where it was. */
export interface BriefcaseRun {
  readonly startedAt: Instant;
  readonly phase: (typeof briefcasePhases)[number];
  readonly total: number;
  readonly done: number;
  /** Name of the customer, or Partner ID, that is being read. */
  readonly current?: string;
  readonly currentId?: CustomerTenantId;
  readonly state: 'running' | 'waiting' | 'stopped' | 'done';
  /** With `waiting`: when it goes on, when time alone decides (the server asked for a pause). */
  readonly until?: Instant;
  /** Why it waits or stopped; none when a person stopped it. */
  readonly failure?: Failure;
  readonly endedAt?: Instant;
  /** What could not be read; the others were. */
  readonly unread: readonly UnreadPart[];
}

/** Reads what is taken along, in the background, and again while it is online and no longer fresh. */
export interface Briefcase {
  /** The reading that runs, waits or was last; undefined before the first. */
  run(): BriefcaseRun | undefined;
  /** Tells of each change of it; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Reads now what is missing or no longer fresh, and goes on with what was stopped. */
  readNow(): Promise<void>;
  /** Stops after the call that is under way; what was read is kept, and nothing is read by itself until somebody asks. */
  stop(): void;
  /** Ends with the account. */
  close(): Promise<void>;
}
