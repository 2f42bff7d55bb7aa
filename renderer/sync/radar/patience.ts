import type { StoreApi } from 'zustand/vanilla';
import type { Connectivity } from '../../../shared/contract/contract.ts';
import { failure } from '../../../shared/contract/failure.ts';
import type { Failure, FailureCode } from '../../../shared/contract/failure.ts';
import { plusSeconds } from '../../../shared/instant.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { ServerCallInput, ServerCallName, ServerCallOutput } from '../../../shared/partner-center/server-call.ts';
import { pauseUntil } from '../pause.ts';
import type { Reading } from '../server-read.ts';
import type { RadarCalls, Wait } from './radar-calls.ts';

export interface PatienceParts {
  readonly calls: RadarCalls;
  readonly clock: Clock;
  readonly connectivity: Pick<StoreApi<Connectivity>, 'getState' | 'subscribe'>;
  readonly signal: AbortSignal;
  /** Called before each pause; what was found so far is kept by then. */
  readonly waits: (wait: Wait) => Promise<void>;
  /** Called when a pause is over. */
  readonly goesOn: () => void;
}

/** How a question of the walk ended, once all that passes by itself had passed. */
export type Asked<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  /** The server answered no: it concerns what was asked, or the account. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** No answer however often it was asked: it may be this question alone. */
  | { readonly kind: 'silent'; readonly failure: Failure }
  /** Nothing more can be asked now. No failure when somebody stopped the walk. */
  | { readonly kind: 'stopped'; readonly failure?: Failure };

/** No way to the server: it goes on when there is one. */
const closedWay: ReadonlySet<FailureCode> = new Set<FailureCode>(['offline', 'unreachable']);
// The system may say "online" while the server cannot be reached: then it is looked for now and then.
const secondLookSeconds = 30;
/** What a server in trouble may get over. Anything else that brings no answer is for a person. */
const passing: ReadonlySet<FailureCode> = new Set<FailureCode>(['no-answer', 'server-trouble', 'malformed-answer']);
/** Times without an answer in a row after which a question is left. The next ones are asked once, until one is answered. */
const mostSilences = 4;

type Trouble = Extract<Reading<unknown>, { readonly outcome: 'not-sent' | 'no-answer' }>;

/** Asks for a walk: waits for its turn, waits out what passes by itself, and asks again. */
export class Patience {
  private readonly parts: PatienceParts;
  private silences = 0;

  constructor(parts: PatienceParts) {
    this.parts = parts;
  }

  async ask<Name extends ServerCallName>(call: Name, input: ServerCallInput<Name>): Promise<Asked<ServerCallOutput<Name>>> {
    const { calls, signal } = this.parts;
    for (;;) {
      await this.online();
      if (calls.pause !== undefined) await this.pause(calls.pause);
      await calls.turn(signal);
      if (signal.aborted) return { kind: 'stopped' };
      // the network may have gone, or somebody else been asked for a pause, while it waited for its turn
      if (!this.isOnline || calls.pause !== undefined) continue;
      const reading = await calls.ask(call, input);
      if (reading.outcome === 'answered' || reading.outcome === 'refused') this.silences = 0;
      if (reading.outcome === 'answered') return { kind: 'answered', value: reading.value };
      if (reading.outcome === 'throttled') continue;
      if (reading.outcome === 'refused') return { kind: 'refused', failure: reading.failure };
      const end = await this.waitOut(reading);
      if (end !== undefined) return { kind: end, failure: reading.failure };
    }
  }

  /** A pause the server asked for in an earlier life of the app. */
  async until(wait: Required<Wait>): Promise<void> {
    await this.pause(wait);
  }

  private get isOnline(): boolean {
    return this.parts.connectivity.getState().isOnline;
  }

  /** Waits; answers how the question ends when no waiting helps. */
  private async waitOut(trouble: Trouble): Promise<'silent' | 'stopped' | undefined> {
    const { clock } = this.parts;
    if (closedWay.has(trouble.failure.code)) {
      await this.secondLook(trouble.failure);
      return undefined;
    }
    if (trouble.outcome === 'not-sent' || !passing.has(trouble.failure.code)) return 'stopped';
    this.silences += 1;
    if (this.silences >= mostSilences) return 'silent';
    await this.pause({ failure: trouble.failure, until: plusSeconds(clock.now(), secondLookSeconds * this.silences) });
    return undefined;
  }

  private async pause({ failure: why, until }: Required<Wait>): Promise<void> {
    await this.parts.waits({ failure: why, until });
    await pauseUntil(until, this.parts.clock, this.parts.signal);
    this.goOn();
  }

  private async online(): Promise<void> {
    if (this.isOnline || this.parts.signal.aborted) return;
    await this.parts.waits({ failure: failure('offline') });
    // it may have come while that was being kept
    if (!this.isOnline) await this.connected(this.parts.signal);
    this.goOn();
  }

  private async secondLook(why: Failure): Promise<void> {
    const { clock, signal, waits } = this.parts;
    await waits({ failure: why });
    const isOver = new AbortController();
    const either = AbortSignal.any([signal, isOver.signal]);
    const look = pauseUntil(plusSeconds(clock.now(), secondLookSeconds), clock, either);
    await Promise.race([look, this.connected(either)]);
    isOver.abort();
    this.goOn();
  }

  /** A pause that was cut short is still a pause to whoever goes on with the walk. */
  private goOn(): void {
    if (!this.parts.signal.aborted) this.parts.goesOn();
  }

  /** Resolves when the network comes, never because it is there already. */
  private async connected(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = this.parts.connectivity.subscribe((after, before) => {
      if (after.isOnline && !before.isOnline) resolve();
    });
    const end = (): void => resolve();
    signal.addEventListener('abort', end, { once: true });
    await promise;
    stop();
    signal.removeEventListener('abort', end);
  }
}
