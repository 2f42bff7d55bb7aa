import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Envelope } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { CallOutput } from '../../../shared/contract/types.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-entry.ts';
import { bridge } from '../../platform/bridge.ts';
import { printSheet } from '../../platform/print-sheet.ts';
import { useServices } from '../../platform/services.tsx';
import type { Language } from '../../text/language.ts';
import { passwordSheet } from './password-sheet.ts';

export type CopiedPart = 'password' | 'user-name' | 'both';
export type SavedFile = NonNullable<CallOutput<'envelopes.saveFile'>['saved']>;
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
  readonly print: () => Promise<void>;
  readonly saveFile: (language: Language) => Promise<void>;
  /** The file just saved and the passphrase to tell: once, only while this screen is open. */
  readonly savedFile: SavedFile | undefined;
  readonly confirm: () => Promise<void>;
  readonly problem: Failure | undefined;
}

/** What the screen knows and forgets: leaving it, or hiding the window, ends the password's being shown. */
function useSecrets() {
  const [secret, setSecret] = useState<Secret>();
  const [savedFile, setSavedFile] = useState<SavedFile>();
  useEffect(() => {
    const forget = (): void => {
      if (document.visibilityState === 'hidden') setSecret(undefined);
    };
    document.addEventListener('visibilitychange', forget);
    return () => document.removeEventListener('visibilitychange', forget);
  }, []);
  return { secret, setSecret, savedFile, setSavedFile };
}

/** Opening an envelope, copying from it, printing, saving, destroying it. Each is written into the journal, without the secret. */
export function useHandOver(envelope: Envelope): HandOver {
  const { t } = useTranslation();
  const { account, work } = useServices();
  const { secret, setSecret, savedFile, setSavedFile } = useSecrets();
  const [clearsAt, setClearsAt] = useState<number>();
  const [problem, setProblem] = useState<Failure>();
  const key = { accountId: account.id, operationId: envelope.operationId };
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
  const print = async (): Promise<void> => {
    setProblem(undefined);
    const opened = await bridge.call('envelopes.reveal', key);
    if (!opened.ok) return setProblem(opened.error);
    printSheet(passwordSheet(t, { ...opened.value, customerName: envelope.customerName }));
    await remember('password-printed');
  };
  const saveFile = async (language: Language): Promise<void> => {
    setProblem(undefined);
    const answer = await bridge.call('envelopes.saveFile', { ...key, language });
    if (!answer.ok) return setProblem(answer.error);
    const { saved } = answer.value;
    if (saved === undefined) return undefined;
    setSavedFile(saved);
    await remember('password-file-saved', { fileName: saved.fileName });
  };
  const confirm = async (): Promise<void> => {
    setProblem(undefined);
    const done = await bridge.call('envelopes.confirmHandOver', key);
    if (!done.ok) return setProblem(done.error);
    setSecret(undefined);
    setSavedFile(undefined);
    await remember('hand-over-confirmed');
  };
  return { secret, reveal, hide: () => setSecret(undefined), copy, clearsAt, print, saveFile, savedFile, confirm, problem };
}
