import type { Failure } from '../../../shared/contract/failure.ts';
import { isBefore, plusSeconds } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { ServerCallInput, ServerCallName, ServerCallOutput } from '../../../shared/partner-center/server-call.ts';
import { pauseUntil } from '../pause.ts';
import { readFromServer } from '../server-read.ts';
import type { ReadParts, Reading } from '../server-read.ts';
import { clockLooks } from '../set-back.ts';

/**
 * HTTP requests behind a call: verify-mpn-id and verify-reseller-mpa-status are asked together, as are list-customer-agreements
 * and get-direct-sign-status, and both types of get-transition-eligibilities.
 */
const doubleCalls: ReadonlySet<ServerCallName> = new Set<ServerCallName>(['check-reseller', 'read-agreement-state', 'read-transitions']);
const costOf = (call: ServerCallName): number => (doubleCalls.has(call) ? 2 : 1);

/** Why a walk pauses. `until` where time alone decides. */
export interface Wait {
  readonly failure: Failure;
  readonly until?: Instant;
}

const leastPauseSeconds = 1;

export interface CallParts extends ReadParts {
  readonly clock: Clock;
  readonly callsPerMinute: number;
}

/** The radar's calls: one in flight at a time, evenly spread over the minute, so that the people at the desk go first. */
export class RadarCalls {
  private readonly parts: CallParts;
  private nextAt: Instant | undefined;
  private asked: Required<Wait> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private readonly lookAtClock: ReturnType<typeof clockLooks>;

  constructor(parts: CallParts) {
    this.parts = parts;
    this.lookAtClock = clockLooks(parts.clock);
  }

  /** Resolves when the next call of a walk may go out, or when the signal says to give up. */
  async turn(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.nextAt !== undefined && isBefore(this.now(), this.nextAt)) {
      await pauseUntil(this.nextAt, this.parts.clock, signal);
    }
  }

  /** Asks at once after the call that is under way. Every call moves the next turn on. */
  ask<Name extends ServerCallName>(call: Name, input: ServerCallInput<Name>): Promise<Reading<ServerCallOutput<Name>>> {
    const asked = this.last.then(async () => {
      this.spend(costOf(call));
      return this.heed(await readFromServer(call, input, this.parts));
    });
    this.last = asked.catch(() => undefined);
    return asked;
  }

  /** The pause the server asked for, while it lasts: whoever asked, and whatever was stopped since. */
  get pause(): Required<Wait> | undefined {
    const now = this.now();
    return this.asked !== undefined && isBefore(now, this.asked.until) ? this.asked : undefined;
  }

  /** A clock that was set back takes the next turn and the pause back with it. */
  private now(): Instant {
    const { now, back } = this.lookAtClock();
    if (back === 0) return now;
    if (this.nextAt !== undefined) this.nextAt = plusSeconds(this.nextAt, back);
    if (this.asked !== undefined) this.asked = { ...this.asked, until: plusSeconds(this.asked.until, back) };
    return now;
  }

  private heed<Value>(reading: Reading<Value>): Reading<Value> {
    if (reading.outcome !== 'throttled') return reading;
    const until = plusSeconds(this.now(), Math.max(reading.retryAfterSeconds, leastPauseSeconds));
    if (this.asked === undefined || isBefore(this.asked.until, until)) this.asked = { failure: reading.failure, until };
    return reading;
  }

  private spend(cost: number): void {
    const { callsPerMinute } = this.parts;
    const now = this.now();
    const from = this.nextAt === undefined || isBefore(this.nextAt, now) ? now : this.nextAt;
    this.nextAt = plusSeconds(from, (cost * 60) / callsPerMinute);
  }
}
