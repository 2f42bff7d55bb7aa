import { app, shell } from 'electron';

/** The mail client of this computer, as far as the app needs it. */
export interface SystemMail {
  /** Whether any program answers to mailto links. */
  readonly hasClient: () => boolean;
  /** Opens a mailto link; rejects when the system refuses. */
  readonly openLink: (link: string) => Promise<void>;
  /** Opens a draft file; answers what went wrong, empty when nothing did; on Linux it may never answer. */
  readonly openFile: (path: string) => Promise<string>;
}

/** The mail client the system has chosen. It is handed letters only: no other link, no other kind of file (decision D10). */
export const systemMail: SystemMail = {
  hasClient: () => app.getApplicationNameForProtocol('mailto:') !== '',
  async openLink(link) {
    if (!link.startsWith('mailto:')) throw new Error('not a mailto link');
    await shell.openExternal(link);
  },
  async openFile(path) {
    if (!path.endsWith('.eml')) throw new Error('not a draft file');
    return shell.openPath(path);
  },
};
