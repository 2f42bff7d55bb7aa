import type { StoreApi } from 'zustand/vanilla';
import type { Connectivity } from '../../shared/contract/contract.ts';
import type { Removal } from '../../shared/domain/partnership/removal.ts';
import type { PartnershipRequest } from '../../shared/domain/partnership/request.ts';
import { isBefore, pastMoment, plusSeconds } from '../../shared/instant.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Mirror } from '../../shared/ports/mirror.ts';
import type { WorkStore } from '../../shared/ports/work-store.ts';
import type { PullControl } from './pull-controller.ts';

/** Whether somebody can see the window. */
export interface Visibility {
  readonly isVisible: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface WatchParts {
  readonly work: Pick<WorkStore, 'partnerships' | 'watch'>;
  readonly mirror: Pick<Mirror, 'resellers' | 'status' | 'subscribe'>;
  readonly pull: Pick<PullControl, 'refreshResellers'>;
  readonly clock: Clock;
  readonly connectivity: Pick<StoreApi<Connectivity>, 'getState' | 'subscribe'>;
  readonly visibility: Visibility;
  readonly report: (error: unknown) => void;
}

const soonSeconds = 2 * 60;
const usualSeconds = 30 * 60;
/** Somebody who has just been to the portal waits to see it done. */
const soonForSeconds = 3600;

interface Awaited {
  readonly requests: readonly PartnershipRequest[];
  readonly removals: readonly Removal[];
}

/** How often the list is to be read by itself; undefined when nothing in it is waited for. */
function intervalFor({ requests, removals }: Awaited, now: Instant): number | undefined {
  const opened = removals.filter(({ state }) => state === 'portal-opened');
  const isRecent = (at: Instant | undefined): boolean => at !== undefined && isBefore(now, plusSeconds(at, soonForSeconds));
  if (opened.some(({ portalOpenedAt }) => isRecent(pastMoment(portalOpenedAt, now)))) return soonSeconds;
  return opened.length > 0 || requests.some(({ state }) => state === 'sent') ? usualSeconds : undefined;
}

/** Compares each list of resellers with the one before, whoever read it. */
class ListComparison {
  private readonly parts: WatchParts;
  private noticed: Instant | undefined;

  constructor(parts: WatchParts) {
    this.parts = parts;
  }

  async compare(): Promise<void> {
    const { mirror, work } = this.parts;
    const before = await mirror.status();
    const { pulledAt } = before.collections.resellers;
    // between the rows of a pull and their date there is a moment: its end is told too
    if (pulledAt === undefined || pulledAt === this.noticed || before.pull?.collection === 'resellers') return;
    const rows = await mirror.resellers();
    const after = await mirror.status();
    const isOneList = after.collections.resellers.pulledAt === pulledAt && after.pull?.collection !== 'resellers';
    if (!isOneList) return;
    await work.partnerships.notice(rows.map(({ id, name, partnerId, state, location }) => ({ id, name, partnerId, state, location })), pulledAt);
    this.noticed = pulledAt;
  }
}

/** Reads the list by itself while something in it is waited for. */
class ListRefresher {
  private readonly parts: WatchParts;
  private awaited: Awaited = { requests: [], removals: [] };
  private triedAt: Instant | undefined;
  private disarm = (): void => undefined;

  constructor(parts: WatchParts) {
    this.parts = parts;
  }

  await(awaited: Awaited): void {
    this.awaited = awaited;
  }

  /** Reads the list when it is time to, else sees to it that it is asked again then. */
  async look(again: () => void): Promise<void> {
    this.disarm();
    const { clock, connectivity, visibility, mirror, pull } = this.parts;
    const seconds = intervalFor(this.awaited, clock.now());
    if (seconds === undefined || !connectivity.getState().isOnline || !visibility.isVisible()) return;
    let next = plusSeconds(clock.now(), seconds);
    try {
      const status = await mirror.status();
      // its end is told, and has a list of its own
      if (status.pull !== undefined) return;
      const due = this.dueAfter(status.collections.resellers.pulledAt, seconds);
      if (due !== undefined && isBefore(clock.now(), due)) {
        next = due;
        return;
      }
      this.triedAt = clock.now();
      // a failure leaves the list as old as it says it is; the next turn asks again
      await pull.refreshResellers();
    } finally {
      // also when the store is in trouble: the disk may have room again by then
      this.disarm = clock.at(next, again);
    }
  }

  stop(): void {
    this.disarm();
  }

  /** After the last reading and the last try, whichever was later. */
  private dueAfter(listedAt: Instant | undefined, seconds: number): Instant | undefined {
    const now = this.parts.clock.now();
    const [readAt, triedAt] = [pastMoment(listedAt, now), pastMoment(this.triedAt, now)];
    const last = readAt !== undefined && (triedAt === undefined || isBefore(triedAt, readAt)) ? readAt : triedAt;
    return last === undefined ? undefined : plusSeconds(last, seconds);
  }
}

/**
 * Watches the list of resellers for what can only be seen there: acceptances and removals (contract:
 * request-reseller-partnership, remove-reseller-partnership). Every new list is compared with the one before; while a request
 * that was sent or a removal that was begun in the portal waits for its outcome, the list is read by itself. Returns the
 * way to stop.
 */
export function watchPartnerships(parts: WatchParts): () => Promise<void> {
  const { work, mirror, connectivity, visibility, report } = parts;
  const comparison = new ListComparison(parts);
  const refresher = new ListRefresher(parts);
  const stopping = new AbortController();
  const { signal } = stopping;
  let isAsked = false;
  let running: Promise<void> | undefined;
  const passes = async (): Promise<void> => {
    while (isAsked && !signal.aborted) {
      isAsked = false;
      // a list that cannot be compared does not end the reading of newer ones
      await comparison.compare().catch(report);
      if (!signal.aborted) await refresher.look(ask).catch(report);
    }
    running = undefined;
  };
  function ask(): void {
    isAsked = true;
    running ??= passes();
  }
  const awaited = async (): Promise<Awaited> => ({
    requests: await work.partnerships.requests(), removals: await work.partnerships.removals(),
  });
  const stops = [
    mirror.subscribe((topics) => {
      if (topics.includes('resellers') || topics.includes('status')) ask();
    }),
    work.watch(awaited, (next) => {
      refresher.await(next);
      ask();
    }),
    connectivity.subscribe(ask),
    visibility.subscribe(ask),
  ];
  ask();
  return async () => {
    stopping.abort();
    for (const stop of stops) stop();
    await running;
    refresher.stop();
  };
}
