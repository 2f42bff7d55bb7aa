import { join } from 'node:path';
import { app, dialog, Menu, powerMonitor, protocol } from 'electron';
import { appScheme, servePages } from './app-scheme.ts';
import { jsonFile } from './files/json-file.ts';
import { saveDialog } from './files/save-dialog.ts';
import { windowPdf } from './files/window-pdf.ts';
import { makeHandlers } from './ipc/handlers.ts';
import { knownSender } from './ipc/known-sender.ts';
import { registerCalls } from './ipc/register.ts';
import { openLink } from './links.ts';
import { openLog } from './log/logger.ts';
import { menuTemplate, systemLanguage } from './menu.ts';
import { openParts } from './parts.ts';
import { chooseProfile } from './profile.ts';
import { pullOpener } from './pulls.ts';
import { quitCleanly } from './quit.ts';
import { deskWindow } from './window.ts';
import { firstWindowState, WindowState } from './window-state.ts';

const isMac = process.platform === 'darwin';

async function start(profile: string): Promise<void> {
  const log = openLog(join(profile, 'logs'));
  process.on('uncaughtException', (error) => log.error('bug in the main process', error));
  process.on('unhandledRejection', (error) => log.error('bug in the main process', error));
  await app.whenReady();
  protocol.handle('app', servePages(join(import.meta.dirname, '..', 'renderer')));
  const window = deskWindow(jsonFile(join(profile, 'window.json'), WindowState, firstWindowState), log);
  let language = systemLanguage(app.getPreferredSystemLanguages());
  const showMenu = (): void => {
    const template = menuTemplate(language, (command) => window.tell('menu.chosen', { command }), isMac);
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  showMenu();
  const parts = await openParts({ profile, log, locale: () => (language === 'it' ? 'it-IT' : 'en-US'), tell: window.tell });
  const handlers = makeHandlers({
    ...parts,
    log,
    info: () => ({
      version: app.getVersion(),
      runtime: process.versions['chrome'] ? 'electron' : 'chromium',
      platform: process.platform,
      languages: app.getPreferredSystemLanguages(),
      keychain: parts.keychain,
    }),
    setBadge: (count) => void app.setBadgeCount(count),
    openLink, askWhere: saveDialog(window.current), printPdf: windowPdf(window.current),
    setLanguage: (chosen) => {
      language = chosen;
      showMenu();
    },
    openPull: pullOpener(parts, window),
  });
  registerCalls(handlers, knownSender(window.current), log);
  powerMonitor.on('resume', () => {
    window.tell('system.resumed', {});
    void parts.connectivity.check();
  });
  app.on('second-instance', () => void window.open());
  app.on('activate', () => void window.open());
  quitCleanly(() => {
    parts.connectivity.stop();
    return Promise.allSettled([parts.clipboard.forgetSecret(), parts.practice.stop()]);
  });
  // Started while the window loads, when an account needs it; a start without a network must say so before anything is sent.
  void parts.accounts.addresses().then(
    () => parts.connectivity.check(),
    (error: unknown) => log.error('the practice tenant does not start', error),
  );
  await window.open();
}

protocol.registerSchemesAsPrivileged([appScheme]);
const profile = chooseProfile();
if (app.requestSingleInstanceLock()) {
  start(profile).catch((error: unknown) => {
    dialog.showErrorBox(app.getName(), error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
} else app.quit();
