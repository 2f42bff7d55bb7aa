import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Everything the command line and the environment decide about one run of the app on Chromium. */
export interface LaunchOptions {
  readonly mainPath: string;
  /** Arguments the app sees after its own path. */
  readonly appArgs: readonly string[];
  /** The app's userData folder; Chromium's own profile is the sub-folder `chromium`. */
  readonly profile: string;
  readonly appPath: string;
  readonly appName: string;
  readonly appVersion: string;
  readonly locale: string;
  readonly isHeadless: boolean;
  /** The system's colour scheme, where a test prescribes it. */
  readonly colourScheme: 'system' | 'light' | 'dark';
  /** Where to write how a test can reach this run; undefined outside tests. */
  readonly testFile: string | undefined;
}

interface PackageFile {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
}

const packageFolder = (from: string): string => {
  const folder = dirname(from);
  return existsSync(join(folder, 'package.json')) || folder === from ? folder : packageFolder(folder);
};

/** The folder where this system keeps a user's application data (Electron's appData). */
export const appDataFolder = (env: NodeJS.ProcessEnv = process.env): string => {
  if (process.platform === 'darwin') {
    return join(homedir(), 'Library', 'Application Support');
  }
  const fallback = process.platform === 'win32' ? join(homedir(), 'AppData', 'Roaming') : join(homedir(), '.config');
  return (process.platform === 'win32' ? env['APPDATA'] : env['XDG_CONFIG_HOME']) ?? fallback;
};

/** Value of `--name=value` or `--name value`, and the arguments without it. */
const takeFlag = (args: readonly string[], name: string): readonly [string | undefined, readonly string[]] => {
  const index = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  const found = args[index];
  if (found === undefined) {
    return [undefined, args];
  }
  const isSeparate = found === name;
  const value = isSeparate ? args[index + 1] : found.slice(name.length + 1);
  return [value, args.toSpliced(index, isSeparate ? 2 : 1)];
};

const hasDisplay = (env: NodeJS.ProcessEnv): boolean =>
  process.platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);

const userLocale = (env: NodeJS.ProcessEnv): string => {
  const posix = (env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '').split('.')[0] ?? '';
  return /^[a-z]{2}_[A-Z]{2}$/u.test(posix) ? posix.replace('_', '-') : new Intl.DateTimeFormat().resolvedOptions().locale;
};

const colourSchemeOf = (text: string | undefined): LaunchOptions['colourScheme'] =>
  text === 'dark' || text === 'light' ? text : 'system';

/** Reads `<out/main/main.js> [--profile DIR] [--user-data-dir=DIR] [--lang=xx-XX] [app arguments]`; makes the profile folder. */
export const readLaunchOptions = (argv: readonly string[], env: NodeJS.ProcessEnv = process.env): LaunchOptions => {
  const [main, ...rest] = argv;
  if (main === undefined) {
    throw new Error('usage: node build/runtime/launch.ts <out/main/main.js> [--profile DIR] [app arguments]');
  }
  const mainPath = resolve(main);
  const appPath = packageFolder(mainPath);
  const packageFile = join(appPath, 'package.json');
  const about = existsSync(packageFile) ? (JSON.parse(readFileSync(packageFile, 'utf8')) as PackageFile) : {};
  const appName = about.productName ?? about.name ?? 'app';
  const [profileFlag, appArgs] = takeFlag(rest, '--profile');
  const [userDataDir] = takeFlag(appArgs, '--user-data-dir');
  const [locale] = takeFlag(appArgs, '--lang');
  const chosen = profileFlag ?? userDataDir ?? env['PROVIDER_DESK_PROFILE'];
  const profile = resolve(chosen ?? join(appDataFolder(env), `${appName} (Chromium)`));
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  return {
    mainPath,
    appArgs,
    profile: realpathSync(profile),
    appPath,
    appName,
    appVersion: about.version ?? '0.0.0',
    locale: locale ?? userLocale(env),
    isHeadless: env['PROVIDER_DESK_HEADLESS'] === '1' || !hasDisplay(env),
    colourScheme: colourSchemeOf(env['PROVIDER_DESK_COLOR_SCHEME']),
    testFile: env['PROVIDER_DESK_TEST_FILE'],
  };
};
