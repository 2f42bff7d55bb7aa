import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentPolicy, fileOf, servePages } from '../../../electron/app-scheme.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

async function pages(): Promise<(address: string, method?: string) => Promise<Response>> {
  const folder = join(await temporaryFolder(), 'renderer');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<p>hello</p>');
  await writeFile(join(folder, 'assets', 'a b.js'), '1');
  await writeFile(join(folder, '..', 'secret.json'), '{}');
  const serve = servePages(folder);
  return (address, method = 'GET') => serve(new Request(address, { method }));
}

describe('our pages', () => {
  it('come with a strict policy and their type', async () => {
    const get = await pages();
    const start = await get('app://desk/index.html');
    expect([start.status, await start.text()]).toEqual([200, '<p>hello</p>']);
    expect(start.headers.get('content-security-policy')).toBe(contentPolicy);
    expect(start.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await get('app://desk/assets/a%20b.js')).headers.get('content-type')).toContain('text/javascript');
    expect((await get('app://desk/missing.js')).status).toBe(404);
    expect((await get('app://desk/index.html', 'POST')).status).toBe(405);
  });

  it('have a policy without network, plug-ins, frames or code from text', () => {
    expect(contentPolicy).toContain("default-src 'none'");
    expect(contentPolicy).toContain("connect-src 'self'");
    expect(contentPolicy).not.toMatch(/unsafe-eval|https?:|\*/u);
    expect(contentPolicy).toContain("script-src 'self';");
  });

  it.each([
    'app://desk/../secret.json', 'app://desk/%2e%2e/secret.json', 'app://desk/..%2fsecret.json', 'app://desk/assets/..%5c..%5csecret.json',
    'app://desk/%00', 'app://desk/%zz', 'app://other/index.html', 'https://desk/index.html', 'app://desk.evil/index.html', 'app://deskx',
  ])('are not left by %s', (address) => {
    expect(fileOf(address, '/pages')).toBeUndefined();
  });
});
