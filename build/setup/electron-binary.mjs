import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Path of the real Electron binary below a checkout's node_modules, or undefined when it was never downloaded. */
export const electronBinary = (root) => {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) {
    return undefined;
  }
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
};
