import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** Absolute paths of the three builds: where each starts and where its output goes. */
export interface BuildPaths {
  readonly root: string;
  readonly mainEntry: string;
  readonly mainOut: string;
  readonly preloadEntry: string;
  readonly preloadOut: string;
  readonly rendererRoot: string;
  readonly rendererOut: string;
}

/** The paths below a checkout; the product's own checkout when no root is given. */
export const buildPaths = (root: string = fileURLToPath(new URL('../..', import.meta.url))): BuildPaths => ({
  root,
  mainEntry: join(root, 'electron', 'main.ts'),
  mainOut: join(root, 'out', 'main'),
  preloadEntry: join(root, 'electron', 'preload.ts'),
  preloadOut: join(root, 'out', 'preload'),
  rendererRoot: join(root, 'renderer'),
  rendererOut: join(root, 'out', 'renderer'),
});
