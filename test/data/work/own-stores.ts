import { afterEach } from 'vitest';
import { openWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import type { OpenWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import { AccountId } from '../../../shared/ids.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import { account, start } from '../../unit/sync/sync-builders.ts';

const clock: Clock = { now: () => start, at: () => () => undefined };
const opened: OpenWorkStore[] = [];
afterEach(() => {
  for (const work of opened.splice(0)) work.close();
});

/** An account that no other test has. */
export const own = () => ({ ...account, id: AccountId.parse(crypto.randomUUID()) });

/** Its unsent work, closed after the test. */
export async function openOwn(owner = own()): Promise<OpenWorkStore> {
  const work = await openWorkStore(owner, clock);
  opened.push(work);
  return work;
}
