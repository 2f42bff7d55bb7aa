import type { Page } from 'playwright-core';
import { core } from './core.ts';
import { guardNetwork } from './network-guard.ts';
import { PageLink } from './page-link.ts';
import { hostSuffix } from './schemes.ts';
import type { LivePage } from './web-contents.ts';

/** Size of a window in device-independent pixels. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

const owned = new Set<Page>();
let prepared: Promise<void> | undefined;

/** Once a run: the network guard, and the end of every page that no window of the app asked for. */
const prepare = async (): Promise<void> => {
  const { context } = await core().chromium;
  await guardNetwork(context);
  context.on('page', (page) => {
    // The event comes before newPage() answers; a page that a window owns has no opener.
    void page.opener().then((opener) => (opener !== null && !owned.has(page) ? page.close() : undefined)).catch(() => undefined);
  });
};

const firstPage = async (): Promise<Page> => {
  const { context } = await core().chromium;
  const free = context.pages().find((page) => !owned.has(page));
  return free ?? context.newPage();
};

/** Gives the page itself the asked size: the browser's own frame is added to the window. */
const resize = async (link: PageLink, size: WindowSize): Promise<void> => {
  const expression = '[outerWidth - innerWidth, outerHeight - innerHeight]';
  const frame = await link.devtools.send('Runtime.evaluate', { expression, returnByValue: true });
  const [besides = 0, above = 0] = frame.result.value as readonly number[];
  await setWindowBounds(link, { width: size.width + besides, height: size.height + above });
};

let opening: Promise<unknown> = Promise.resolve();

const openNow = async (preloadPath: string | undefined, size: WindowSize): Promise<LivePage> => {
  prepared ??= prepare();
  await prepared;
  const page = await firstPage();
  owned.add(page);
  const { platform, arch } = process;
  const { chrome, electron, node } = process.versions;
  const facts = { hostSuffix, platform, arch, versions: { chrome, electron, node } };
  const link = await PageLink.open(page, preloadPath, facts);
  await Promise.allSettled([resize(link, size), applyColourScheme(link)]);
  return { page, link };
};

/** The page of a new window, of that size, with its preload in place; windows open one after the other. */
export const openWindowPage = (preloadPath: string | undefined, size: WindowSize): Promise<LivePage> => {
  const opened = opening.then(() => openNow(preloadPath, size));
  opening = opened.catch(() => undefined);
  return opened;
};

type BrowserBounds = Partial<WindowSize & { readonly left: number; readonly top: number }>;

/** Sets the bounds of a page's window. */
export const setWindowBounds = async (link: PageLink, bounds: BrowserBounds): Promise<void> => {
  const { windowId } = await link.devtools.send('Browser.getWindowForTarget');
  await link.devtools.send('Browser.setWindowBounds', { windowId, bounds });
};

type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

/** Minimised, maximised or normal. */
export const setWindowState = async (link: PageLink, windowState: WindowState): Promise<void> => {
  const { windowId } = await link.devtools.send('Browser.getWindowForTarget');
  await link.devtools.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
};

/** Shows a page in the scheme the app asked for, else in the one prescribed for this run, else in the system's. */
export const applyColourScheme = (link: PageLink): Promise<unknown> => {
  const { themeSource, options } = core();
  const scheme = themeSource === 'system' ? options.colourScheme : themeSource;
  const value = scheme === 'system' ? '' : scheme;
  return link.devtools.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
};
