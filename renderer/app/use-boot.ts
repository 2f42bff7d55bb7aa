import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../shared/contract/failure.ts';
import { failure } from '../../shared/contract/failure.ts';
import type { Account } from '../../shared/domain/account.ts';
import { bridge } from '../platform/bridge.ts';
import { openServices } from '../platform/open-services.ts';
import type { Services } from '../platform/services.tsx';
import { applyLanguage } from './apply-language.ts';

export type Stage =
  | { readonly name: 'starting' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | { readonly name: 'welcome' }
  | { readonly name: 'open'; readonly services: Services };

async function openFor(account: Account): Promise<Stage> {
  try {
    const services = await openServices(account);
    await applyLanguage(await services.work.setting('language'));
    return { name: 'open', services };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { name: 'failed', failure: failure('storage-failed', { serverText: text.slice(0, 2000) }) };
  }
}

async function firstStage(): Promise<Stage> {
  const answer = await bridge.call('accounts.list', {});
  if (!answer.ok) return { name: 'failed', failure: answer.error };
  const [account] = answer.value.accounts;
  return account === undefined ? { name: 'welcome' } : openFor(account);
}

export interface Boot {
  readonly stage: Stage;
  readonly openAccount: (account: Account) => void;
  readonly retry: () => void;
}

let start: Promise<Stage> | undefined;

/** From nothing to an open account: the account that is there, or the welcome page when there is none. */
export function useBoot(): Boot {
  const [stage, setStage] = useState<Stage>({ name: 'starting' });
  const begin = useCallback(() => {
    // Databases are opened once even when React mounts twice.
    start ??= firstStage();
    void start.then(setStage);
  }, []);
  useEffect(begin, [begin]);
  const openAccount = useCallback((account: Account) => {
    start = openFor(account);
    void start.then(setStage);
  }, []);
  const retry = useCallback(() => {
    start = undefined;
    begin();
  }, [begin]);
  return { stage, openAccount, retry };
}
