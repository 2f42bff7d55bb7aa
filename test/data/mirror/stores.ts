import { afterEach } from 'vitest';
import { openMirrorStore } from '../../../renderer/data/mirror/mirror-store.ts';
import type { MirrorStore } from '../../../renderer/data/mirror/mirror-store.ts';
import { AccountId, newAccountId } from '../../../shared/ids.ts';
import type { AccountId as AccountIdType } from '../../../shared/ids.ts';
import { Instant, plusSeconds } from '../../../shared/instant.ts';

const open = new Set<MirrorStore>();
afterEach(async () => {
  for (const store of open) await store.close();
  open.clear();
});

/** Time that a test moves by hand. */
export interface HandClock {
  now: () => Instant;
  pass: (seconds: number) => void;
}
export function handClock(): HandClock {
  let moment = Instant.parse('2026-11-24T09:00:00.000Z');
  return {
    now: () => moment,
    pass: (seconds) => {
      moment = plusSeconds(moment, seconds);
    },
  };
}

/** A store on its own database, or again on an account's; closed after the test. */
export async function openStore(clock: HandClock = handClock(), accountId: AccountIdType = newAccountId()): Promise<MirrorStore> {
  const store = await openMirrorStore(AccountId.parse(accountId), clock.now);
  open.add(store);
  return store;
}

/** Ends a store as the end of the app does. */
export async function endStore(store: MirrorStore): Promise<void> {
  await store.close();
  open.delete(store);
}
