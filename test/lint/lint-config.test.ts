import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { sourceFolder } from './source-folder.ts';

const Report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

/** Lints a small tree with the product's own configuration; answers `file rule` for each finding. */
function lint(files: Readonly<Record<string, string>>): string[] {
  const config = readFileSync('.oxlintrc.json', 'utf8')
    .replace('./build/lint/plugin.ts', resolve('build/lint/plugin.ts'))
    .replace('"typeAware": true, ', '');
  const cwd = sourceFolder({ ...files, '.oxlintrc.json': config });
  const program = resolve('node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [program, '-f', 'json'], { cwd, encoding: 'utf8' });
  return Report.parse(JSON.parse(stdout)).diagnostics.map(({ filename, code }) => `${filename} ${code}`).toSorted();
}

it('keeps each folder to its own rules', () => {
  expect(lint({
    'renderer/features/carts/send.ts': `export const send = () => fetch('/x');\nexport const kept = () => window.localStorage;\n`,
    'renderer/features/carts/page.tsx': 'export const Page = () => <p>Buy now</p>;\n',
    'renderer/app/shell.ts': 'export const raw = () => window.app;\n',
    'electron/partner-center/http.ts': `export const send = () => fetch('/x');\n`,
    'electron/window.ts': `console.log('shown');\nexport const window = 1;\n`,
    'electron/BadName.ts': 'export const a = 1;\n',
    'electron/only.ts': 'export default 1;\n',
    'shared/domain/rules.ts': 'export const now = () => Date.now();\nexport const tenant = (): any => process.env;\n',
    'build/run.ts': `console.log('built');\n`,
    'test/unit/a.test.ts': `import { it } from 'vitest';\nit.skip('works', () => new Promise((done) => setTimeout(done, 5)));\n`,
  })).toEqual([
    'electron/BadName.ts unicorn(filename-case)',
    'electron/only.ts import(no-default-export)',
    'electron/window.ts eslint(no-console)',
    'renderer/app/shell.ts house(one-bridge)',
    'renderer/features/carts/page.tsx house(no-literal-text)',
    'renderer/features/carts/send.ts eslint(no-restricted-globals)',
    'renderer/features/carts/send.ts eslint(no-restricted-properties)',
    'shared/domain/rules.ts eslint(no-restricted-globals)',
    'shared/domain/rules.ts eslint(no-restricted-properties)',
    'shared/domain/rules.ts typescript(no-explicit-any)',
    'test/unit/a.test.ts house(no-fixed-waits)',
    'test/unit/a.test.ts house(no-silent-tests)',
    'test/unit/a.test.ts vitest(no-disabled-tests)',
  ]);
});
