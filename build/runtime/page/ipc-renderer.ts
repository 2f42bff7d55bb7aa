import type { Codec, Packed } from './codec.ts';
import type { PagePorts } from './page-ports.ts';
import type { Strict } from './strict.ts';
import type { FromPage } from './wire.ts';

type Listener = (event: unknown, ...args: unknown[]) => void;

/** The preload's `ipcRenderer`, and what the runtime calls when the main process speaks. */
export interface IpcRendererEnds {
  readonly ipcRenderer: object;
  readonly resolve: (id: number, value: Packed) => void;
  readonly reject: (id: number, message: string) => void;
  readonly emit: (channel: string, args: Packed, ports: readonly number[]) => void;
}

/** Self-contained: the page receives this function as source text. */
export const createIpcRenderer = (
  codec: Codec,
  ports: PagePorts,
  tell: (message: FromPage) => void,
  strict: Strict,
): IpcRendererEnds => {
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
  const listeners = new Map<string, readonly { readonly listener: Listener; readonly call: Listener }[]>();
  let lastId = 0;

  const add = (channel: string, listener: Listener, call: Listener = listener): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, call }]);
    return ipcRenderer;
  };
  const remove = (channel: string, listener: Listener): object => {
    listeners.set(channel, (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener));
    return ipcRenderer;
  };
  const invoke = (channel: string, ...args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const packed = codec.pack(args);
      pending.set(lastId, { resolve, reject });
      tell({ k: 'invoke', id: lastId, channel, args: packed });
    });
  const postMessage = (channel: string, message: unknown, transfer: readonly MessagePort[] = []): void => {
    const args = codec.pack([message]);
    tell({ k: 'send', channel, args, ports: transfer.map((port) => ports.give(port)) });
  };
  const once = (channel: string, listener: Listener): object =>
    add(channel, listener, (event, ...args) => {
      remove(channel, listener);
      listener(event, ...args);
    });
  const removeAllListeners = (channel?: string): object => {
    if (channel === undefined) listeners.clear();
    else listeners.delete(channel);
    return ipcRenderer;
  };
  const ipcRenderer: object = strict('ipcRenderer', {
    invoke,
    send: (channel: string, ...args: unknown[]) => tell({ k: 'send', channel, args: codec.pack(args), ports: [] }),
    postMessage,
    on: (channel: string, listener: Listener) => add(channel, listener),
    addListener: (channel: string, listener: Listener) => add(channel, listener),
    once,
    off: remove,
    removeListener: remove,
    removeAllListeners,
    listenerCount: (channel: string) => (listeners.get(channel) ?? []).length,
  });
  return {
    ipcRenderer,
    resolve: (id, value) => {
      pending.get(id)?.resolve(codec.unpack(value));
      pending.delete(id);
    },
    reject: (id, message) => {
      pending.get(id)?.reject(new Error(message));
      pending.delete(id);
    },
    emit: (channel, args, portIds) => {
      const event = { sender: ipcRenderer, senderId: 0, ports: portIds.map((id) => ports.open(id)) };
      const values = codec.unpack(args) as unknown[];
      (listeners.get(channel) ?? []).forEach((entry) => entry.call(event, ...values));
    },
  };
};
