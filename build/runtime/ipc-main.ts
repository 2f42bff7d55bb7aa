import { EventEmitter } from 'node:events';
import { nodeCodec } from './node-codec.ts';
import { provided } from './not-provided.ts';
import type { Packed } from './page/codec.ts';

type Handler = (event: unknown, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

const handle = (channel: string, handler: Handler): void => {
  if (handlers.has(channel)) {
    throw new Error(`Attempted to register a second handler for '${channel}'`);
  }
  handlers.set(channel, handler);
};

/** Electron's `ipcMain`. */
export const ipcMain = provided(
  'ipcMain',
  Object.assign(new EventEmitter(), {
    handle,
    handleOnce: (channel: string, handler: Handler): void =>
      handle(channel, (event, ...args) => {
        handlers.delete(channel);
        return handler(event, ...args);
      }),
    removeHandler: (channel: string): void => void handlers.delete(channel),
  }),
);

/** Runs the handler of a channel with what the page sent; rejects with Electron's own words. */
export const runHandler = async (channel: string, event: unknown, args: Packed): Promise<Packed> => {
  const handler = handlers.get(channel);
  if (handler === undefined) {
    throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`);
  }
  try {
    return nodeCodec.pack(await handler(event, ...(nodeCodec.unpack(args) as unknown[])));
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
  }
};
