import type { Codec, Packed } from './codec.ts';
import type { FromPage } from './wire.ts';

/** The ports of this page that are tied to ports of the main process, by number: odd ones began here, even ones there. */
export interface PagePorts {
  /** A new port for the page whose other end is the main process's port of that number. */
  readonly open: (id: number) => MessagePort;
  /** Gives a port of the page to the main process; answers its number. */
  readonly give: (port: MessagePort) => number;
  readonly receive: (id: number, data: Packed) => void;
  readonly close: (id: number) => void;
}

/** Self-contained: the page receives this function as source text. */
export const createPagePorts = (codec: Codec, tell: (message: FromPage) => void): PagePorts => {
  const ports = new Map<number, MessagePort>();
  let lastId = -1;

  const tie = (id: number, port: MessagePort): void => {
    ports.set(id, port);
    port.addEventListener('message', (event: MessageEvent<unknown>) => tell({ k: 'port', id, data: codec.pack(event.data) }));
    port.addEventListener('close', () => {
      if (ports.delete(id)) tell({ k: 'port-close', id });
    });
    port.start();
  };
  return {
    open: (id) => {
      const channel = new MessageChannel();
      tie(id, channel.port1);
      return channel.port2;
    },
    give: (port) => {
      lastId += 2;
      tie(lastId, port);
      return lastId;
    },
    receive: (id, data) => ports.get(id)?.postMessage(codec.unpack(data)),
    close: (id) => {
      const port = ports.get(id);
      ports.delete(id);
      port?.close();
    },
  };
};
