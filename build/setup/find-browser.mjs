import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const linuxNames = [
  'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable',
];

const isRunnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const windowsCandidates = (env) =>
  [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
    ]);

const macCandidates = () =>
  ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
    ['/Applications', join(homedir(), 'Applications')].map((folder) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
  );

const linuxCandidates = (env) => {
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(Boolean);
  return [
    ...linuxNames.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ];
};

/** Chromium builds that Playwright downloaded, newest first. */
const playwrightCandidates = (env, platform) => {
  const cache = {
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright'),
  };
  const root = env['PLAYWRIGHT_BROWSERS_PATH'] ?? cache[platform] ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(root)) {
    return [];
  }
  const builds = readdirSync(root).filter((name) => /^chromium-\d+$/u.test(name));
  builds.sort((left, right) => Number(right.split('-')[1]) - Number(left.split('-')[1]));
  return builds.flatMap((name) => [
    join(root, name, 'chrome-linux', 'chrome'),
    join(root, name, 'chrome-linux64', 'chrome'),
    join(root, name, 'chrome-win', 'chrome.exe'),
    join(root, name, 'chrome-win64', 'chrome.exe'),
    join(root, name, 'chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'),
  ]);
};

/**
 * Path of a Chromium-based browser, or undefined: PROVIDER_DESK_CHROMIUM, then Playwright's own, then Chromium, Chrome
 * or Edge where each system keeps them.
 */
export const findBrowser = (env = process.env, platform = process.platform) => {
  const named = env['PROVIDER_DESK_CHROMIUM'];
  if (named !== undefined && named !== '') {
    return isRunnable(named) ? named : undefined;
  }
  const system = { win32: () => windowsCandidates(env), darwin: () => macCandidates() };
  const places = system[platform] ?? (() => linuxCandidates(env));
  return [...playwrightCandidates(env, platform), ...places()].find((path) => isRunnable(path));
};
