import type { ResellerRadar } from '../../shared/ports/reseller-radar.ts';

/** The radar before its code was read: nothing of the start waits for it, and what is asked meanwhile waits for it instead. */
export function lateRadar(reading: Promise<ResellerRadar>): ResellerRadar {
  let radar: ResellerRadar | undefined;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const ready = reading.then((read) => {
    radar = read;
    read.subscribe(tell);
    tell();
    return read;
  });
  return {
    run: () => radar?.run(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    checkAll: async () => (await ready).checkAll(),
    stop: () => void ready.then((read) => read.stop()),
    checkOne: async (partnerId) => (await ready).checkOne(partnerId),
    close: async () => (await ready).close(),
  };
}
