import type { Envelope } from '../../shared/contract/contract.ts';
import { failure } from '../../shared/contract/failure.ts';
import type { FailureCode } from '../../shared/contract/failure.ts';
import type { AccountId, OperationId } from '../../shared/ids.ts';
import { instantOf } from '../../shared/instant.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { envelopeFiles } from './envelope-files.ts';
import type { EnvelopeFiles } from './envelope-files.ts';
import type { Vault } from './vault.ts';

interface About {
  readonly accountId: AccountId;
  readonly operationId: OperationId;
  readonly customerId: string;
  readonly customerName: string;
}
/** What the answer to create-customer gives once and never again. */
export interface NewCredentials extends About {
  readonly domain: string;
  readonly userName: string;
  readonly password: string;
}
/** Whose password is about to be set anew. */
export interface ResetAbout extends About {
  readonly userId: string;
  readonly userName: string;
}
export interface EnvelopeContent {
  readonly envelope: Envelope;
  readonly password: string;
}
export interface PreparedPassword {
  readonly password: string;
  /** Nothing of it was on the disk before: no earlier try can have set it. */
  readonly isFirstTry: boolean;
}

/** Once-only passwords, each in its own encrypted file, until the user has handed them over (decision D8). */
export interface Envelopes {
  /** On the disk when the promise resolves. A replay of the same operation keeps the envelope that is there. */
  seal(credentials: NewCredentials): Promise<Envelope>;
  /**
   * Seals the password of a reset before it is sent: on the disk when the promise resolves, and not to be opened until it is
   * `settle`d. A repeated try gets the password that is there. Refused once it was destroyed.
   */
  prepare(about: ResetAbout, newPassword: () => string): Promise<Result<PreparedPassword>>;
  /** The server has set the prepared password: it may be opened now, without a doubt. */
  settle(accountId: AccountId, operationId: OperationId): Promise<void>;
  /** A prepared password that was never set is destroyed. One that was set is left alone. */
  giveUp(accountId: AccountId, operationId: OperationId): Promise<void>;
  /** The reset is given up, and nobody knows whether the server has set the password: it may be opened, with that doubt on it. */
  keep(accountId: AccountId, operationId: OperationId): Promise<void>;
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

const closedBecause: Partial<Record<Envelope['state'], FailureCode>> = { prepared: 'envelope-not-ready', void: 'envelope-void' };

type Change = Pick<Envelopes, 'prepare' | 'settle' | 'giveUp' | 'keep'>;

/** The life of a password that we make ourselves: prepared, then sealed like any other, or void. */
function resets({ load, loadOrDamaged, putAside, save, saveWithoutPassword }: EnvelopeFiles, now: () => Date): Change {
  return {
    async prepare(about, newPassword) {
      const kept = await loadOrDamaged(about.accountId, about.operationId);
      if (kept === 'damaged') {
        // It may have been sent under this request id: only a new try, with a new one, may set another.
        await putAside(about.accountId, about.operationId);
        return err(failure('storage-failed'));
      }
      if (kept?.password !== undefined) return ok({ password: kept.password, isFirstTry: false });
      if (kept?.envelope.state === 'handed-over') return err(failure('envelope-destroyed'));
      const password = newPassword();
      const envelope: Envelope = { ...about, origin: 'reset', state: 'prepared', sealedAt: instantOf(now()) };
      await save({ envelope, password });
      return ok({ password, isFirstTry: true });
    },
    async settle(accountId, operationId) {
      const stored = await load(accountId, operationId);
      if (stored === undefined) return;
      const { mayBeSet, ...envelope } = stored.envelope;
      if (envelope.state === 'prepared') await save({ ...stored, envelope: { ...envelope, state: 'sealed', sealedAt: instantOf(now()) } });
      else if (mayBeSet === true) await save({ ...stored, envelope });
    },
    async keep(accountId, operationId) {
      const stored = await load(accountId, operationId);
      if (stored?.envelope.state !== 'prepared') return;
      await save({ ...stored, envelope: { ...stored.envelope, state: 'sealed', sealedAt: instantOf(now()), mayBeSet: true } });
    },
    async giveUp(accountId, operationId) {
      const stored = await load(accountId, operationId);
      if (stored?.envelope.state !== 'prepared') return;
      await saveWithoutPassword({ ...stored.envelope, state: 'void', voidedAt: instantOf(now()) });
    },
  };
}

/** Envelopes below `folder`. `now` is asked for the times on them. */
export function openEnvelopes(folder: string, vault: Vault, now: () => Date = () => new Date()): Envelopes {
  const files = envelopeFiles(folder, vault);
  const { inTurn, load, loadOrDamaged, putAside, save, saveWithoutPassword } = files;
  const reset = resets(files, now);

  const open = async (accountId: AccountId, operationId: OperationId): Promise<Result<EnvelopeContent>> => {
    const stored = await loadOrDamaged(accountId, operationId);
    if (stored === 'damaged') return err(failure('storage-failed'));
    if (stored === undefined) return err(failure('envelope-missing'));
    const { envelope, password } = stored;
    const why = closedBecause[envelope.state];
    if (why !== undefined) return err(failure(why));
    return password === undefined ? err(failure('envelope-destroyed')) : ok({ envelope, password });
  };
  const sealNew = async (credentials: NewCredentials): Promise<Envelope> => {
    const { password, userName, domain, ...about } = credentials;
    // One that cannot be opened again is of no use to anybody, while this password is good and comes only so often.
    const kept = await loadOrDamaged(about.accountId, about.operationId);
    if (kept !== undefined && kept !== 'damaged') return kept.envelope;
    if (kept === 'damaged') await putAside(about.accountId, about.operationId);
    const sealed = { userName: fullUserName(userName, domain), state: 'sealed', sealedAt: instantOf(now()) } as const;
    return save({ envelope: { ...about, ...sealed }, password });
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
    const why = closedBecause[stored.envelope.state];
    if (why !== undefined) return err(failure(why));
    if (stored.password === undefined) return ok(stored.envelope);
    return ok(await saveWithoutPassword({ ...stored.envelope, state: 'handed-over', handedOverAt: instantOf(now()) }));
  };
  return {
    open,
    seal: (credentials) => inTurn(() => sealNew(credentials)),
    prepare: (about, newPassword) => inTurn(() => reset.prepare(about, newPassword)),
    settle: (accountId, operationId) => inTurn(() => reset.settle(accountId, operationId)),
    giveUp: (accountId, operationId) => inTurn(() => reset.giveUp(accountId, operationId)),
    keep: (accountId, operationId) => inTurn(() => reset.keep(accountId, operationId)),
    find: async (accountId, operationId) => (await load(accountId, operationId))?.envelope,
    list: (accountId) => files.list(accountId),
    reveal: (accountId, operationId) => inTurn(() => revealNow(accountId, operationId)),
    confirmHandOver: (accountId, operationId) => inTurn(() => destroy(accountId, operationId)),
  };
}
