import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Where the built page of the bench is served from. */
export const pageFolder = fileURLToPath(new URL('../../out/bench/', import.meta.url));

/** Builds the page of the bench with the store worker of the app in it. */
export async function buildPage(): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('page/', import.meta.url)),
    base: './',
    logLevel: 'warn',
    publicDir: false,
    worker: { format: 'es' },
    build: { target: 'chrome146', outDir: pageFolder, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
}
