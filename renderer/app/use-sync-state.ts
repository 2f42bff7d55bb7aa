import { useConnectivity, useLive, useMirror } from '../platform/services.tsx';
import { syncStateOf } from './sync-state.ts';
import type { SyncState } from './sync-state.ts';

/** The state of the sync pill, live; undefined for the moment before anything is known. */
export function useSyncState(): SyncState | undefined {
  const connectivity = useConnectivity();
  const status = useMirror(['status'], (mirror) => mirror.status(), []);
  const operations = useLive((work) => work.operations(), []);
  if (status === undefined || operations === undefined) return undefined;
  return syncStateOf(connectivity, status, operations);
}
