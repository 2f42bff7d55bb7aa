import type { InlineConfig } from 'vite';
import type { BuildPaths } from './build-paths.ts';

/** Preload: one CommonJS file. The sandbox offers it `require('electron')` and nothing else, so all else is bundled. */
export const preloadConfig = (paths: BuildPaths): InlineConfig => ({
  configFile: false,
  root: paths.root,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    lib: { entry: paths.preloadEntry, formats: ['cjs'], fileName: () => 'preload.cjs' },
    target: 'chrome146',
    outDir: paths.preloadOut,
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      external: ['electron', /^electron\//u],
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
});
