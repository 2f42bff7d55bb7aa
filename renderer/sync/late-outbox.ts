import type { OutboxControl } from '../../shared/ports/outbox-control.ts';

/**
 * The outbox before its code was read: the first screen does not wait for it. What a person asks meanwhile waits for it;
 * nothing can be lost by that, because all that is to be sent is on the disk already.
 */
export function lateOutbox(starting: Promise<OutboxControl>): OutboxControl {
  return {
    wake: () => void starting.then((outbox) => outbox.wake()),
    cancel: async (id) => (await starting).cancel(id),
    decide: async (id, decision) => (await starting).decide(id, decision),
    edit: async (id, payload) => (await starting).edit(id, payload),
    retry: async (id) => (await starting).retry(id),
    acknowledge: async (id) => (await starting).acknowledge(id),
    stop: async () => (await starting).stop(),
  };
}
