import { describe, expect, it } from 'vitest';
import { checkLayers } from '../../build/checks/layers/check-layers.ts';
import { packages } from '../../build/checks/layers/packages.ts';
import { sourceFolder } from './source-folder.ts';

const targets = {
  'shared/result.ts': '', 'electron/window.ts': '', 'electron/practice/server.ts': '', 'renderer/app/routes.tsx': '',
  'renderer/features/orders/feature.ts': '', 'renderer/features/orders/order-list.tsx': '', 'renderer/data/store.ts': '',
  'renderer/sync/runner.ts': '', 'renderer/platform/bridge.ts': '', 'renderer/ui/page.tsx': '', 'renderer/text/i18n.ts': '',
  'test/support/builders.ts': '', 'build/run.ts': '',
};

/** Messages for one file with the given text, in a tree that has one file of every part. */
function check(path: string, text: string): string[] {
  const findings = checkLayers(sourceFolder({ ...targets, [path]: text }));
  return findings.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}
const up = (path: string): string => '../'.repeat(path.split('/').length - 1);

describe('walls', () => {
  const belowScreens = ['shared/result.ts', 'renderer/data/store.ts', 'renderer/sync/runner.ts', 'renderer/platform/bridge.ts'];
  const rows = [
    ['shared/domain/a.ts', ['shared/result.ts']],
    ['electron/a.ts', ['shared/result.ts', 'electron/window.ts', 'electron/practice/server.ts']],
    ['electron/practice/a.ts', ['shared/result.ts', 'electron/practice/server.ts']],
    ['renderer/app/a.tsx', [
      'shared/result.ts', 'renderer/app/routes.tsx', 'renderer/features/orders/feature.ts', 'renderer/data/store.ts',
      'renderer/sync/runner.ts', 'renderer/platform/bridge.ts', 'renderer/ui/page.tsx', 'renderer/text/i18n.ts',
    ]],
    ['renderer/features/carts/a.tsx', [
      'shared/result.ts', 'renderer/data/store.ts', 'renderer/sync/runner.ts', 'renderer/platform/bridge.ts',
      'renderer/ui/page.tsx', 'renderer/text/i18n.ts',
    ]],
    ['renderer/features/orders/a.tsx', [
      'shared/result.ts', 'renderer/features/orders/feature.ts', 'renderer/features/orders/order-list.tsx',
      'renderer/data/store.ts',
      'renderer/sync/runner.ts', 'renderer/platform/bridge.ts', 'renderer/ui/page.tsx', 'renderer/text/i18n.ts',
    ]],
    ['renderer/data/a.ts', belowScreens],
    ['renderer/sync/a.ts', belowScreens],
    ['renderer/platform/a.ts', belowScreens],
    ['renderer/ui/a.tsx', ['renderer/ui/page.tsx', 'renderer/text/i18n.ts']],
    ['renderer/text/a.ts', ['renderer/ui/page.tsx', 'renderer/text/i18n.ts']],
    ['build/a.ts', ['build/run.ts']],
    ['test/unit/a.test.ts', Object.keys(targets)],
  ] as const satisfies readonly (readonly [string, readonly string[]])[];

  it.each(rows)('%s may import its row of the table and nothing else', (path, allowed) => {
    const names = Object.keys(targets);
    const text = names.map((target) => `import '${up(path)}${target}';`).join('\n');
    const blocked = check(path, text).map((found) => Number(found.split(':')[1]));
    const reachable = names.filter((_, index) => !blocked.includes(index + 1));
    expect(reachable.toSorted()).toEqual([...allowed].toSorted());
  });

  it('lets building blocks use types of shared, not values', () => {
    expect(check('renderer/ui/a.tsx', `import type { Result } from '../../shared/result.ts';`)).toEqual([]);
    expect(check('renderer/ui/a.tsx', `import { type Result, ok } from '../../shared/result.ts';`)).toHaveLength(1);
  });

  it('sees re-exports, dynamic imports and imports in types, with their lines', () => {
    const other = `'../electron/window.ts'`;
    const text = `export * from ${other};\nvoid import(${other});\ntype W = import(${other}).W;`;
    const places = check('shared/a.ts', text).map((found) => found.split(' may not')[0]);
    expect(places).toEqual([1, 2, 3].map((line) => `shared/a.ts:${line}: shared`));
  });

  it('asks for the real path and extension', () => {
    expect(check('shared/a.ts', `import './result';`)).toEqual([expect.stringContaining(`no file 'shared/result'`)]);
  });
});

