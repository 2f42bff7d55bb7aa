import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { runChild } from './run-child.mjs';

const script = (root, name) => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts[name];

/** The checks of build/checks that have no script of their own, each one file that exits non-zero on a finding. */
const otherChecks = (root) =>
  readdirSync(join(root, 'build', 'checks'))
    .filter((name) => name.endsWith('.mjs') && !['layers.mjs', 'text.mjs'].includes(name))
    .map((name) => ({ name: name.slice(0, -'.mjs'.length), command: `node build/checks/${name}` }));

const vitest = (...projects) => `vitest run ${projects.map((name) => `--project ${name}`).join(' ')}`;

/** Steps that read the sources only. */
export const checkSteps = (root) => [
  ...['types', 'lint', 'layers', 'text'].map((name) => ({ name, command: script(root, name) })),
  ...otherChecks(root),
  { name: 'unit', command: vitest('unit', 'replacing') },
];

/** Everything `npm test` runs, in order. */
export const testSteps = (root, runtime) => [
  ...checkSteps(root).filter(({ name }) => name !== 'unit'),
  { name: 'unit, contract, data, features, practice', command: vitest('unit', 'replacing', 'data', 'features', 'practice') },
  { name: `e2e (${runtime})`, command: vitest('runtime', 'e2e') },
];

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** Runs every step even when one fails; prints a heading, a duration and a summary; answers the exit code. */
export const runSteps = async (steps, root, env) => {
  const results = [];
  for (const { name, command } of steps) {
    process.stdout.write(`\n== ${name}\n`);
    const start = performance.now();
    const code = await runChild(command, [], { cwd: root, env, shell: true });
    const took = performance.now() - start;
    results.push({ name, code, took });
    process.stdout.write(`== ${name}: ${code === 0 ? 'passed' : `failed (${code})`} in ${seconds(took)}\n`);
    if (code > 128) {
      break;
    }
  }
  process.stdout.write('\nSummary\n');
  results.forEach(({ name, code, took }) => {
    process.stdout.write(`  ${code === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds(took)})\n`);
  });
  return results.every(({ code }) => code === 0) ? 0 : 1;
};
