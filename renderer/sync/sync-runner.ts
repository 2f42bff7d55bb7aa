import type { StoreApi } from 'zustand/vanilla';
import type { Connectivity } from '../../shared/contract/contract.ts';
import type { Account } from '../../shared/domain/account.ts';
import type { CustomerTenantId } from '../../shared/ids.ts';
import { plusSeconds } from '../../shared/instant.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Mirror } from '../../shared/ports/mirror.ts';
import type { OutboxControl } from '../../shared/ports/outbox-control.ts';
import type { WorkStore } from '../../shared/ports/work-store.ts';
import { watchBatches } from './batch-settings.ts';
import { voidGivenUp } from './given-up-envelopes.ts';
import type { PreparedEnvelopes } from './given-up-envelopes.ts';
import { operationCommands } from './operation-commands.ts';
import { operationSender } from './operation-sender.ts';
import type { SyncGateway } from './sync-gateway.ts';

export interface OutboxParts {
  readonly account: Account;
  readonly work: WorkStore;
  readonly mirror: Pick<Mirror, 'apply' | 'customer'>;
  readonly gateway: SyncGateway;
  readonly clock: Clock;
  readonly connectivity: Pick<StoreApi<Connectivity>, 'getState' | 'subscribe'>;
  /** Reads a customer anew after an order was placed for it. */
  readonly refreshCustomer?: (id: CustomerTenantId) => Promise<unknown>;
  /** Tells when the computer wakes from sleep; returns the way to stop. */
  readonly onResume?: (listener: () => void) => () => void;
  /** Where bugs are told: one that concerns one operation never stops the others. */
  readonly report?: (error: unknown) => void;
  /** Passwords that resets prepared. */
  readonly envelopes?: PreparedEnvelopes;
  readonly locks?: LockManager;
}

export const outboxLockName = (account: Account): string => `outbox-${account.id}`;

/** Where nobody listens for bugs, the window's own error handler does. */
const surface = (error: unknown): void =>
  queueMicrotask(() => {
    throw error;
  });

/** One thing at a time, again and again while something asks for it; asking during a run means one more run. */
function repeater(run: () => Promise<void>, report: (error: unknown) => void) {
  let isAsked = false;
  let running: Promise<void> | undefined;
  const loop = async (): Promise<void> => {
    while (isAsked) {
      isAsked = false;
      await run().catch(report);
    }
    running = undefined;
  };
  const ask = (): void => {
    isAsked = true;
    running ??= loop();
  };
  return { ask, settled: async () => running };
}

const troubleSeconds = 30;

/** Urgent: guessed waiting times are over. */
type Ask = (isUrgent: boolean) => void;

/** Sends until `stop`; only ever called by the holder of the lock. */
async function sendUntil(parts: OutboxParts, stop: AbortSignal, asked: (ask: Ask) => void): Promise<void> {
  const { work, clock, connectivity, onResume } = parts;
  const { report = surface } = parts;
  const sender = operationSender(parts, report);
  let isUrgent = false;
  let disarm = (): void => undefined;
  const passes = repeater(async () => {
    disarm();
    const urgent = isUrgent;
    isUrgent = false;
    const moment = await sender.sendAll(urgent, stop).catch((error: unknown) => {
      // The store could not be read: later perhaps.
      report(error);
      return plusSeconds(clock.now(), troubleSeconds);
    });
    if (moment) disarm = clock.at(moment, () => passes.ask());
  }, report);
  const ask = (now: boolean): void => {
    if (stop.aborted) return;
    isUrgent ||= now;
    passes.ask();
  };
  // Not waited for: an offline copy in trouble never keeps the outbox from its work.
  void sender.retellNews().catch(report);
  void voidGivenUp(parts.envelopes, work).catch(report);
  asked(ask);
  const stops = [
    connectivity.subscribe((after, before) => ask(after.isOnline && !before.isOnline)),
    work.watch(() => work.operations(), () => ask(false)),
    watchBatches(work, () => ask(false)),
    onResume?.(() => ask(true)) ?? ((): void => undefined),
  ];
  ask(false);
  await new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });
  for (const end of stops) end();
  await passes.settled();
  disarm();
}

/**
 * Starts the outbox of an account. Only the window that holds the lock sends (decision D4, failure story F2); others
 * wait for it, and may still cancel, decide and edit: the sender sees it in the store.
 */
export async function startOutbox(parts: OutboxParts): Promise<OutboxControl> {
  const stop = new AbortController();
  const locks = parts.locks ?? navigator.locks;
  let ask: Ask = () => undefined;
  const held = locks
    .request(outboxLockName(parts.account), { signal: stop.signal }, () =>
      sendUntil(parts, stop.signal, (asker) => {
        ask = asker;
      }),
    )
    .catch((error: unknown) => {
      if (!stop.signal.aborted) (parts.report ?? surface)(error);
    });
  return {
    ...operationCommands(parts),
    wake: () => ask(true),
    stop: async () => {
      stop.abort();
      await held;
    },
  };
}
