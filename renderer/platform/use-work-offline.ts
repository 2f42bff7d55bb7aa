import { useCallback } from 'react';
import { bridge } from './bridge.ts';
import { useConnectivity, useServices } from './services.tsx';

/** The user's own switch: nothing is sent or read while it is on, and the journal tells when it was turned. */
export function useWorkOffline(): { readonly isOn: boolean; readonly turn: (on: boolean) => Promise<void> } {
  const { work, account, connectivity } = useServices();
  const { reason } = useConnectivity();
  const turn = useCallback(async (on: boolean): Promise<void> => {
    const answer = await bridge.call('connectivity.setWorkOffline', { workOffline: on });
    if (!answer.ok) return;
    connectivity.setState(answer.value);
    await work.addJournal({ who: account.userName, what: on ? 'work-offline' : 'work-online', details: {} });
  }, [work, account, connectivity]);
  return { isOn: reason === 'work-offline', turn };
}
