import { useEffect, useState } from 'react';
import type { Failure } from '../../../../shared/contract/failure.ts';
import type { AddressForm } from '../../../../shared/domain/customer/customer-form.ts';
import { serverCalls } from '../../../../shared/partner-center/server-call.ts';
import type { ServerCallOutput } from '../../../../shared/partner-center/server-call.ts';
import type { Result } from '../../../../shared/result.ts';
import { readServer } from '../../../platform/read-server.ts';
import { useConnectivity, useServices } from '../../../platform/services.tsx';

/** What the server says beforehand about one thing. Offline nothing is asked: it is checked when it is sent. */
export type ServerCheck<Value> =
  | { readonly state: 'later' }
  | { readonly state: 'asking' }
  | { readonly state: 'answered'; readonly value: Value }
  | { readonly state: 'failed'; readonly failure: Failure };

export interface ServerChecks {
  readonly address: ServerCheck<ServerCallOutput<'check-address'>>;
  readonly domain: ServerCheck<ServerCallOutput<'check-domain'>>;
}

const shown = <Value,>(result: Result<Value>): ServerCheck<Value> =>
  result.ok ? { state: 'answered', value: result.value } : { state: 'failed', failure: result.error };

/**
 * Asks for the address and the domain while the user reads the review, so that a taken domain is known before Submit.
 * The address must be the same object for as long as it says the same (useStable).
 */
export function useServerChecks(address: AddressForm | undefined, domain: string): ServerChecks {
  const { account } = useServices();
  const { isOnline } = useConnectivity();
  const [checks, setChecks] = useState<ServerChecks>({ address: { state: 'later' }, domain: { state: 'later' } });
  useEffect(() => {
    if (!isOnline || address === undefined) return;
    let isWanted = true;
    setChecks({ address: { state: 'asking' }, domain: { state: 'asking' } });
    void readServer(account.id, 'check-address', { address }, serverCalls['check-address'].out).then((result) => {
      if (isWanted) setChecks((before) => ({ ...before, address: shown(result) }));
    });
    void readServer(account.id, 'check-domain', { domain }, serverCalls['check-domain'].out).then((result) => {
      if (isWanted) setChecks((before) => ({ ...before, domain: shown(result) }));
    });
    return () => {
      isWanted = false;
    };
  }, [account.id, isOnline, address, domain]);
  return checks;
}
