import type { AccountId } from '../../shared/ids.ts';
import type { JsonFile } from '../files/json-file.ts';

/** The time an answer tells (RFC 9110, Date), and how long it was waited for: by the calendar, and by a clock that never jumps. */
export interface HeardTime {
  readonly date: string | null;
  /** Milliseconds since 1970 by this computer, when the request left. */
  readonly sentAt: number;
  readonly elapsedMs: number;
}

/** How far the clock of each account's server is ahead of this computer's, in milliseconds; negative when it is behind. */
export interface ServerTimes {
  hear(accountId: AccountId, heard: HeardTime): void;
  ahead(accountId: AccountId): Promise<number>;
}

export interface ServerTimeParts {
  /** By account: what was learned last, for a start without a network. */
  readonly file: JsonFile<Readonly<Record<string, number>>>;
  readonly changed: (accountId: AccountId, aheadMs: number) => void;
  readonly report: (error: unknown) => void;
  readonly now?: () => number;
}

/** An answer that took longer says too little about the time. */
const longestMs = 10_000;
/** The header has whole seconds: on average it is half of one behind. */
const halfSecondMs = 500;
/** Below this nobody needs to know. */
const toleranceMs = 2000;

/** Undefined when the answer says nothing: no date, too slow, or the computer slept or its clock was set meanwhile. */
function aheadBy({ date, sentAt, elapsedMs }: HeardTime, now: number): number | undefined {
  const told = Date.parse(date ?? '');
  const hasJumped = Math.abs(now - sentAt - elapsedMs) > 1000;
  if (Number.isNaN(told) || elapsedMs > longestMs || hasJumped) return undefined;
  return told + halfSecondMs - (now - elapsedMs / 2);
}

/** The server's clock decides when a term or a window ends; this learns it from every answer and tells when it is another. */
export async function openServerTimes({ file, changed, report, now = Date.now }: ServerTimeParts): Promise<ServerTimes> {
  const known = new Map(Object.entries(await file.read()));
  return {
    hear(accountId, heard) {
      const heardAhead = aheadBy(heard, now());
      if (heardAhead === undefined) return;
      const uncertainMs = toleranceMs + heard.elapsedMs / 2;
      if (Math.abs(heardAhead - (known.get(accountId) ?? 0)) <= uncertainMs) return;
      const ahead = Math.abs(heardAhead) <= uncertainMs ? 0 : Math.round(heardAhead);
      known.set(accountId, ahead);
      changed(accountId, ahead);
      file.write(Object.fromEntries(known)).catch(report);
    },
    ahead: (accountId) => Promise.resolve(known.get(accountId) ?? 0),
  };
}
