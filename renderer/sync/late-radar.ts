import type { ResellerRadar } from '../../shared/ports/reseller-radar.ts';
import { lateCode } from './late-code.ts';

/**
 * The radar before its code was read: nothing of the start waits for it, and what is asked meanwhile waits for it instead.
 * Code that could not be read is read again whenever the radar is asked for something.
 */
export function lateRadar(start: () => Promise<ResellerRadar>, report: (error: unknown) => void): ResellerRadar {
  let radar: ResellerRadar | undefined;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const { get, whenRead } = lateCode(async () => {
    const read = await start();
    radar = read;
    read.subscribe(tell);
    tell();
    return read;
  }, report);
  return {
    run: () => radar?.run(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    checkAll: async () => (await get()).checkAll(),
    stop: () => whenRead((read) => read.stop()),
    checkOne: async (partnerId) => (await get()).checkOne(partnerId),
    close: async () => (await get()).close(),
  };
}
