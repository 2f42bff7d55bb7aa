import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { runQuietly } from './run-child.mjs';
import { say, SetUpError } from './say.mjs';

const stampOf = (root) => join(root, 'node_modules', '.lock-stamp');

const lockHash = (root) => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');

const packagesOf = (file) => {
  const { '': _root, ...packages } = JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  return packages;
};

/** Whether what npm says it installed is what the lock file asks for; optional packages of other systems may be absent. */
const isInstalledAsLocked = (root) => {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) {
    return false;
  }
  const installed = packagesOf(record);
  const wanted = Object.entries(packagesOf(join(root, 'package-lock.json')));
  return wanted.every(([path, { version, optional }]) => {
    const found = installed[path];
    return found === undefined ? optional === true : found.version === version && existsSync(join(root, path));
  });
};

const npm = (args, cwd) => {
  const script = process.env['npm_execpath'];
  return script !== undefined && script.endsWith('.js')
    ? runQuietly(process.execPath, [script, ...args], { cwd })
    : runQuietly('npm', args, { cwd, shell: process.platform === 'win32' });
};

/** Installs exactly what package-lock.json names, when node_modules holds something else or nothing. */
export const ensurePackages = async (root) => {
  const stamp = stampOf(root);
  const hash = lockHash(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    return;
  }
  if (!isInstalledAsLocked(root)) {
    say('Installing packages (npm ci)');
    const { code, output } = await npm(['ci', '--no-audit', '--no-fund'], root);
    if (code !== 0) {
      throw new SetUpError(`npm ci failed:\n${output}`);
    }
  }
  writeFileSync(stamp, hash);
};
