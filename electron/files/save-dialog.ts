import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';

/** Asks the user where to save a file; undefined when the dialog was closed. */
export type AskWhere = (proposal: { readonly fileName: string; readonly ending: string }) => Promise<string | undefined>;

/** The system's own dialog, over our window when it is open. */
export const saveDialog = (window: () => BrowserWindow | undefined): AskWhere => async ({ fileName, ending }) => {
  const over = window();
  const options = { defaultPath: fileName, filters: [{ name: ending.toUpperCase(), extensions: [ending] }] };
  const { canceled, filePath } = await (over === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(over, options));
  return canceled || filePath === '' ? undefined : filePath;
};
