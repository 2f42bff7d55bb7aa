import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { findBrowser } from '../../build/setup/find-browser.mjs';

/** The browser to measure in. Throws when there is none. */
export function browserPath(): string {
  const path = findBrowser();
  if (path === undefined) throw new Error('no Chromium was found: npm test installs one');
  return path;
}

const quiet = [
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run',
];

/** Folders of browser profiles, dropped together at the end. */
export class Profiles {
  private readonly folders = new Set<string>();
  version = '';

  fresh(): string {
    const folder = mkdtempSync(join(tmpdir(), 'provider-desk-bench-'));
    this.folders.add(folder);
    return folder;
  }

  /** Starts a browser process on a profile, opens an address, and ends the process when the work is done. */
  async visit<Value>(profile: string, url: string, work: (page: Page) => Promise<Value>): Promise<Value> {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: browserPath(),
      headless: true,
      args: [...quiet, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    try {
      this.version = context.browser()?.version() ?? this.version;
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(url);
      return await work(page);
    } finally {
      await context.close();
    }
  }

  drop(folder?: string): void {
    for (const one of folder === undefined ? this.folders : [folder]) {
      rmSync(one, { recursive: true, force: true, maxRetries: 5 });
      this.folders.delete(one);
    }
  }
}
