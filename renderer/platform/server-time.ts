import type { AccountId } from '../../shared/ids.ts';
import { instantOf, plusSeconds } from '../../shared/instant.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { bridge } from './bridge.ts';
import { systemClock } from './clock.ts';

const aheadMs = new Map<AccountId, number>();
const aheadOf = (accountId: AccountId): number => aheadMs.get(accountId) ?? 0;

/** The present by the server of an account: its clock decides when something ends. By this computer's while it told nothing. */
export const serverNow = (accountId: AccountId): Instant => instantOf(new Date(Date.now() + aheadOf(accountId)));

/** Asks how far that clock is ahead, and tells when it is found to be another. Returns the way to stop. */
export function followServerTime(accountId: AccountId, tell: () => void): () => void {
  let isOver = false;
  const take = (ahead: number): void => {
    if (isOver || ahead === aheadOf(accountId)) return;
    aheadMs.set(accountId, ahead);
    tell();
  };
  const stop = bridge.on('server-time.changed', (told) => {
    if (told.accountId === accountId) take(told.aheadMs);
  });
  void bridge.call('connectivity.readServerTime', { accountId }).then((answer) => answer.ok && take(answer.value.aheadMs));
  return () => {
    isOver = true;
    stop();
  };
}

/** The server's clock, for what waits for a moment. A moment that was waited for is another once the server's time is (followServerTime). */
export const serverClock = (accountId: AccountId): Clock => ({
  now: () => serverNow(accountId),
  at: (moment, callback) => systemClock.at(plusSeconds(moment, -aheadOf(accountId) / 1000), callback),
});
