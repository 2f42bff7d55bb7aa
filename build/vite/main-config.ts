import { builtinModules } from 'node:module';
import type { InlineConfig } from 'vite';
import type { BuildPaths } from './build-paths.ts';

/** Main process: one ES module for the Node that Electron embeds; only `electron` and Node's own modules stay outside. */
export const mainConfig = (paths: BuildPaths): InlineConfig => ({
  configFile: false,
  root: paths.root,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: paths.mainEntry,
    target: 'node24',
    outDir: paths.mainOut,
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      platform: 'node',
      external: ['electron', /^electron\//u, /^node:/u, ...builtinModules],
      output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false },
    },
  },
});
