import { useCallback, useEffect, useState } from 'react';
import type { Envelope } from '../../shared/contract/contract.ts';
import { bridge } from './bridge.ts';
import { useServices } from './services.tsx';

/** A password that waits for somebody to hand it over. One on its way to the server is followed by its operation. */
export const isToHandOver = ({ state }: Envelope): boolean => state === 'sealed' || state === 'revealed';

/** The account's sealed passwords (never the passwords themselves), live; undefined before the first answer. */
export function useEnvelopes(): readonly Envelope[] | undefined {
  const { account } = useServices();
  const [envelopes, setEnvelopes] = useState<readonly Envelope[]>();
  const read = useCallback(async () => {
    const answer = await bridge.call('envelopes.list', { accountId: account.id });
    if (answer.ok) setEnvelopes(answer.value.envelopes);
  }, [account.id]);
  useEffect(() => {
    void read();
    return bridge.on('envelopes.changed', () => void read());
  }, [read]);
  return envelopes;
}
