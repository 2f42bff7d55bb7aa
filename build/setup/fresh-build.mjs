import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './run-child.mjs';
import { say, SetUpError } from './say.mjs';

const sources = ['electron', 'renderer', 'shared', 'build/vite', 'package.json', 'package-lock.json'];

const newest = (path) => {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    return 0;
  }
  const inner = stats.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(stats.mtimeMs, ...inner);
};

/** Builds main, preload and renderer into out/, whatever is there. */
export const buildNow = async (root, node, env) => {
  say('Building');
  const startedAt = new Date();
  const { code, output } = await runQuietly(node, [join(root, 'build', 'vite', 'build.ts')], { cwd: root, env });
  if (code !== 0) {
    throw new SetUpError(`The build failed:\n${output}`);
  }
  mkdirSync(join(root, 'out'), { recursive: true });
  const stamp = join(root, 'out', '.built');
  writeFileSync(stamp, '');
  // What was saved while the build ran is not in it.
  utimesSync(stamp, startedAt, startedAt);
};

/** Builds when a source is newer than the last build. */
export const ensureBuild = async (root, node, env) => {
  const stamp = join(root, 'out', '.built');
  const isFresh = existsSync(stamp) && Math.max(...sources.map((name) => newest(join(root, name)))) <= statSync(stamp).mtimeMs;
  if (!isFresh) {
    await buildNow(root, node, env);
  }
};
