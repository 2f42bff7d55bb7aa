import { vi } from 'vitest';
import { pullPortMessage } from '../../../shared/contract/contract.ts';
import type { AppBridge } from '../../../shared/contract/types.ts';

type Listener = (payload: unknown) => void;
export interface Page {
  /** Sends an event of the main process to all who listen. */
  readonly emit: Listener;
  /** Hands over a port as preload.ts does. */
  readonly post: (pullId: string, port: MessagePort) => void;
}

/** The page around the bridge: what the preload script offers, and the window messages. */
export function page(call: AppBridge['call']): Page {
  const listeners = new Set<Listener>();
  const target = new EventTarget();
  const app: AppBridge = {
    call,
    on: (_, listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  vi.stubGlobal('window', Object.assign(target, { app }));
  return {
    emit: (payload) => listeners.forEach((listener) => listener(payload)),
    post: (pullId, port) =>
      target.dispatchEvent(Object.assign(new Event('message'), { data: { type: pullPortMessage, pullId }, ports: [port], source: target })),
  };
}
