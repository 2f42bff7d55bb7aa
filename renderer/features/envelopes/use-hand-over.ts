import { useEffect, useState } from 'react';
import type { Envelope } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-entry.ts';
import { bridge } from '../../platform/bridge.ts';
import { useServices } from '../../platform/services.tsx';

export type CopiedPart = 'password' | 'user-name' | 'both';
interface Secret {
  readonly userName: string;
  readonly password: string;
}

export interface HandOver {
  /** Only here, only while this screen is open (decision D8). */
  readonly secret: Secret | undefined;
  readonly reveal: () => Promise<void>;
  readonly hide: () => void;
  readonly copy: (what: CopiedPart) => Promise<boolean>;
  /** When the clipboard is cleared, in milliseconds; missing when nothing of ours is on it. */
  readonly clearsAt: number | undefined;
  readonly confirm: () => Promise<void>;
  readonly problem: Failure | undefined;
}

/** Opening an envelope, copying from it, destroying it. Each is written into the journal, without the secret. */
export function useHandOver(envelope: Envelope): HandOver {
  const { account, work } = useServices();
  const [secret, setSecret] = useState<Secret>();
  const [clearsAt, setClearsAt] = useState<number>();
  const [problem, setProblem] = useState<Failure>();
  const key = { accountId: account.id, operationId: envelope.operationId };
  // Leaving the screen forgets the password; a hidden window does not keep showing it either.
  useEffect(() => {
    const forget = (): void => {
      if (document.visibilityState === 'hidden') setSecret(undefined);
    };
    document.addEventListener('visibilitychange', forget);
    return () => document.removeEventListener('visibilitychange', forget);
  }, []);
  const remember = (what: JournalEvent, details: Record<string, string> = {}): Promise<void> =>
    work.addJournal({ who: account.userName, what, operationId: envelope.operationId, subject: envelope.customerName, details });

  const reveal = async (): Promise<void> => {
    setProblem(undefined);
    const opened = await bridge.call('envelopes.reveal', key);
    if (!opened.ok) return setProblem(opened.error);
    setSecret({ userName: opened.value.userName, password: opened.value.password });
    await remember('password-revealed');
  };
  const copy = async (what: CopiedPart): Promise<boolean> => {
    setProblem(undefined);
    const copied = await bridge.call('envelopes.copy', { ...key, what });
    if (!copied.ok) {
      setProblem(copied.error);
      return false;
    }
    setClearsAt(what === 'user-name' ? undefined : Date.now() + copied.value.clearsInSeconds * 1000);
    await remember('password-copied', { part: what });
    return true;
  };
  const confirm = async (): Promise<void> => {
    setProblem(undefined);
    const done = await bridge.call('envelopes.confirmHandOver', key);
    if (!done.ok) return setProblem(done.error);
    setSecret(undefined);
    await remember('hand-over-confirmed');
  };
  return { secret, reveal, hide: () => setSecret(undefined), copy, clearsAt, confirm, problem };
}
