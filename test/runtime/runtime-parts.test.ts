import { describe, expect, it } from 'vitest';
import { toShortcut } from '../../build/runtime/menu.ts';
import { notProvided, provided } from '../../build/runtime/not-provided.ts';
import { appOrigin, registerSchemes, toAppUrl, toBrowserPolicy, toBrowserUrl } from '../../build/runtime/schemes.ts';

describe('names the runtime does not have', () => {
  it('throw when read, set, called or constructed', () => {
    const api = provided('thing', { known: 1 });
    expect(api.known).toBe(1);
    expect(() => Reflect.get(api, 'unknown') as unknown).toThrow('not provided by the Chromium runtime: thing.unknown');
    expect(() => Reflect.set(api, 'unknown', 1)).toThrow('thing.unknown');
    const missing = notProvided('Tray') as { open: unknown } & (new () => object);
    expect(() => missing.open).toThrow('not provided by the Chromium runtime: Tray.open');
    expect(() => new missing()).toThrow('not provided by the Chromium runtime: Tray');
  });

  it('may be awaited and printed without counting as used', async () => {
    const api = provided('thing', { known: 1 });
    expect(await Promise.resolve(api)).toBe(api);
    expect(JSON.stringify(api)).toBe('{"known":1}');
  });
});

describe('custom schemes as https origins', () => {
  registerSchemes([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

  it.each([
    ['app://desk/index.html', 'https://desk.app.internal/index.html'],
    ['app://desk/a/b?c=1#d', 'https://desk.app.internal/a/b?c=1#d'],
    ['app://desk', 'https://desk.app.internal/'],
  ])('maps %s to %s', (app, browser) => {
    expect(toBrowserUrl(app)).toBe(browser);
    expect(toAppUrl(browser)).toBe(app === 'app://desk' ? 'app://desk/' : app);
  });

  it('knows no other address as the app\'s', () => {
    expect(toAppUrl('https://example.com/')).toBeUndefined();
    expect(toAppUrl('https://desk.app.internal.example.com/')).toBeUndefined();
    expect(toAppUrl('http://desk.app.internal/')).toBeUndefined();
    expect(appOrigin('app://desk/index.html')).toBe('app://desk');
    expect(appOrigin('https://example.com/x')).toBe('https://example.com');
  });

  it('translates policy sources that name the scheme', () => {
    expect(toBrowserPolicy("default-src 'self' app: data:; img-src app://desk;")).toBe(
      "default-src 'self' https://*.app.internal data:; img-src https://desk.app.internal;",
    );
  });
});

describe('accelerators', () => {
  it('become key presses of each system', () => {
    const none = { ctrl: false, shift: false, alt: false, meta: false };
    expect(toShortcut('CmdOrCtrl+Shift+K', 'linux')).toEqual({ ...none, key: 'k', ctrl: true, shift: true });
    expect(toShortcut('CmdOrCtrl+K', 'darwin')).toEqual({ ...none, key: 'k', meta: true });
    expect(toShortcut('Alt+Left', 'win32')).toEqual({ ...none, key: 'arrowleft', alt: true });
    expect(toShortcut('F5', 'linux')).toEqual({ ...none, key: 'f5' });
    expect(toShortcut('CmdOrCtrl+Plus', 'linux')).toEqual({ ...none, key: '+', ctrl: true });
  });
});
