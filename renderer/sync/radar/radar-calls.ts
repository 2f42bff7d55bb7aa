import type { Failure } from '../../../shared/contract/failure.ts';
import { isBefore, plusSeconds } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { ServerCallInput, ServerCallName, ServerCallOutput } from '../../../shared/partner-center/server-call.ts';
import { pauseUntil } from '../pause.ts';
import { readFromServer } from '../server-read.ts';
import type { ReadParts, Reading } from '../server-read.ts';

/** HTTP requests behind a call: verify-mpn-id and verify-reseller-mpa-status are asked together. */
const costOf = (call: ServerCallName): number => (call === 'check-reseller' ? 2 : 1);

export interface CallParts extends ReadParts {
  readonly clock: Clock;
  readonly callsPerMinute: number;
}

/** The radar's calls: one in flight at a time, evenly spread over the minute, so that the people at the desk go first. */
export class RadarCalls {
  private readonly parts: CallParts;
  private nextAt: Instant | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(parts: CallParts) {
    this.parts = parts;
  }

  /** Resolves when the next call of a walk may go out, or when the signal says to give up. */
  async turn(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.nextAt !== undefined && isBefore(this.parts.clock.now(), this.nextAt)) {
      await pauseUntil(this.nextAt, this.parts.clock, signal);
    }
  }

  /** Asks at once after the call that is under way. Every call moves the next turn on. */
  ask<Name extends ServerCallName>(call: Name, input: ServerCallInput<Name>): Promise<Reading<ServerCallOutput<Name>>> {
    const asked = this.last.then(() => {
      this.spend(costOf(call));
      return readFromServer(call, input, this.parts);
    });
    this.last = asked.catch(() => undefined);
    return asked;
  }

  private spend(cost: number): void {
    const { clock, callsPerMinute } = this.parts;
    const now = clock.now();
    const from = this.nextAt === undefined || isBefore(this.nextAt, now) ? now : this.nextAt;
    this.nextAt = plusSeconds(from, (cost * 60) / callsPerMinute);
  }
}

/** Why a walk pauses. `until` where time alone decides. */
export interface Wait {
  readonly failure: Failure;
  readonly until?: Instant;
}
