import { EventEmitter } from 'node:events';
import { provided } from './not-provided.ts';
import { handleScheme, registerSchemes, schemeHandlers } from './schemes.ts';
import type { CustomScheme, SchemeHandler } from './schemes.ts';

/** Facts about a request, as Electron's webRequest gives them. */
export interface RequestDetails {
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
}
type Verdict = { readonly cancel?: boolean; readonly responseHeaders?: Record<string, string | string[]> };
type Details = RequestDetails & { responseHeaders?: Record<string, string[]> };
type WebRequestListener = (details: Details, done: (verdict: Verdict) => void) => void;

const webRequestListeners = new Map<'onBeforeRequest' | 'onHeadersReceived', WebRequestListener>();

const setListener =
  (stage: 'onBeforeRequest' | 'onHeadersReceived') =>
  (filterOrListener: unknown, listener?: WebRequestListener | null): void => {
    const chosen = typeof filterOrListener === 'function' ? (filterOrListener as WebRequestListener) : listener;
    if (chosen) {
      webRequestListeners.set(stage, chosen);
    } else {
      webRequestListeners.delete(stage);
    }
  };

/** Asks the app's webRequest listener of that stage, if there is one. */
export const askWebRequest = (
  stage: 'onBeforeRequest' | 'onHeadersReceived',
  details: Details,
): Promise<Verdict> => {
  const listener = webRequestListeners.get(stage);
  return listener === undefined ? Promise.resolve({}) : new Promise((resolve) => listener(details, resolve));
};

/** Electron's `protocol`. */
export const protocol = provided('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly CustomScheme[]): void => registerSchemes(schemes),
  handle: (scheme: string, handler: SchemeHandler): void => handleScheme(scheme, handler),
  unhandle: (scheme: string): void => void schemeHandlers.delete(scheme),
  isProtocolHandled: (scheme: string): boolean => schemeHandlers.has(scheme),
});

const ignored = (): void => undefined;

/**
 * The one session. Chromium here refuses every permission and every request that is not the app's own, so permission
 * handlers are accepted and never asked.
 */
export const defaultSession = provided(
  'session',
  Object.assign(new EventEmitter(), {
    protocol,
    webRequest: provided('webRequest', {
      onBeforeRequest: setListener('onBeforeRequest'),
      onHeadersReceived: setListener('onHeadersReceived'),
    }),
    setPermissionRequestHandler: ignored,
    setPermissionCheckHandler: ignored,
    setDevicePermissionHandler: ignored,
    setSpellCheckerEnabled: ignored,
    setSpellCheckerLanguages: ignored,
  }),
);

/** Electron's `session`. */
export const session = provided('session', { defaultSession });
