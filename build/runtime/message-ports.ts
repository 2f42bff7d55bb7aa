import { EventEmitter } from 'node:events';
import { nodeCodec } from './node-codec.ts';
import { provided } from './not-provided.ts';
import type { Packed } from './page/codec.ts';
import type { PageLink } from './page-link.ts';

/** Where a port's messages go: the other port of its channel, or the page that holds that other port. */
interface FarEnd {
  readonly deliver: (data: Packed) => void;
  readonly close: () => void;
}

/** A MessagePortMain. `start` opens the queue; a port moved to a page can no longer be used here. */
export class MessagePortMain extends EventEmitter {
  far: FarEnd | undefined;
  queue: Packed[] | undefined = [];
  isClosed = false;
  isMoved = false;

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) {
      throw new Error('not provided by the Chromium runtime: MessagePortMain.postMessage with ports');
    }
    const packed = nodeCodec.pack(message);
    if (!this.isClosed && !this.isMoved) {
      this.far?.deliver(packed);
    }
  }

  start(): void {
    const queued = this.queue ?? [];
    this.queue = undefined;
    queued.forEach((data) => this.receive(data));
  }

  close(): void {
    if (!this.isClosed) {
      this.isClosed = true;
      this.far?.close();
      setImmediate(() => this.emit('close'));
    }
  }

  receive(data: Packed): void {
    if (this.queue !== undefined) {
      this.queue.push(data);
      return;
    }
    if (!this.isClosed) {
      setImmediate(() => this.emit('message', { data: nodeCodec.unpack(data), ports: [] }));
    }
  }

  /** The far end has gone. */
  lose(): void {
    if (!this.isClosed) {
      this.isClosed = true;
      setImmediate(() => this.emit('close'));
    }
  }
}

const towards = (port: MessagePortMain): FarEnd => ({
  deliver: (data) => port.receive(data),
  close: () => port.lose(),
});

const nearEnds = new WeakMap<MessagePortMain, MessagePortMain>();

/** Two entangled ports; either may be moved to a page with `webContents.postMessage`. */
export class MessageChannelMain {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;

  constructor() {
    this.port1 = provided('MessagePortMain', new MessagePortMain());
    this.port2 = provided('MessagePortMain', new MessagePortMain());
    this.port1.far = towards(this.port2);
    this.port2.far = towards(this.port1);
    nearEnds.set(this.port1, this.port2);
    nearEnds.set(this.port2, this.port1);
  }
}

/** The ports of one page that are tied to ports of this process, by number. */
export class PagePorts {
  private readonly link: PageLink;
  private readonly local = new Map<number, MessagePortMain>();
  private lastId = 0;

  constructor(link: PageLink) {
    this.link = link;
  }

  /**
   * Moves a port into the page: the number under which the page will know it, and what to call once the page has been
   * told of it, so that earlier messages follow and none overtakes them.
   */
  moveIn(port: MessagePortMain): { readonly id: number; readonly flush: () => void } {
    const near = nearEnds.get(port);
    if (near === undefined || port.isMoved) {
      throw new Error('Port at index 0 is already neutered');
    }
    this.lastId += 2;
    const id = this.lastId;
    port.isMoved = true;
    const earlier = port.queue ?? [];
    this.local.set(id, near);
    near.far = this.farEnd(id);
    const flush = (): void => {
      earlier.forEach((data) => this.link.send({ k: 'port', id, data }));
      if (near.isClosed) {
        this.link.send({ k: 'port-close', id });
      }
    };
    return { id, flush };
  }

  /** A port that the page moved to this process. */
  moveOut(id: number): MessagePortMain {
    const port = provided('MessagePortMain', new MessagePortMain());
    port.far = this.farEnd(id);
    this.local.set(id, port);
    return port;
  }

  receive(id: number, data: Packed): void {
    this.local.get(id)?.receive(data);
  }

  lose(id: number): void {
    this.local.get(id)?.lose();
    this.local.delete(id);
  }

  /** The document has gone, and its ports with it. */
  loseAll(): void {
    [...this.local.keys()].forEach((id) => this.lose(id));
  }

  private farEnd(id: number): FarEnd {
    return {
      deliver: (data) => this.link.send({ k: 'port', id, data }),
      close: () => {
        this.local.delete(id);
        this.link.send({ k: 'port-close', id });
      },
    };
  }
}
