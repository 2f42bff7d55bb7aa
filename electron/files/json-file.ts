import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { readIfThere, writeAtomically } from './atomic-file.ts';

/** A small file of settings, read through a schema and written whole. */
export interface JsonFile<Value> {
  read(): Promise<Value>;
  write(value: Value): Promise<void>;
  /** Before it returns, without waiting for the disk: for the last moment of a window. Whole or not at all. */
  writeNow(value: Value): void;
}

function parsed<Value>(text: string, schema: z.ZodType<Value>): Value | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const textOf = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** A name that nothing has yet: an older file put aside may be the one that somebody still needs. */
const freeName = (path: string): string => (existsSync(path) ? `${path}-${crypto.randomUUID()}` : path);

/** A file that cannot be read is put aside under another name, never overwritten, and `fallback` is used. */
export function jsonFile<Value>(path: string, schema: z.ZodType<Value>, fallback: Value): JsonFile<Value> {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Done>(work: () => Promise<Done>): Promise<Done> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const readOnce = async (): Promise<Value | undefined> => {
    const bytes = await readIfThere(path);
    return bytes === undefined ? fallback : parsed(bytes.toString('utf8'), schema);
  };
  // Looked at once more in turn: another reader may have put it aside already, and a good one been written since.
  const readOrPutAside = async (): Promise<Value> => {
    const value = await readOnce();
    if (value !== undefined) return value;
    await rename(path, freeName(`${path}.unreadable`));
    return fallback;
  };
  return {
    read: async () => (await readOnce()) ?? inTurn(readOrPutAside),
    write: (value) => inTurn(() => writeAtomically(path, textOf(value))),
    writeNow(value) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(`${path}.tmp`, textOf(value), { mode: 0o600 });
      renameSync(`${path}.tmp`, path);
    },
  };
}
