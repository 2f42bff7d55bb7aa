import { closeSync, existsSync, fdatasyncSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { LedgerEntry } from './ledger.ts';
import { stateEventTypes, type StateEvent } from './state-events.ts';

/** An answer kept for a request id. The body holds no password. */
export interface Remembered {
  readonly key: string;
  readonly status: number;
  readonly body: unknown;
  /** Headers of the answer's own, e.g. where to look for what is still worked on. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const event = z.custom<StateEvent>(
  (value) => isRecord(value) && stateEventTypes.some((type) => type === value.type),
  'unknown change',
);
const entry = z.custom<LedgerEntry>((value) => isRecord(value) && typeof value.seq === 'number', 'no ledger entry');

const headSchema = z.object({
  kind: z.literal('practice-state'),
  version: z.literal(1),
  seed: z.enum(['small', 'large']),
  secret: z.string().min(32),
});
const lineSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('write'),
    events: z.array(event),
    entry,
    remembered: z.object({
      key: z.string(), status: z.number(), body: z.unknown(), headers: z.record(z.string(), z.string()).optional(),
    }),
  }),
  z.object({ kind: z.literal('replay'), entry }),
  z.object({ kind: z.literal('control'), events: z.array(event) }),
]);

/** First line of a state file. */
export type JournalHead = z.output<typeof headSchema>;
/** One line of a state file: everything one request changed, so that a line is there wholly or not at all. */
export type JournalLine = z.output<typeof lineSchema>;

/** Where writes are made durable before their answer goes out. */
export interface Journal {
  append(line: JournalLine): void;
  close(): void;
}

/** A journal that keeps nothing, for a state in memory. */
export const forgetfulJournal: Journal = { append: () => undefined, close: () => undefined };

function parseLines(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

/**
 * Opens a state file: one JSON line a change, flushed to disk (fdatasync) before `append` returns.
 * A last line without its end was cut by a kill before its answer went out, so it is taken off again.
 * Throws when the file is no practice state or belongs to another seed.
 */
export function openJournal(
  file: string,
  fresh: JournalHead,
): { readonly journal: Journal; readonly head: JournalHead; readonly lines: readonly JournalLine[] } {
  const before = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const whole = before.lastIndexOf(0x0a) + 1;
  const [first, ...rest] = parseLines(before.subarray(0, whole).toString('utf8'));
  const read = first === undefined ? fresh : headSchema.parse(first);
  if (read.seed !== fresh.seed) throw new Error(`${file} holds a state of seed "${read.seed}", not "${fresh.seed}"`);
  const lines = rest.map((line) => lineSchema.parse(line));
  const handle = openSync(file, existsSync(file) ? 'r+' : 'w+', 0o600);
  ftruncateSync(handle, whole);
  let position = whole;
  const put = (value: unknown): void => {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done, bytes.length - done, position + done);
      fdatasyncSync(handle);
    } catch (error) {
      // What a full disk took of this line would stand behind the next one and make the file unreadable.
      ftruncateSync(handle, position);
      throw error;
    }
    position += bytes.length;
  };
  if (first === undefined) put(fresh);
  fsyncSync(handle);
  return {
    head: read,
    lines,
    journal: {
      append: put,
      close: () => {
        closeSync(handle);
      },
    },
  };
}
