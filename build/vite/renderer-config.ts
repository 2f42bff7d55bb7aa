import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import type { BuildPaths } from './build-paths.ts';

/**
 * Renderer: index.html with relative addresses, because it is served from app://. Nothing is inlined (no data: addresses,
 * no inline scripts), so the content security policy can stay at 'self'. Workers are module workers.
 */
export const rendererConfig = (paths: BuildPaths): InlineConfig => ({
  configFile: false,
  root: paths.rendererRoot,
  base: './',
  logLevel: 'warn',
  publicDir: false,
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'chrome146',
    outDir: paths.rendererOut,
    emptyOutDir: true,
    sourcemap: true,
    assetsInlineLimit: 0,
    // Without lists of what each late chunk imports: read from the disk that is milliseconds, and the lists would be read at the start.
    modulePreload: { polyfill: false, resolveDependencies: (_file, dependencies, { hostType }) => (hostType === 'html' ? dependencies : []) },
    chunkSizeWarningLimit: 4096,
  },
});
