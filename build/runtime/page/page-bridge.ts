import type { PageParts } from './page-parts.ts';
import type { FromPage, PageConfig, ToPage } from './wire.ts';

type PreloadScript = (require: (name: string) => unknown, module: { exports: unknown }, process: object) => void;

/**
 * The page's half of the runtime: joins the parts, lets the runtime speak to them, then runs the preload, all before any
 * script of the page. Self-contained: the page receives this function as source text.
 */
export const installPage = (config: PageConfig, parts: PageParts, preload: PreloadScript): void => {
  if (window.top !== window || !location.hostname.endsWith(config.hostSuffix)) return;
  const post = Reflect.get(globalThis, config.binding) as (text: string) => void;
  Reflect.deleteProperty(globalThis, config.binding);
  const tell = (message: FromPage): void => post(JSON.stringify(message));

  const byteArray: unknown = Uint8Array;
  type BytesWithText = { fromBase64: (text: string) => Uint8Array<ArrayBuffer> };
  const strict = parts.createStrict();
  const codec = parts.createCodec({
    toText: (bytes) => (bytes as Uint8Array & { toBase64: () => string }).toBase64(),
    fromText: (text) => (byteArray as BytesWithText).fromBase64(text),
  });
  const ports = parts.createPagePorts(codec, tell);
  const ipc = parts.createIpcRenderer(codec, ports, tell, strict);

  const deliver = (message: ToPage): void => {
    switch (message.k) {
      case 'reply':
        ipc.resolve(message.id, message.value);
        return;
      case 'failure':
        ipc.reject(message.id, message.message);
        return;
      case 'event':
        ipc.emit(message.channel, message.args, message.ports);
        return;
      case 'port':
        ports.receive(message.id, message.data);
        return;
      case 'port-close':
        ports.close(message.id);
        return;
      case 'shortcuts':
        setShortcuts(message.list);
    }
  };
  Object.defineProperty(globalThis, config.receiver, {
    configurable: true,
    get: () => {
      Reflect.deleteProperty(globalThis, config.receiver);
      return { deliver: (text: string) => deliver(JSON.parse(text) as ToPage) };
    },
  });
  tell({ k: 'hello', url: location.href });
  const setShortcuts = parts.watchPage(tell);

  const { platform, arch, versions } = config;
  const process = Object.freeze({
    platform, arch, versions: Object.freeze({ ...versions }), env: Object.freeze({}),
    type: 'renderer', contextIsolated: true, sandboxed: true,
  });
  const offered = strict('electron', { contextBridge: parts.createContextBridge(strict), ipcRenderer: ipc.ipcRenderer });
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return offered;
    throw new Error(`not provided by the Chromium runtime: require('${name}') in a sandboxed preload`);
  };
  try {
    preload(require, { exports: {} }, process);
  } catch (error) {
    tell({ k: 'preload-error', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    throw error;
  }
};