describe('circles', () => {
  it('are found when they exist at run time', () => {
    const root = sourceFolder({
      'renderer/ui/a.ts': `import './b.ts';`, 'renderer/ui/b.ts': `\nimport './c.ts';`, 'renderer/ui/c.ts': `import './a.ts';`,
    });
    expect(checkLayers(root)).toEqual([expect.objectContaining({
      file: 'renderer/ui/a.ts', line: 1,
      message: 'imports in a circle: renderer/ui/a.ts -> renderer/ui/b.ts -> renderer/ui/c.ts -> renderer/ui/a.ts',
    })]);
  });

  it('are told without the files that only lead to them', () => {
    const root = sourceFolder({
      'renderer/ui/a.ts': `import './b.ts';`, 'renderer/ui/b.ts': `import './c.ts';`, 'renderer/ui/c.ts': `import './b.ts';`,
    });
    expect(checkLayers(root).map(({ message }) => message)).toEqual([
      'imports in a circle: renderer/ui/b.ts -> renderer/ui/c.ts -> renderer/ui/b.ts',
    ]);
  });

  it('of types count in shared only', () => {
    const circle = (folder: string) => ({
      [`${folder}/a.ts`]: `import type { B } from './b.ts';`, [`${folder}/b.ts`]: `import type { A } from './a.ts';`,
    });
    expect(checkLayers(sourceFolder(circle('renderer/ui')))).toEqual([]);
    expect(checkLayers(sourceFolder(circle('shared')))).toHaveLength(1);
  });
});

describe('packages', () => {
  it('are used only where their row says', () => {
    expect(check('renderer/data/a.ts', `import { Dexie } from 'dexie';`)).toEqual([]);
    expect(check('renderer/features/carts/a.ts', `import { Dexie } from 'dexie';`)).toEqual([
      expect.stringContaining(`'dexie' is not for feature`),
    ]);
    expect(check('shared/a.ts', `import { useState } from 'react';`)).toHaveLength(1);
    expect(check('shared/a.ts', `import type { ReactNode } from 'react';`)).toHaveLength(1);
    expect(check('renderer/platform/a.ts', `import { useNavigate } from 'react-router';`)).toHaveLength(1);
    expect(check('renderer/platform/a.ts', `import type { RouteObject } from 'react-router';`)).toEqual([]);
    expect(check('test/unit/a.ts', `import 'fast-check';\nimport 'dexie';`)).toEqual([]);
  });

  it('keep Node out of shared and the window', () => {
    expect(check('shared/a.ts', `import 'node:fs';`)).toEqual([expect.stringContaining('shared runs without Node')]);
    expect(check('renderer/data/a.ts', `import 'node:path';`)).toHaveLength(1);
    expect(check('electron/a.ts', `import 'node:fs';`)).toEqual([]);
  });

  it('need a row, and rows need a package', () => {
    const root = sourceFolder({
      'package.json': JSON.stringify({ dependencies: { 'left-pad': '1', ...packages, '@types/node': '1' } }, null, 2),
      'shared/a.ts': `import 'right-pad';`,
    });
    expect(checkLayers(root).map(({ file, line }) => `${file}:${line}`)).toEqual(['shared/a.ts:1', 'package.json:3']);
    const bare = sourceFolder({ 'package.json': '{}' });
    expect(checkLayers(bare)).toHaveLength(Object.keys(packages).length);
  });
});
