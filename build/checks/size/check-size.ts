import type { Finding } from '../finding.ts';
import type { Asset } from './renderer-size.ts';
import { measureRenderer } from './renderer-size.ts';

const kilobyte = 1024;
/** Gzip bytes: what a cold start reads and compiles before the first screen. */
// Measured 331 kB: React, Fluent, router, database and schemas are needed before the first list. Screens load by themselves.
const budget = { scripts: 345 * kilobyte, styles: 20 * kilobyte };

/** Prints the sizes of a built renderer and finds what is over budget. A missing build is a finding unless `mayBeMissing`. */
export function checkSize(folder: string, mayBeMissing: boolean): Finding[] {
  const size = measureRenderer(folder);
  if (size === undefined) {
    if (!mayBeMissing) return [{ file: `${folder}/index.html`, line: 1, message: 'not built: run npm run build first' }];
    console.log(`size: ${folder} is not built, nothing to measure`);
    return [];
  }
  return (['scripts', 'styles'] as const).flatMap((kind) => {
    const total = size[kind].reduce((sum, asset) => sum + asset.gzipBytes, 0);
    const sizes = `${inKilobytes(total)} of ${inKilobytes(budget[kind])} gzip`;
    console.log(`size: ${kind} at start ${sizes} (${size[kind].map(named).join(', ') || 'none'})`);
    if (total <= budget[kind]) return [];
    return [{ file: `${folder}/index.html`, line: 1, message: `${kind} at start are over budget: ${sizes}` }];
  });
}

const inKilobytes = (bytes: number): string => `${(bytes / kilobyte).toFixed(1)} kB`;
const named = ({ path, gzipBytes }: Asset): string => `${path} ${inKilobytes(gzipBytes)}`;
