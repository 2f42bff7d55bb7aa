import type { OutboxControl } from '../../shared/ports/outbox-control.ts';
import { lateCode } from './late-code.ts';

/**
 * The outbox before its code was read: the first screen does not wait for it. What a person asks meanwhile waits for it;
 * nothing can be lost by that, because all that is to be sent is on the disk already. Code that could not be read is read
 * again whenever the outbox is asked for something.
 */
export function lateOutbox(start: () => Promise<OutboxControl>, report: (error: unknown) => void): OutboxControl {
  const { get, whenRead } = lateCode(start, report);
  return {
    wake: () => whenRead((outbox) => outbox.wake()),
    cancel: async (id) => (await get()).cancel(id),
    cancelAll: async (ids) => (await get()).cancelAll(ids),
    decide: async (id, decision) => (await get()).decide(id, decision),
    edit: async (id, payload) => (await get()).edit(id, payload),
    retry: async (id) => (await get()).retry(id),
    acknowledge: async (id) => (await get()).acknowledge(id),
    stop: async () => (await get()).stop(),
  };
}
