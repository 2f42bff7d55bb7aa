import { BrowserWindow } from './browser-window.ts';
import { provided } from './not-provided.ts';
import type { WebContents } from './web-contents.ts';

const getAllWebContents = (): WebContents[] => BrowserWindow.getAllWindows().map((window) => window.webContents);

/** Electron's `webContents` module. */
export const webContentsApi = provided('webContents', {
  getAllWebContents,
  fromId: (id: number): WebContents | undefined => getAllWebContents().find((contents) => contents.id === id),
});
