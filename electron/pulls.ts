import { setTimeout as delay } from 'node:timers/promises';
import { MessageChannelMain } from 'electron';
import type { AccountId } from '../shared/ids.ts';
import type { Parts } from './parts.ts';
import { servePull } from './sync/pull-stream.ts';
import type { DeskWindow } from './window.ts';

type OpenPull = (accountId: AccountId, pullId: string) => void;

/** Opens a pull: one end of a channel goes to the page, the other is served here. */
export const pullOpener = ({ accounts, connectivity }: Parts, window: DeskWindow): OpenPull => (accountId, pullId) => {
  const { port1, port2 } = new MessageChannelMain();
  servePull(port1, {
    connect: async () => {
      const opened = await accounts.open(accountId);
      return opened.ok ? opened.value.connection : opened.error;
    },
    isOnline: () => connectivity.read().isOnline,
    unreachable: () => connectivity.reportUnreachable(),
    pause: (seconds, signal) => delay(seconds * 1000, undefined, { signal }).catch(() => undefined),
  });
  window.handPort(pullId, port2);
};
