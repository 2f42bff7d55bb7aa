import type { AccountId } from '../../../shared/ids.ts';
import type { Mirror } from '../../../shared/ports/mirror.ts';
import { MirrorClient, mirrorOver } from './mirror-client.ts';

/** Starts the store worker for an account (decision D17). Rejects when its database cannot be opened. */
export async function openMirror(accountId: AccountId): Promise<Mirror> {
  const worker = new Worker(new URL('../store-worker.ts', import.meta.url), { type: 'module', name: 'store' });
  const client = new MirrorClient(worker);
  worker.addEventListener('error', (event) => client.break(new Error(`The store worker failed: ${event.message}`)));
  await client.open(accountId);
  return mirrorOver(client);
}
