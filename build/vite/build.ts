import { build } from 'vite';
import { buildPaths } from './build-paths.ts';
import { mainConfig } from './main-config.ts';
import { preloadConfig } from './preload-config.ts';
import { rendererConfig } from './renderer-config.ts';

/** Builds main, preload and renderer of a checkout (first argument; this one when absent) into its out/ folder. */
const paths = buildPaths(process.argv[2]);
await build(mainConfig(paths));
await build(preloadConfig(paths));
await build(rendererConfig(paths));
