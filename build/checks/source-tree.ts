import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const topFolders = ['shared', 'electron', 'renderer', 'test', 'build'] as const;

export interface SourceFile {
  /** Path from the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript or JavaScript module under the top folders, sorted by path. */
export function readSources(root: string, tops: readonly string[] = topFolders): SourceFile[] {
  return tops
    .flatMap((top) => listFiles(root, top))
    .filter((path) => /\.(?:ts|tsx|mts|mjs|js)$/.test(path))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Every file under one folder; an absent folder has none. */
export function listFiles(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/'));
}
