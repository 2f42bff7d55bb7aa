import { gzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import { checkSize } from '../../build/checks/size/check-size.ts';
import { measureRenderer } from '../../build/checks/size/renderer-size.ts';
import { sourceFolder } from './source-folder.ts';

const page = '<link rel="stylesheet" href="./assets/a.css"><script type="module" crossorigin src="./assets/entry.js"></script>';
/** Text that gzip cannot make smaller by much. */
const noise = (bytes: number): string => Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('base64');

it('follows static imports from the entry and leaves lazy ones out', () => {
  const shared = 'export const s = 1;';
  const folder = sourceFolder({
    'index.html': page, 'assets/a.css': 'p{}',
    'assets/entry.js': `import './one.js';import('./lazy.js');`, 'assets/one.js': `export * from './shared.js';`,
    'assets/shared.js': shared, 'assets/lazy.js': 'x()',
  });
  const size = measureRenderer(folder);
  expect(size?.scripts.map((asset) => asset.path)).toEqual(['assets/entry.js', 'assets/one.js', 'assets/shared.js']);
  expect(size?.scripts.at(-1)?.gzipBytes).toBe(gzipSync(shared).length);
  expect(size?.styles.map((asset) => asset.path)).toEqual(['assets/a.css']);
});

it('finds what is over budget', () => {
  vi.spyOn(console, 'log').mockReturnValue();
  const part = (index: number): readonly [string, string] => [`assets/p${index}.js`, `export const p = '${noise(65_536)}';`];
  const parts = Object.fromEntries(Array.from({ length: 8 }, (_, index) => part(index)));
  const entry = Object.keys(parts).map((path) => `import './${path.slice('assets/'.length)}';`).join('');
  const folder = sourceFolder({ 'index.html': page, 'assets/a.css': '', 'assets/entry.js': entry, ...parts });
  expect(checkSize(folder, false)).toHaveLength(1);
});

it('asks for a build, or says that there is none', () => {
  vi.spyOn(console, 'log').mockReturnValue();
  const folder = sourceFolder({});
  expect(checkSize(folder, false)).toHaveLength(1);
  expect(checkSize(folder, true)).toEqual([]);
});
