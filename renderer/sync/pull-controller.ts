import type { Account } from '../../shared/domain/account.ts';
import type { ImportEnd } from '../../shared/domain/catalogue/price-list.ts';
import type { CustomerTenantId, ResellerTenantId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Mirror } from '../../shared/ports/mirror.ts';
import type { WorkStore } from '../../shared/ports/work-store.ts';
import { ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Bridge } from '../platform/bridge.ts';
import type { BusinessProgress } from './refresh-business.ts';
import { refreshCustomer } from './refresh-customer.ts';
import { readFromServer, readResult } from './server-read.ts';

export interface PullControl {
  /** Pulls all that the lists need, from where an earlier pull stopped. Asking during a pull waits for that one. */
  pullNow(): Promise<void>;
  /** Stops after the page it is at; nothing that came is lost. */
  stop(): Promise<void>;
  /** Reads all about one customer now; answers the first failure, but keeps what could be read. */
  refreshCustomer(id: CustomerTenantId): Promise<Result<void>>;
  /** Reads the list of resellers alone; a failure leaves the list as old as it was. Asking while it is read waits for that one. */
  refreshResellers(): Promise<Result<void>>;
  /** Reads all customers of a reseller anew, one after the other; see refresh-business.ts. */
  refreshBusiness(id: ResellerTenantId, signal: AbortSignal, tell: (progress: BusinessProgress) => void): Promise<Result<void>>;
  /** Takes in the price sheet of a market and month (`yyyy-mm`) from the server; how far it is tells the import view. */
  downloadPriceList(market: string, month: string): Promise<ImportEnd>;
}

export interface PullParts {
  readonly account: Account;
  readonly work: Pick<WorkStore, 'addJournal'>;
  readonly mirror: Pick<Mirror, 'apply' | 'customer' | 'customers' | 'downloadPriceList' | 'pull' | 'replaceResellers' | 'stopPull'>;
  readonly bridge: Pick<Bridge, 'call' | 'openPullPort'>;
  readonly clock: Clock;
  readonly locks?: LockManager;
}

async function pull({ account, mirror, work, bridge }: PullParts, wasStopped: () => boolean): Promise<void> {
  const port = await bridge.openPullPort(account.id);
  // The copy stays as old as it was, and says so; the next wake-up asks again.
  if (!port.ok) return;
  const { collections, stopped } = await mirror.pull(port.value);
  if (stopped || wasStopped()) return;
  const { resellers, customers } = collections;
  const details = { resellers: String(resellers.count), customers: String(customers.count) };
  await work.addJournal({ who: 'app', what: 'pulled', details });
}

async function readResellers(parts: PullParts): Promise<Result<void>> {
  const at = parts.clock.now();
  const read = readResult(await readFromServer('list-resellers', {}, parts));
  if (!read.ok) return read;
  await parts.mirror.replaceResellers(read.value.resellers, at);
  return ok(undefined);
}

async function downloadPriceList({ account, mirror, bridge }: PullParts, market: string, month: string): Promise<ImportEnd> {
  const port = await bridge.openPullPort(account.id);
  return port.ok ? mirror.downloadPriceList({ market, month }, port.value) : { kind: 'ended', result: port };
}

/** Pulls on demand, one pull at a time over all windows of the profile. */
export function pullControl(parts: PullParts): PullControl {
  const { account, mirror, locks = navigator.locks } = parts;
  let running: Promise<void> | undefined;
  // A pull that a person stopped has no failure to tell it from a complete one.
  let wasStopped = false;
  const pullNow = (): Promise<void> => {
    running ??= locks
      .request(`pull-${account.id}`, { ifAvailable: true }, async (lock) => {
        wasStopped = false;
        if (lock) await pull(parts, () => wasStopped);
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  let reading: Promise<Result<void>> | undefined;
  const refreshResellers = (): Promise<Result<void>> => {
    reading ??= readResellers(parts).finally(() => {
      reading = undefined;
    });
    return reading;
  };
  const stop = (): Promise<void> => {
    wasStopped = true;
    return mirror.stopPull();
  };
  return {
    pullNow,
    stop,
    refreshResellers,
    refreshCustomer: (id) => refreshCustomer(id, parts),
    downloadPriceList: (market, month) => downloadPriceList(parts, market, month),
    refreshBusiness: async (id, signal, tell) => {
      // Asked for a few times a day: its code is read then.
      const { refreshBusiness } = await import('./refresh-business.ts');
      return refreshBusiness(id, parts, signal, tell);
    },
  };
}
