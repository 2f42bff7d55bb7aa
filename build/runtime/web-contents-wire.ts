import { core } from './core.ts';
import { ipcMain, runHandler } from './ipc-main.ts';
import type { MessagePortMain } from './message-ports.ts';
import { judgeNavigations } from './network-guard.ts';
import { nodeCodec } from './node-codec.ts';
import { provided } from './not-provided.ts';
import type { FromPage } from './page/wire.ts';
import { preventable } from './preventable.ts';
import { appOrigin, toAppUrl } from './schemes.ts';
import type { LivePage, WebContents } from './web-contents.ts';

type PageMessage<K extends FromPage['k']> = Extract<FromPage, { readonly k: K }>;

/** The one frame of a page, under the address the app knows; the same object is every event's `senderFrame`. */
export const mainFrameOf = (contents: WebContents): object =>
  provided('webFrameMain', {
    get url() {
      return contents.url;
    },
    get origin() {
      return appOrigin(contents.url);
    },
    parent: null,
    frameTreeNodeId: contents.id,
    routingId: 1,
    processId: contents.id,
    isDestroyed: () => contents.destroyed,
    send: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
    postMessage: (channel: string, message: unknown, ports?: readonly MessagePortMain[]) =>
      contents.postMessage(channel, message, ports),
  });

/** Asks `will-navigate`; a page that is sent to where it already is needs no permission. */
const judge = (contents: WebContents, url: string): boolean => {
  if (url === contents.url) {
    return true;
  }
  const details = Object.assign(preventable(), { url, isMainFrame: true, isSameDocument: false, initiator: contents.mainFrame });
  contents.emit('will-navigate', details, url);
  if (!details.defaultPrevented) {
    contents.url = url;
  }
  return !details.defaultPrevented;
};

/** The app must refuse every popup; the page that Chromium opened meanwhile is closed elsewhere. */
const askToOpen = (contents: WebContents, browserUrl: string): void => {
  const url = toAppUrl(browserUrl) ?? browserUrl;
  const verdict = contents.openHandler?.({ url, frameName: '', features: '', disposition: 'foreground-tab' });
  if (verdict?.action !== 'deny') {
    throw new Error(`not provided by the Chromium runtime: a window opened by the page (${url})`);
  }
};

const beginDocument = (contents: WebContents, live: LivePage, browserUrl: string): void => {
  contents.ports?.loseAll();
  contents.ports = undefined;
  contents.url = toAppUrl(browserUrl) ?? browserUrl;
  contents.emit('did-navigate', {}, contents.url);
  live.link.send({ k: 'shortcuts', list: core().shortcuts });
};

const answerCall = async (event: object, live: LivePage, { id, channel, args }: PageMessage<'invoke'>): Promise<void> => {
  try {
    live.link.send({ k: 'reply', id, value: await runHandler(channel, event, args) });
  } catch (error) {
    live.link.send({ k: 'failure', id, message: error instanceof Error ? error.message : String(error) });
  }
};

const hear = (contents: WebContents, live: LivePage, message: FromPage): void => {
  const event = { sender: contents, senderFrame: contents.mainFrame, frameId: 1, processId: contents.id };
  switch (message.k) {
    case 'hello':
      beginDocument(contents, live, message.url);
      return;
    case 'invoke':
      void answerCall({ ...event, ports: [] }, live, message);
      return;
    case 'send': {
      const ports = message.ports.map((id) => contents.portsOf(live).moveOut(id));
      ipcMain.emit(message.channel, { ...event, ports }, ...(nodeCodec.unpack(message.args) as unknown[]));
      return;
    }
    case 'port':
      contents.ports?.receive(message.id, message.data);
      return;
    case 'port-close':
      contents.ports?.lose(message.id);
      return;
    case 'preload-error':
      console.error('preload failed:', message.message);
      contents.emit('preload-error', {}, '', new Error(message.message));
      return;
    default:
      contents.emit('page-news', message);
  }
};

/** Ties a page that Chromium has opened to its WebContents. */
export const attachPage = (contents: WebContents, live: LivePage): void => {
  contents.live = live;
  judgeNavigations(live.page, (url) => judge(contents, url));
  live.link.on('message', (message) => hear(contents, live, message));
  live.link.on('popup', (url) => askToOpen(contents, url));
  live.link.on('crashed', () => contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
  live.page.on('load', () => {
    contents.loading = false;
    ['dom-ready', 'did-finish-load', 'did-stop-loading'].forEach((name) => contents.emit(name, {}));
  });
  live.page.on('console', (entry) => {
    const { lineNumber, url: sourceId } = entry.location();
    contents.emit('console-message', { level: entry.type(), message: entry.text(), lineNumber, sourceId });
  });
  core().events.on('shortcuts', () => live.link.send({ k: 'shortcuts', list: core().shortcuts }));
};
