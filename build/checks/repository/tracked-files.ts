import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Files that git keeps or would keep; ignored ones are left out. Empty outside a git checkout. */
export function trackedFiles(root: string): string[] {
  if (!existsSync(join(root, '.git'))) return [];
  const question = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', question, { cwd: root, encoding: 'utf8' });
  return [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(join(root, path)));
}
