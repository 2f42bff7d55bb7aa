import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { redact } from './redact.ts';

/** What may be told beside the event: short facts, never a record. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Logger {
  info(event: string, facts?: LogFacts): void;
  /** Something the user did not ask for happened; one line, with the stack of the error when there is one. */
  error(event: string, error: unknown, facts?: LogFacts): void;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const redactedFacts = (facts: LogFacts): LogFacts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? redact(value) : value]));

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/**
 * The only log of both processes: one line of JSON per event in `<folder>/provider-desk.log`, without personal data.
 * Past `maxBytes` it becomes `provider-desk.old.log` and a new one begins. Never throws: a full disk must not stop work.
 */
export function openLog(folder: string, maxBytes = 1_000_000): Logger {
  const path = join(folder, 'provider-desk.log');
  const write = (level: 'info' | 'error', event: string, text: string | undefined, facts: LogFacts): void => {
    const at = new Date().toISOString();
    const line = { at, level, event: redact(event), ...redactedFacts(facts), text: text && redact(text) };
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (sizeOf(path) > maxBytes) renameSync(path, join(folder, 'provider-desk.old.log'));
      appendFileSync(path, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    } catch {
      // There is no other place to tell it.
    }
  };
  return {
    info: (event, facts = {}) => write('info', event, undefined, facts),
    error: (event, error, facts = {}) => write('error', event, wordsOf(error).slice(0, 8000), facts),
  };
}
