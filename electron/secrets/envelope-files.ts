import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Envelope } from '../../shared/contract/contract.ts';
import { readIfThere, writeAtomically } from '../files/atomic-file.ts';
import type { Vault } from './vault.ts';

const Stored = z.object({ envelope: Envelope, password: z.string().optional() });
export type StoredEnvelope = z.infer<typeof Stored>;

/** Envelopes on the disk, each an encrypted file of its own: `<folder>/<accountId>/<operationId>.envelope`. */
export interface EnvelopeFiles {
  /** Undefined where there is none; rejects when it cannot be read. */
  readonly load: (accountId: string, operationId: string) => Promise<StoredEnvelope | undefined>;
  readonly loadOrDamaged: (accountId: string, operationId: string) => Promise<StoredEnvelope | 'damaged' | undefined>;
  readonly save: (stored: StoredEnvelope) => Promise<Envelope>;
  /** Puts one that cannot be read out of the way; nobody can open it again. */
  readonly putAside: (accountId: string, operationId: string) => Promise<void>;
  /** Saves one without its password, and removes whatever a crash may have left of the password. */
  readonly saveWithoutPassword: (envelope: Envelope) => Promise<Envelope>;
  readonly list: (accountId: string) => Promise<readonly Envelope[]>;
  /** One change after the other. */
  readonly inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>;
}

const ending = '.envelope';

export function envelopeFiles(folder: string, vault: Vault): EnvelopeFiles {
  let last: Promise<unknown> = Promise.resolve();
  const pathOf = (accountId: string, operationId: string): string => join(folder, accountId, `${operationId}${ending}`);
  const load = async (accountId: string, operationId: string): Promise<StoredEnvelope | undefined> => {
    const bytes = await readIfThere(pathOf(accountId, operationId));
    return bytes && Stored.parse(JSON.parse(await vault.decrypt(bytes)));
  };
  const save = async (stored: StoredEnvelope): Promise<Envelope> => {
    const { envelope } = stored;
    await writeAtomically(pathOf(envelope.accountId, envelope.operationId), await vault.encrypt(JSON.stringify(stored)));
    return envelope;
  };
  /** A crash between writing and renaming leaves a temporary file that may still hold the password. */
  const dropLeftovers = async ({ accountId, operationId }: Envelope): Promise<void> => {
    const names = await readdir(join(folder, accountId));
    const leftovers = names.filter((name) => name.startsWith(`${operationId}${ending}.`));
    await Promise.all(leftovers.map((name) => rm(join(folder, accountId, name), { force: true })));
  };
  return {
    load,
    loadOrDamaged: (accountId, operationId) => load(accountId, operationId).catch(() => 'damaged' as const),
    save,
    putAside: (accountId, operationId) => rename(pathOf(accountId, operationId), `${pathOf(accountId, operationId)}.damaged`),
    async saveWithoutPassword(envelope) {
      await save({ envelope });
      await dropLeftovers(envelope);
      return envelope;
    },
    async list(accountId) {
      const names = await readdir(join(folder, accountId)).catch(() => []);
      const ids = names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
      // One damaged envelope must not hide the others; opening it tells.
      const stored = await Promise.all(ids.map((id) => load(accountId, id).catch(() => undefined)));
      return stored.flatMap((one) => (one === undefined ? [] : [one.envelope])).toSorted((a, b) => a.sealedAt.localeCompare(b.sealedAt));
    },
    inTurn(work) {
      const mine = last.then(work, work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
