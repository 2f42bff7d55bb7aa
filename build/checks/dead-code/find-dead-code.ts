import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../finding.ts';

const Entry = z.object({ name: z.string(), line: z.number().optional() });
const Report = z.object({
  issues: z.array(z.looseObject({ file: z.string() })),
});

const messages: Readonly<Record<string, (name: string) => string>> = {
  files: () => 'nothing imports this file: remove it, or name it as an entry in knip.json',
  exports: (name) => `nothing uses the export '${name}'`,
  types: (name) => `nothing uses the exported type '${name}'`,
  duplicates: (name) => `'${name}' is exported twice`,
  dependencies: (name) => `nothing uses the dependency '${name}'`,
  devDependencies: (name) => `nothing uses the dev dependency '${name}'`,
  unlisted: (name) => `'${name}' is used but not in package.json`,
  unresolved: (name) => `'${name}' leads nowhere`,
  binaries: (name) => `the command '${name}' comes from no dependency`,
};

/** Runs knip with knip.json in `root`. Throws when knip itself breaks. */
export function findDeadCode(root: string): Finding[] {
  const program = join(root, 'node_modules', 'knip', 'bin', 'knip.js');
  const run = spawnSync(process.execPath, [program, '--no-progress', '--reporter', 'json'], { cwd: root, encoding: 'utf8' });
  if (run.stdout.trim() === '') throw new Error(`knip gave no answer: ${run.stderr}`);
  return readReport(run.stdout);
}

/** Turns knip's JSON report into findings, by file and line. */
export function readReport(json: string): Finding[] {
  return Report.parse(JSON.parse(json)).issues.flatMap((issue) =>
    Object.entries(messages).flatMap(([kind, message]) => {
      const entries = z.array(z.union([Entry, z.array(Entry)])).safeParse(issue[kind]);
      if (!entries.success) return [];
      return entries.data.flat().map(({ name, line }) => ({ file: issue.file, line: line ?? 1, message: message(name) }));
    }),
  );
}
