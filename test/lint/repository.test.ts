import { expect, it } from 'vitest';
import { checkRepository } from '../../build/checks/repository/check-repository.ts';
import { readReport } from '../../build/checks/dead-code/find-dead-code.ts';
import { sourceFolder } from './source-folder.ts';

/** Lines at fault in a tree of files; forbidden texts are put together here so that this file holds none of them. */
function check(files: Record<string, string>): string[] {
  return checkRepository(sourceFolder(files), Object.keys(files)).map(({ file, line }) => `${file}:${line}`);
}
const path = (...parts: string[]): string => `/${parts.join('/')}`;

it('refuses download addresses in the lock file only', () => {
  const text = '{\n"resolved": ""\n}';
  expect(check({ 'package-lock.json': text, 'other.json': text })).toEqual(['package-lock.json:2']);
});

it('refuses paths of one machine, not folders of ours', () => {
  expect(check({ 'a.md': `see ${path('work', 'main')}` })).toEqual(['a.md:1']);
  expect(check({ 'a.ts': `const a = '${path('root', '.npmrc')}';` })).toEqual(['a.ts:1']);
  expect(check({ 'a.ts': `import { w } from './data/work/a.ts'; const b = '/home';` })).toEqual([]);
});

it('refuses registry hosts', () => {
  expect(check({ '.npmrc': `registry=https://${['registry', 'npmjs', 'org'].join('.')}/` })).toEqual(['.npmrc:1']);
});

it('refuses to switch rules off', () => {
  expect(check({ 'a.ts': `\n// ${['eslint', 'disable', 'next', 'line'].join('-')} no-console` })).toEqual(['a.ts:2']);
  expect(check({ 'a.ts': `// ${['@ts', 'ignore'].join('-')}` })).toEqual(['a.ts:1']);
});

it('refuses code files over 350 lines', () => {
  expect(check({ 'a.ts': 'x\n'.repeat(350), 'b.json': 'x\n'.repeat(400) })).toEqual([]);
  expect(check({ 'a.tsx': 'x\n'.repeat(351) })).toEqual(['a.tsx:351']);
});

it('refuses code lines over 150 characters', () => {
  expect(check({ 'a.ts': `\n${'x'.repeat(150)}\n${'x'.repeat(151)}`, 'b.md': 'x'.repeat(900) })).toEqual(['a.ts:3']);
});

it('reads what the dead-code tool reports', () => {
  const json = JSON.stringify({
    issues: [
      { file: 'a.ts', files: [{ name: 'a.ts' }], exports: [], owners: [] },
      {
        file: 'b.ts', exports: [{ name: 'gone', line: 7, col: 1, pos: 2 }],
        duplicates: [[{ name: 'x', line: 2 }, { name: 'y', line: 3 }]],
      },
    ],
  });
  expect(readReport(json).map(({ file, line }) => `${file}:${line}`)).toEqual(['a.ts:1', 'b.ts:7', 'b.ts:2', 'b.ts:3']);
});
