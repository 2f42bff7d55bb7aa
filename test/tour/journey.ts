import type { Desk } from '../support/desk.ts';
import type { Visitor } from '../support/portal.ts';
import type { Ledger } from '../../electron/practice/ledger.ts';

/** One step of a journey; after it the screen shows what it is named after. A visitor it answers is the one pictured. */
export interface JourneyStep {
  readonly name: string;
  readonly what: string;
  readonly play: (desk: Desk) => Promise<Visitor | string | void>;
}

/** A job that the tour plays through the window, with a picture a step. */
export interface Journey {
  readonly steps: readonly JourneyStep[];
  /** Steps whose pictures stand in the README. */
  readonly pictures: ReadonlySet<string>;
  /** What the server says came of it: figures for the last line, and what is wrong in words. */
  readonly outcome: (ledger: Ledger, desk: Desk) => Promise<JourneyOutcome>;
}

export interface JourneyOutcome {
  readonly figures: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[];
}
