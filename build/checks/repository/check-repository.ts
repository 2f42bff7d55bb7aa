import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../finding.ts';

const longestFile = 350;
/** Where a line is broken by hand at the latest; 130 is the aim. */
const longestLine = 150;
const code = /\.(?:ts|tsx|mts|mjs|js)$/;
const binary = /\.(?:png|jpe?g|gif|webp|ico|icns|woff2?|ttf|zip|gz|pdf)$/;

interface Ban {
  readonly files: RegExp;
  readonly pattern: RegExp;
  readonly message: string;
}

const bans: readonly Ban[] = [
  {
    files: /^package-lock\.json$/, pattern: /"resolved":/,
    message: 'the lock file holds no download addresses (omit-lockfile-registry-resolved in .npmrc)',
  },
  {
    files: /./, pattern: /(?<![\w.~-])\/(?:work|root|home)\/[\w.]/,
    message: 'a path of one machine: use a path from the repository or a temporary folder',
  },
  {
    files: /./, pattern: /\bregistry\.(?:npmjs|yarnpkg)\.|\b(?:registry|npm|mirror|proxy)\.[\w-]+\.(?:internal|local|corp)\b/,
    message: 'the name of a registry host: where packages come from is the business of each machine',
  },
  {
    files: code, pattern: /(?:eslint|oxlint)-(?:disable|enable)|@ts-(?:ignore|nocheck|expect-error)/,
    message: 'no rule is switched off in a file: change the code, or the rule for all',
  },
];

/** Findings in the given files; `paths` are from `root`. */
export function checkRepository(root: string, paths: readonly string[]): Finding[] {
  return paths.filter((path) => !binary.test(path)).flatMap((path) => {
    const lines = readFileSync(join(root, path), 'utf8').split('\n');
    const length = lines.at(-1) === '' ? lines.length - 1 : lines.length;
    const findings: Finding[] = [];
    if (code.test(path) && length > longestFile) {
      const message = `${length} lines, at most ${longestFile}: split it by what it holds`;
      findings.push({ file: path, line: longestFile + 1, message });
    }
    const tooLong = code.test(path) ? lines.findIndex((line) => line.length > longestLine) : -1;
    if (tooLong >= 0) {
      findings.push({ file: path, line: tooLong + 1, message: `a line of over ${longestLine} characters: break it` });
    }
    for (const { files, pattern, message } of bans) {
      if (!files.test(path)) continue;
      const index = lines.findIndex((line) => pattern.test(line));
      if (index >= 0) findings.push({ file: path, line: index + 1, message });
    }
    return findings;
  });
}
