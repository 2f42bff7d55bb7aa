import type { z } from 'zod';
import type { Connectivity as ConnectivitySchema } from '../../shared/contract/contract.ts';
import type { JsonFile } from '../files/json-file.ts';

export type ConnectivityState = z.infer<typeof ConnectivitySchema>;
export interface ConnectivitySettings {
  readonly workOffline: boolean;
}

export interface ConnectivityParts {
  /** What the system says about its network. */
  readonly isSystemOnline: () => boolean;
  /** Whether a server of ours answers at all, whatever it says. */
  readonly probe: () => Promise<boolean>;
  readonly settings: JsonFile<ConnectivitySettings>;
  readonly changed: (state: ConnectivityState) => void;
}

export interface Connectivity {
  read(): ConnectivityState;
  setWorkOffline(workOffline: boolean): Promise<ConnectivityState>;
  /** A request did not get there. */
  reportUnreachable(): void;
  /** A server answered. */
  reportAnswer(): void;
  /** Looks again now: after sleep, or when the system's word may have changed. */
  check(): Promise<void>;
  stop(): void;
}

const WATCH_MS = 1000;
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Whether calls may go out. The user's switch wins and is kept over restarts. A system that was online and is no longer
 * counts as cut off; one that never was (a computer without any network, where the practice tenant still answers) does
 * not. A request that did not get there is a reason to probe; while nothing answers it probes with growing pauses.
 */
export async function openConnectivity(parts: ConnectivityParts): Promise<Connectivity> {
  let { workOffline } = await parts.settings.read();
  let wasSystemOnline = parts.isSystemOnline();
  let isReachable = true;
  let failures = 0;
  let nextProbe = 0;
  let probing: Promise<void> | undefined;

  const isCutOff = (): boolean => {
    const isOnline = parts.isSystemOnline();
    wasSystemOnline ||= isOnline;
    return wasSystemOnline && !isOnline;
  };
  const read = (): ConnectivityState => {
    if (workOffline) return { isOnline: false, reason: 'work-offline' };
    return isReachable && !isCutOff() ? { isOnline: true, reason: 'online' } : { isOnline: false, reason: 'no-network' };
  };
  let told = read();
  const tellChange = (): void => {
    const state = read();
    if (state.reason === told.reason) return;
    told = state;
    parts.changed(state);
  };
  const probeNow = async (): Promise<void> => {
    isReachable = await parts.probe().catch(() => false);
    failures = isReachable ? 0 : failures + 1;
    nextProbe = performance.now() + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1));
    tellChange();
  };
  const probe = (): Promise<void> => {
    probing ??= probeNow().finally(() => {
      probing = undefined;
    });
    return probing;
  };
  const watch = setInterval(() => {
    tellChange();
    if (!isReachable && !isCutOff() && performance.now() >= nextProbe) void probe();
  }, WATCH_MS);
  watch.unref();

  return {
    read,
    async setWorkOffline(next) {
      await parts.settings.write({ workOffline: next });
      workOffline = next;
      tellChange();
      return read();
    },
    reportUnreachable: () => void probe(),
    reportAnswer: () => {
      isReachable = true;
      failures = 0;
      tellChange();
    },
    check: probe,
    stop: () => clearInterval(watch),
  };
}
