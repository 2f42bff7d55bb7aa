import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { startChromium } from './chromium.ts';
import { beginRun } from './core.ts';
import { readLaunchOptions } from './launch-options.ts';
import { claimProfile } from './single-instance.ts';

const electronPackage = readFileSync(new URL('../../node_modules/electron/package.json', import.meta.url), 'utf8');
const { version: electronVersion } = JSON.parse(electronPackage) as { version: string };
const electronModule = new URL('electron.ts', import.meta.url).href;

/** Makes this process look to the app like Electron's main process. */
const dressUp = (mainPath: string, appPath: string, appArgs: readonly string[]): void => {
  process.argv = [process.execPath, mainPath, ...appArgs];
  const versions = { ...process.versions, electron: electronVersion, chrome: '' };
  Object.defineProperty(process, 'versions', { value: versions });
  Object.defineProperty(process, 'type', { value: 'browser' });
  Object.defineProperty(process, 'resourcesPath', { value: appPath });
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' || specifier === 'electron/main'
        ? { url: electronModule, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  });
};

const options = readLaunchOptions(process.argv.slice(2));
const claim = await claimProfile(options.profile);
const chromium = claim.isFirst ? startChromium(options) : Promise.reject(new Error('the profile is in use'));
chromium.catch(() => undefined);
const run = beginRun(options, claim, chromium);
dressUp(options.mainPath, options.appPath, options.appArgs);

const { app } = await import('./app.ts');
const { openTestControl } = await import('./test-control.ts');
process.on('SIGINT', () => app.quit());
process.on('SIGTERM', () => app.quit());
process.on('SIGHUP', () => app.quit());
if (claim.isFirst) {
  chromium.then(
    ({ context }) => {
      context.on('close', () => app.exit(0));
      return options.testFile === undefined ? undefined : openTestControl(run, options.testFile);
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}
await import(pathToFileURL(options.mainPath).href);
app.becomeReady();
