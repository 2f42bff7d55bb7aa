import { createCodec } from './codec.ts';
import { createContextBridge } from './context-bridge.ts';
import { createIpcRenderer } from './ipc-renderer.ts';
import { createPagePorts } from './page-ports.ts';
import { createStrict } from './strict.ts';
import { watchPage } from './watch-page.ts';

/** The functions that make up the page's half; each is self-contained, because the page receives it as source text. */
export const pageParts = { createCodec, createContextBridge, createIpcRenderer, createPagePorts, createStrict, watchPage };

export type PageParts = typeof pageParts;
