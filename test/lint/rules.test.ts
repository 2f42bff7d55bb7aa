import { RuleTester } from 'oxlint/plugins-dev';
import { describe, it } from 'vitest';
import { closedImportsRule } from '../../build/lint/rules/closed-imports.ts';
import { frozenMigrationsRule } from '../../build/lint/rules/frozen-migrations.ts';
import { noDoubleAssertionRule } from '../../build/lint/rules/no-double-assertion.ts';
import { noFixedWaitsRule } from '../../build/lint/rules/no-fixed-waits.ts';
import { noLiteralTextRule } from '../../build/lint/rules/no-literal-text.ts';
import { noSilentTestsRule } from '../../build/lint/rules/no-silent-tests.ts';
import { oneBridgeRule } from '../../build/lint/rules/one-bridge.ts';
import { pureRulesRule } from '../../build/lint/rules/pure-rules.ts';

RuleTester.describe = describe;
RuleTester.it = it;
const tester = new RuleTester({ languageOptions: { sourceType: 'module', parserOptions: { lang: 'tsx' } } });

const at = (filename: string, code: string) => ({ filename, code });
const bad = (filename: string, code: string, errors = 1) => ({ filename, code, errors });

tester.run('closed-imports', closedImportsRule, {
  valid: [
    at('electron/ipc/register.ts', `import { ipcMain } from 'electron';`),
    at('electron/preload.ts', `import { contextBridge, ipcRenderer } from 'electron';`),
    at('electron/links.ts', `import { shell } from 'electron';`),
    at('electron/secrets/vault.ts', `import { safeStorage } from 'electron';`),
    at('electron/clipboard/clipboard.ts', `import { clipboard } from 'electron';`),
    at('electron/main.ts', `import { app } from 'electron';`),
    at('renderer/data/work/open.ts', `import { Dexie } from 'dexie';`),
    at('test/unit/a.test.ts', `import type { Session } from 'electron';`),
  ],
  invalid: [
    bad('electron/main.ts', `import { app, ipcMain } from 'electron';`),
    bad('electron/main.ts', `import { ipcMain as raw } from 'electron';`),
    bad('electron/window.ts', `import { contextBridge } from 'electron';`),
    bad('electron/files/a.ts', `import { shell } from 'electron';`),
    bad('electron/files/a.ts', `import { safeStorage } from 'electron';`),
    bad('electron/ipc/handlers.ts', `import { clipboard } from 'electron';`),
    bad('electron/main.ts', `import * as electron from 'electron';`, 5),
    bad('renderer/main.tsx', `import { app } from 'electron';`),
    bad('renderer/features/carts/a.ts', `import { Dexie } from 'dexie';`),
    bad('renderer/features/carts/a.ts', `import { useLiveQuery } from 'dexie-react-hooks';`),
  ],
});

tester.run('no-double-assertion', noDoubleAssertionRule, {
  valid: ['const a = ["b"] as const;', 'const a = b as Other;'],
  invalid: [bad('a.ts', 'const a = b as unknown as Other;'), bad('a.ts', 'const a = b as any;')],
});

tester.run('one-bridge', oneBridgeRule, {
  valid: [
    at('renderer/platform/bridge.ts', 'window.app.call();'),
    at('renderer/a.ts', 'window.document; state.app; window[app];'),
  ],
  invalid: [
    bad('renderer/a.ts', 'window.app.call();'), bad('renderer/a.ts', `globalThis['app'];`), bad('renderer/a.ts', 'self.app;'),
  ],
});

tester.run('frozen-migrations', frozenMigrationsRule, {
  valid: [
    at('renderer/data/work/migrations/0001-first.ts', `import type { Transaction } from 'dexie';`),
    at('renderer/data/work/open.ts', `import { first } from './migrations/0001-first.ts';`),
  ],
  invalid: [
    bad('renderer/data/work/migrations/0002-more.ts', `import type { Draft } from '../../../../shared/domain/draft.ts';`),
    bad('renderer/data/work/migrations/0002-more.ts', `import { first } from './0001-first.ts';`),
  ],
});

tester.run('pure-rules', pureRulesRule, {
  valid: [at('shared/domain/a.ts', 'new Date(instant);'), at('electron/a.ts', 'async function f() { return new Date(); }')],
  invalid: [
    bad('shared/domain/a.ts', 'const now = new Date();'), bad('shared/domain/a.ts', 'export async function f() {}'),
    bad('shared/sync/a.ts', 'const f = async () => 1;'), bad('shared/sync/a.ts', 'const o = { async f() {} };'),
  ],
});

tester.run('no-literal-text', noLiteralTextRule, {
  valid: [
    '<p>{t("cart.buy")}</p>;', '<p> · 3 %</p>;', '<Field label={t("a.b")} className="wide" />;', '<p>{"·"}</p>;',
    '<Tooltip relationship="label" />;', '<Field label={`${a}: ${b}`} />;',
  ],
  invalid: [
    bad('a.tsx', '<p>Buy now</p>;'), bad('a.tsx', '<p>{"Buy"}</p>;'), bad('a.tsx', '<b title="Buy" />;'),
    bad('a.tsx', '<b aria-label={"Buy"} />;'),
    bad('a.tsx', '<Field label={`Buy ${name}`} placeholder="Name" />;', 2),
  ],
});

tester.run('no-silent-tests', noSilentTestsRule, {
  valid: ['it("works", run);', 'it.each(rows)("works", run);', 'list.skip(3);', 'describe("x", run);'],
  invalid: [
    bad('a.ts', 'it.skip("x", run);'), bad('a.ts', 'describe.only("x", run);'), bad('a.ts', 'test.todo("x");'),
    bad('a.ts', 'it.concurrent.skip("x", run);'), bad('a.ts', 'it.skipIf(slow)("x", run);'), bad('a.ts', 'xit("x", run);'),
  ],
});

tester.run('no-fixed-waits', noFixedWaitsRule, {
  valid: [
    'await vi.waitFor(check);', 'setTimeout(stop, 10);',
    'new Promise((resolve, reject) => { server.once("listening", resolve); setTimeout(() => reject(late), 5000); });',
  ],
  invalid: [
    bad('a.ts', 'new Promise((resolve) => setTimeout(resolve, 10));'),
    bad('a.ts', 'new Promise((done) => { setTimeout(() => done(1), 10); });'),
    bad('a.ts', 'new Promise<void>((r) => { setTimeout(() => { r(); }, 10); });'),
    bad('a.ts', 'page.waitForTimeout(100);'), bad('a.ts', 'Atomics.wait(cells, 0, 0, 50);'),
    bad('a.ts', `import { setTimeout as sleep } from 'node:timers/promises';`),
  ],
});
