import { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';
import { PagePorts } from './message-ports.ts';
import type { MessagePortMain } from './message-ports.ts';
import { nodeCodec } from './node-codec.ts';
import { provided } from './not-provided.ts';
import type { PageLink } from './page-link.ts';
import { toBrowserUrl } from './schemes.ts';
import { defaultSession } from './session.ts';
import { printPdf } from './print-pdf.ts';
import type { PdfOptions } from './print-pdf.ts';
import { attachPage, mainFrameOf } from './web-contents-wire.ts';

/** A page and its wire, once Chromium has it. */
export interface LivePage {
  readonly page: Page;
  readonly link: PageLink;
}

interface WindowOpenVerdict {
  readonly action: 'allow' | 'deny';
}
interface WindowOpenDetails {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
  readonly disposition: string;
}
type WindowOpenHandler = (details: WindowOpenDetails) => WindowOpenVerdict;

let lastId = 0;

/** Electron's WebContents, for the one page of a window. Messages sent before the page exists wait for it. */
export class WebContents extends EventEmitter {
  readonly id: number;
  readonly session = defaultSession;
  readonly mainFrame: object;
  live: LivePage | undefined;
  ports: PagePorts | undefined;
  url = '';
  loading = false;
  destroyed = false;
  zoom = 0;
  openHandler: WindowOpenHandler | undefined;
  readonly opened: Promise<LivePage>;

  constructor(opening: Promise<LivePage>) {
    super();
    lastId += 1;
    this.id = lastId;
    const contents = provided('webContents', this);
    this.mainFrame = mainFrameOf(contents);
    this.opened = opening.then((live) => {
      attachPage(contents, live);
      return live;
    });
    return contents;
  }

  send(channel: string, ...args: unknown[]): void {
    const packed = nodeCodec.pack(args);
    this.withLink((live) => live.link.send({ k: 'event', channel, args: packed, ports: [] }));
  }

  postMessage(channel: string, message: unknown, transfer: readonly MessagePortMain[] = []): void {
    const packed = nodeCodec.pack([message]);
    this.withLink((live) => {
      const moved = transfer.map((port) => this.portsOf(live).moveIn(port));
      live.link.send({ k: 'event', channel, args: packed, ports: moved.map((port) => port.id) });
      moved.forEach((port) => port.flush());
    });
  }

  async loadURL(url: string): Promise<void> {
    const { page } = await this.opened;
    this.loading = true;
    this.url = url;
    await page.goto(toBrowserUrl(url), { waitUntil: 'load' });
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.openHandler = handler;
  }

  setWebRTCIPHandlingPolicy(): void {
    // Chromium was started with the strictest one.
  }

  getURL(): string {
    return this.url;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isLoading(): boolean {
    return this.loading;
  }

  async printToPDF(options: PdfOptions): Promise<Buffer> {
    const { link } = await this.opened;
    return printPdf(link, options);
  }

  focus(): void {
    void this.opened.then(({ page }) => page.bringToFront()).catch(() => undefined);
  }

  reload(): void {
    void this.opened.then(({ page }) => page.reload()).catch(() => undefined);
  }

  getZoomLevel(): number {
    return this.zoom;
  }

  /** Zoom as Electron counts it: each level is 20 %. */
  setZoomLevel(level: number): void {
    this.zoom = level;
    const factor = 1.2 ** level;
    void this.opened.then(async ({ page, link }) => {
      const [width, height] = await page.evaluate(() => [outerWidth, outerHeight] as const);
      const size = { width: Math.round(width / factor), height: Math.round(height / factor) };
      const metrics = { ...size, deviceScaleFactor: factor, mobile: false };
      await (level === 0
        ? link.devtools.send('Emulation.clearDeviceMetricsOverride')
        : link.devtools.send('Emulation.setDeviceMetricsOverride', metrics));
    }).catch(() => undefined);
  }

  withLink(action: (live: LivePage) => void): void {
    if (this.destroyed) {
      throw new TypeError('Object has been destroyed');
    }
    if (this.live === undefined) {
      void this.opened.then(action).catch(() => undefined);
    } else {
      action(this.live);
    }
  }

  portsOf(live: LivePage): PagePorts {
    this.ports ??= new PagePorts(live.link);
    return this.ports;
  }

  /** The page has gone. */
  end(): void {
    this.destroyed = true;
    this.ports?.loseAll();
    this.emit('destroyed');
  }
}
