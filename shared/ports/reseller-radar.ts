import type { Failure } from '../contract/failure.ts';
import type { Verdict } from '../domain/partnership/verdict.ts';
import type { PartnerId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Result } from '../result.ts';

/** One walk over all Partner IDs. It is kept on the disk: a walk that was cut short goes on where it was. */
export interface RadarRun {
  readonly startedAt: Instant;
  readonly total: number;
  readonly done: number;
  /** Partner IDs found not to be good in this walk. */
  readonly bad: number;
  readonly state: 'running' | 'waiting' | 'stopped' | 'done';
  /** With `waiting`: when it goes on, when time alone decides (the server asked for a pause). */
  readonly until?: Instant;
  /** Why it waits or stopped; with `done`: why something was left out, so that `done` is less than `total`. */
  readonly failure?: Failure;
}

/** Checks Partner IDs in the background, slowly enough that the people at the desk are never kept waiting. */
export interface ResellerRadar {
  /** The walk that runs, waits or was last; undefined before the first. */
  run(): RadarRun | undefined;
  /** Tells of each change of the walk; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Starts a walk over all resellers, or goes on with one that was stopped and began less than a day ago. */
  checkAll(): Promise<void>;
  /** Stops after the call that is under way; what was found is kept. */
  stop(): void;
  /** Checks one Partner ID now, its agreement too; the finding is kept. */
  checkOne(partnerId: PartnerId): Promise<Result<Verdict>>;
  /** Ends with the account. */
  close(): Promise<void>;
}
