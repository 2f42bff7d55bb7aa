import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { electronBinary } from './electron-binary.mjs';
import { findBrowser } from './find-browser.mjs';
import { runQuietly } from './run-child.mjs';
import { say, SetUpError } from './say.mjs';

const probeMs = 4000;
const downloadMs = 240_000;

/** Whether the place that holds Electron's binaries answers at all; behind a proxy only the download itself can tell. */
const canReachElectron = async (env) => {
  if (env['HTTPS_PROXY'] ?? env['https_proxy']) {
    return true;
  }
  const place = env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases';
  try {
    await fetch(place, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) });
    return true;
  } catch {
    return false;
  }
};

/** Tries once per Electron version to get its binary; a failure is remembered until node_modules is installed anew. */
const tryElectron = async (root, node) => {
  const folder = join(root, 'node_modules', 'electron');
  const stamp = join(root, 'node_modules', '.electron-tried');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const wasTried = existsSync(stamp) && readFileSync(stamp, 'utf8') === version;
  if (electronBinary(root) !== undefined || wasTried || process.env['ELECTRON_SKIP_BINARY_DOWNLOAD']) {
    return;
  }
  if (await canReachElectron(process.env)) {
    say(`Getting Electron ${version}`);
    await runQuietly(node, [join(folder, 'install.js')], { cwd: root, timeout: downloadMs });
  }
  if (electronBinary(root) === undefined) {
    writeFileSync(stamp, version);
    say('Electron cannot be downloaded here; the app runs on an installed Chromium instead');
  }
};

const isDebianRoot = () => process.platform === 'linux' && existsSync('/etc/debian_version') && process.getuid?.() === 0;

/** Makes sure of a Chromium-based browser; on Debian as root it is installed, elsewhere the user is told what to do. */
export const ensureBrowser = async () => {
  if (findBrowser() !== undefined) {
    return;
  }
  if (isDebianRoot()) {
    say('Installing Chromium (apt-get install chromium)');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runQuietly('apt-get', ['update', '-q'], { env });
    await runQuietly('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env });
  }
  if (findBrowser() === undefined) {
    throw new SetUpError('No Chromium, Chrome or Edge was found. Install one, or name its program in PROVIDER_DESK_CHROMIUM.');
  }
};

/** Which runtime the app will use: real Electron when its binary is here or can be had, else an installed Chromium. */
export const ensureRuntime = async (root, node) => {
  if (process.env['PROVIDER_DESK_RUNTIME'] !== 'chromium') {
    await tryElectron(root, node);
    if (electronBinary(root) !== undefined) {
      return 'electron';
    }
  }
  await ensureBrowser();
  return 'chromium';
};
