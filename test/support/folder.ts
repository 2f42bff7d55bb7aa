import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for one test, and the way to remove it. */
export interface TestFolder {
  readonly path: string;
  /** A path inside it. */
  readonly at: (...parts: readonly string[]) => string;
  readonly remove: () => void;
}

/** Makes an empty folder among the system's temporary ones. */
export function testFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'provider-desk-test-'));
  return {
    path,
    at: (...parts) => join(path, ...parts),
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Sockets and links of a browser that has ended: they name a process that is gone. */
const isLock = (path: string): boolean => /Singleton(?:Lock|Socket|Cookie)$/u.test(path);

/** Copies a profile whose app has ended. */
export function copyProfile(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (source) => !isLock(source) });
}

/** Every file below a folder, with its bytes. A file that goes away meanwhile is left out. */
export function filesBelow(folder: string): readonly { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      try {
        return [{ path, bytes: readFileSync(path) }];
      } catch {
        return [];
      }
    });
}

/** Paths of the files below a folder that hold the text, in UTF-8 or in UTF-16. */
export function filesHolding(folder: string, text: string): readonly string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()];
  return filesBelow(folder)
    .filter(({ bytes }) => forms.some((form) => bytes.includes(form)))
    .map(({ path }) => path);
}
