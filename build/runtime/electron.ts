import { app } from './app.ts';
import { BrowserWindow as Window } from './browser-window.ts';
import { clipboard, ClipboardItem as Item, dialog, net, Notification, powerMonitor, screen, shell } from './desktop.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { MessageChannelMain, MessagePortMain } from './message-ports.ts';
import { nativeTheme } from './native-theme.ts';
import { notProvided, provided } from './not-provided.ts';
import { safeStorage } from './safe-storage.ts';
import { protocol, session } from './session.ts';
import { webContentsApi as webContents } from './web-contents-list.ts';

export const BrowserWindow = provided('BrowserWindow', Window);
export const ClipboardItem = provided('ClipboardItem', Item);
export {
  app, clipboard, dialog, ipcMain, Menu, MessageChannelMain, MessagePortMain, nativeTheme, net, Notification, powerMonitor,
  protocol, safeStorage, screen, session, shell, webContents,
};

// The rest of Electron's main-process modules: a name must exist for an import to link, and throws when it is used.
export const autoUpdater = notProvided('autoUpdater');
export const BaseWindow = notProvided('BaseWindow');
export const BrowserView = notProvided('BrowserView');
export const contentTracing = notProvided('contentTracing');
export const crashReporter = notProvided('crashReporter');
export const desktopCapturer = notProvided('desktopCapturer');
export const globalShortcut = notProvided('globalShortcut');
export const ImageView = notProvided('ImageView');
export const inAppPurchase = notProvided('inAppPurchase');
export const MenuItem = notProvided('MenuItem');
export const nativeImage = notProvided('nativeImage');
export const netLog = notProvided('netLog');
export const powerSaveBlocker = notProvided('powerSaveBlocker');
export const pushNotifications = notProvided('pushNotifications');
export const ShareMenu = notProvided('ShareMenu');
export const systemPreferences = notProvided('systemPreferences');
export const TouchBar = notProvided('TouchBar');
export const Tray = notProvided('Tray');
export const utilityProcess = notProvided('utilityProcess');
export const View = notProvided('View');
export const WebContentsView = notProvided('WebContentsView');
export const webFrameMain = notProvided('webFrameMain');
