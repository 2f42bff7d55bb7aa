/** What the system shows outside the window. */
export interface DesktopNotice {
  /** One notice of a kind and subject: a later one takes the place of an earlier. */
  readonly tag: string;
  readonly title: string;
  readonly text: string;
  readonly open: () => void;
}

/** Whether the system shows notices of this app. Nothing is asked of the person: Electron answers by its own rule (window.ts). */
export const hasDesktopNotices = (): boolean => 'Notification' in globalThis && Notification.permission === 'granted';

/** Shows one; a click on it brings the window to the front. */
export function showDesktopNotice({ tag, title, text, open }: DesktopNotice): void {
  const notice = new Notification(title, { tag, body: text });
  notice.addEventListener('click', () => {
    window.focus();
    notice.close();
    open();
  });
}
