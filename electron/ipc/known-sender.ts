import type { CallEvent, KnowSender } from './answer-calls.ts';

/** A window as far as it matters for the question who sent a message. */
export interface OwnWindow {
  readonly isDestroyed: () => boolean;
  readonly webContents: { readonly id: number };
}

/** The address of every page of ours begins so. */
export const appOrigin = 'app://desk';

/** Trusts the main frame of our window, and only while it shows our own page. */
export const knownSender = (window: () => OwnWindow | undefined): KnowSender<CallEvent> => ({ sender, senderFrame }) => {
  const own = window();
  if (own === undefined || own.isDestroyed() || sender.id !== own.webContents.id) return undefined;
  const isOurPage = senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${appOrigin}/`);
  return isOurPage ? { windowId: own.webContents.id } : undefined;
};
