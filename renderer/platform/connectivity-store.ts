import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Connectivity } from '../../shared/contract/contract.ts';
import type { Bridge } from './bridge.ts';

export type ConnectivityStore = StoreApi<Connectivity>;

/** Follows what the main process says about the network. Counts as offline when it gives no answer. */
export async function openConnectivityStore(bridge: Pick<Bridge, 'call' | 'on'>): Promise<ConnectivityStore> {
  const store = createStore<Connectivity>(() => ({ isOnline: false, reason: 'no-network' }));
  bridge.on('connectivity.changed', (connectivity) => store.setState(connectivity, true));
  const now = await bridge.call('connectivity.read', {});
  if (now.ok) store.setState(now.value, true);
  return store;
}
