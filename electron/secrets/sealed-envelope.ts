import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Envelope } from '../../shared/contract/contract.ts';
import { failure } from '../../shared/contract/failure.ts';
import type { AccountId, OperationId } from '../../shared/ids.ts';
import { instantOf } from '../../shared/instant.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { readIfThere, writeAtomically } from '../files/atomic-file.ts';
import type { Vault } from './vault.ts';

/** What the answer to create-customer gives once and never again. */
export interface NewCredentials {
  readonly accountId: AccountId;
  readonly operationId: OperationId;
  readonly customerId: string;
  readonly customerName: string;
  readonly domain: string;
  readonly userName: string;
  readonly password: string;
}
export interface EnvelopeContent {
  readonly envelope: Envelope;
  readonly password: string;
}

const Stored = z.object({ envelope: Envelope, password: z.string().optional() });
type Stored = z.infer<typeof Stored>;

/** Once-only passwords, each in its own encrypted file, until the user has handed them over (decision D8). */
export interface Envelopes {
  /** On the disk when the promise resolves. A replay of the same operation keeps the envelope that is there. */
  seal(credentials: NewCredentials): Promise<Envelope>;
  find(accountId: AccountId, operationId: OperationId): Promise<Envelope | undefined>;
  list(accountId: AccountId): Promise<readonly Envelope[]>;
  /** The content without a trace in the envelope; for copying. */
  open(accountId: AccountId, operationId: OperationId): Promise<Result<EnvelopeContent>>;
  /** The content for the eyes of the user; the envelope remembers that it was shown. */
  reveal(accountId: AccountId, operationId: OperationId): Promise<Result<EnvelopeContent>>;
  /** Destroys the password; the record that there was one stays and is never sealed again. */
  confirmHandOver(accountId: AccountId, operationId: OperationId): Promise<Result<Envelope>>;
}

/** The service may give a bare name such as "admin" (create-customer, notes). */
const fullUserName = (userName: string, domain: string): string => (userName.includes('@') ? userName : `${userName}@${domain}`);

const ending = '.envelope';

/** A crash between writing and renaming leaves a temporary file that may still hold the password. */
async function dropLeftovers(folder: string, operationId: string): Promise<void> {
  const names = await readdir(folder);
  const leftovers = names.filter((name) => name.startsWith(`${operationId}${ending}.`));
  await Promise.all(leftovers.map((name) => rm(join(folder, name), { force: true })));
}

/** Envelopes as `<folder>/<accountId>/<operationId>.envelope`. `now` is asked for the times on them. */
export function openEnvelopes(folder: string, vault: Vault, now: () => Date = () => new Date()): Envelopes {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const pathOf = (accountId: string, operationId: string): string => join(folder, accountId, `${operationId}${ending}`);
  const load = async (accountId: string, operationId: string): Promise<Stored | undefined> => {
    const bytes = await readIfThere(pathOf(accountId, operationId));
    return bytes && Stored.parse(JSON.parse(await vault.decrypt(bytes)));
  };
  const save = async (stored: Stored, isInTheWay = false): Promise<Envelope> => {
    const { envelope } = stored;
    const path = pathOf(envelope.accountId, envelope.operationId);
    const bytes = await vault.encrypt(JSON.stringify(stored));
    if (isInTheWay) await rename(path, `${path}.damaged`);
    await writeAtomically(path, bytes);
    return envelope;
  };
  const open = async (accountId: AccountId, operationId: OperationId): Promise<Result<EnvelopeContent>> => {
    const stored = await load(accountId, operationId).catch(() => 'damaged' as const);
    if (stored === 'damaged') return err(failure('storage-failed'));
    if (stored === undefined) return err(failure('envelope-missing'));
    const { envelope, password } = stored;
    return password === undefined ? err(failure('envelope-destroyed')) : ok({ envelope, password });
  };
  const sealNew = async (credentials: NewCredentials): Promise<Envelope> => {
    const { password, userName, domain, ...about } = credentials;
    // One that cannot be opened again is of no use to anybody, while this password is good and comes only so often.
    const kept = await load(about.accountId, about.operationId).catch(() => 'damaged' as const);
    if (kept !== undefined && kept !== 'damaged') return kept.envelope;
    const sealed = { userName: fullUserName(userName, domain), state: 'sealed', sealedAt: instantOf(now()) } as const;
    return save({ envelope: { ...about, ...sealed }, password }, kept === 'damaged');
  };
  const revealNow = async (accountId: AccountId, operationId: OperationId): Promise<Result<EnvelopeContent>> => {
    const opened = await open(accountId, operationId);
    if (!opened.ok || opened.value.envelope.state === 'revealed') return opened;
    const envelope: Envelope = { ...opened.value.envelope, state: 'revealed', revealedAt: instantOf(now()) };
    await save({ envelope, password: opened.value.password });
    return ok({ ...opened.value, envelope });
  };
  const destroy = async (accountId: AccountId, operationId: OperationId): Promise<Result<Envelope>> => {
    const stored = await load(accountId, operationId);
    if (stored === undefined) return err(failure('envelope-missing'));
    if (stored.password === undefined) return ok(stored.envelope);
    const envelope = await save({ envelope: { ...stored.envelope, state: 'handed-over', handedOverAt: instantOf(now()) } });
    await dropLeftovers(join(folder, accountId), operationId);
    return ok(envelope);
  };
  return {
    open,
    seal: (credentials) => inTurn(() => sealNew(credentials)),
    find: async (accountId, operationId) => (await load(accountId, operationId))?.envelope,
    async list(accountId) {
      const names = await readdir(join(folder, accountId)).catch(() => []);
      const ids = names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
      // One damaged envelope must not hide the others; opening it tells.
      const stored = await Promise.all(ids.map((id) => load(accountId, id).catch(() => undefined)));
      const envelopes = stored.flatMap((one) => (one === undefined ? [] : [one.envelope]));
      return envelopes.toSorted((a, b) => a.sealedAt.localeCompare(b.sealedAt));
    },
    reveal: (accountId, operationId) => inTurn(() => revealNow(accountId, operationId)),
    confirmHandOver: (accountId, operationId) => inTurn(() => destroy(accountId, operationId)),
  };
}
