import type { Zone } from './places.ts';

const screens: readonly Zone[] = ['app', 'feature', 'ui'];
const tools: readonly Zone[] = ['build'];

/**
 * Which zone may use which dependency; tests may use any of them. A dependency missing here is an error: someone has to
 * decide where it may go.
 */
export const packages: Readonly<Record<string, readonly Zone[]>> = {
  '@fluentui/react-components': screens,
  '@fluentui/react-icons': screens,
  '@hookform/resolvers': ['feature'],
  '@tanstack/react-virtual': ['feature', 'ui'],
  'decimal.js': ['shared', 'electron', 'practice'],
  dexie: ['data'],
  fastify: ['practice'],
  i18next: ['app', 'text'],
  papaparse: ['shared'],
  react: [...screens, 'platform', 'text'],
  'react-dom': screens,
  'react-hook-form': ['feature', 'ui'],
  'react-i18next': [...screens, 'text'],
  'react-router': screens,
  uuid: ['shared'],
  zod: ['shared', 'electron', 'practice', 'feature', 'data', 'sync', 'platform', 'build'],
  zustand: ['app', 'feature', 'sync', 'platform'],

  electron: ['electron', 'build'],
  '@vitejs/plugin-react': tools,
  knip: tools,
  node: tools,
  'oxc-parser': tools,
  oxlint: tools,
  'oxlint-tsgolint': tools,
  'playwright-core': tools,
  typescript: tools,
  vite: tools,
  vitest: ['root'],

  '@testing-library/dom': [],
  '@testing-library/react': [],
  '@testing-library/user-event': [],
  'axe-core': [],
  'fake-indexeddb': [],
  'fast-check': [],
  jsdom: [],
};

/** Zones whose code runs where Node's own modules exist. */
export const nodeZones: readonly Zone[] = ['electron', 'practice', 'build', 'test', 'root'];

/** Zones of the window: types of a package that one of them uses may be named in all of them. */
export const rendererZones: readonly Zone[] = ['app', 'feature', 'data', 'sync', 'platform', 'ui', 'text'];

/** `react-dom/client` -> `react-dom`, `@scope/name/part` -> `@scope/name`. */
export const packageOf = (specifier: string): string =>
  specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
