import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { electronBinary } from './setup/electron-binary.mjs';
import { buildNow, ensureBuild } from './setup/fresh-build.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { runChild } from './setup/run-child.mjs';
import { ensureBrowser, ensureRuntime } from './setup/runtime-present.mjs';
import { say, SetUpError } from './setup/say.mjs';
import { checkSteps, runSteps, testSteps } from './setup/test-steps.mjs';
import { ensureNode, toolchainEnv } from './setup/toolchain-node.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** `--profile DIR` in the form both runtimes know. */
const profileArgs = (args) => {
  const index = args.indexOf('--profile');
  if (index !== -1 && args[index + 1] === undefined) {
    throw new SetUpError('--profile needs a folder');
  }
  const joined = index === -1 ? args : args.toSpliced(index, 2, `--user-data-dir=${args[index + 1]}`);
  const chosen = process.env['PROVIDER_DESK_PROFILE'];
  const isNamed = joined.some((arg) => arg.startsWith('--user-data-dir='));
  return chosen === undefined || isNamed ? joined : [`--user-data-dir=${chosen}`, ...joined];
};

const script = ({ node, env }, path, args) => runChild(node, [join(root, path), ...args], { cwd: root, env });

const tour = async (tools, args) => {
  const runtime = await ensureRuntime(root, tools.node);
  await ensureBuild(root, tools.node, tools.env);
  say(`Runtime: ${runtime}`);
  return script(tools, 'test/tour/tour.ts', args);
};

const start = async (tools, args) => {
  if (!hasDisplay()) {
    say('There is no display here: playing the tour instead of opening a window');
    return tour(tools, args);
  }
  const runtime = await ensureRuntime(root, tools.node);
  await ensureBuild(root, tools.node, tools.env);
  say(`Opening Provider Desk (${runtime})`);
  if (runtime === 'chromium') {
    return script(tools, 'build/runtime/launch.ts', [join(root, 'out/main/main.js'), ...profileArgs(args)]);
  }
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return runChild(electronBinary(root), [...sandbox, root, ...profileArgs(args)], { cwd: root, env: tools.env });
};

const test = async (tools) => {
  const runtime = await ensureRuntime(root, tools.node);
  await ensureBrowser();
  await ensureBuild(root, tools.node, tools.env);
  const code = await runSteps(testSteps(root, runtime), root, tools.env);
  process.stdout.write(`The end-to-end tests ran on ${runtime}.\n`);
  return code;
};

const commands = {
  start,
  test,
  tour,
  bench: async (tools, args) => {
    await ensureBrowser();
    await ensureBuild(root, tools.node, tools.env);
    return script(tools, 'test/bench/bench.ts', args);
  },
  practice: (tools, args) => script(tools, 'electron/practice/cli.ts', args),
  build: async (tools) => {
    await buildNow(root, tools.node, tools.env);
    return 0;
  },
  check: async (tools) => {
    await ensureBuild(root, tools.node, tools.env);
    return runSteps(checkSteps(root), root, tools.env);
  },
};

const run = async ([name = '', ...rest]) => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    say(`usage: node build/run.mjs ${Object.keys(commands).join('|')} [-- arguments]`);
    return 2;
  }
  await ensurePackages(root);
  const node = await ensureNode(root);
  return command({ node, env: toolchainEnv(root, node) }, rest[0] === '--' ? rest.slice(1) : rest);
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetUpError)) {
    throw error;
  }
  say(error.message);
  process.exitCode = 1;
}
