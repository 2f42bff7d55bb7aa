import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { runQuietly } from './run-child.mjs';
import { say, SetUpError } from './say.mjs';

const wantedMajor = 24;

/**
 * Path of the Node the toolchain runs on: the one of the npm package `node`, fetched by that package's own script
 * (scripts do not run on install here), else this process's when it is new enough.
 */
export const ensureNode = async (root) => {
  const folder = join(root, 'node_modules', 'node');
  const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(binary)) {
    say(`Getting Node ${wantedMajor}`);
    const { code, output } = await runQuietly(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder });
    if (!existsSync(binary)) {
      if (Number(process.versions.node.split('.')[0]) >= wantedMajor) {
        return process.execPath;
      }
      throw new SetUpError(`Node ${wantedMajor} could not be installed (code ${code}); install it by hand.\n${output}`);
    }
  }
  return binary;
};

/** An environment in which `node` and the packages' commands are the checkout's own. */
export const toolchainEnv = (root, node, env = process.env) => {
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [dirname(node), join(root, 'node_modules', '.bin'), env[pathName] ?? ''].join(delimiter);
  return { ...env, [pathName]: path };
};
