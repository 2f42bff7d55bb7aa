import { app } from 'electron';

const LONGEST_MS = 3000;

/**
 * Leaves when the last window is closed (not on macOS, where an app stays), and tidies up before the process ends; tidying
 * that takes too long does not keep it alive.
 */
export function quitCleanly(tidyUp: () => Promise<unknown>): void {
  let isTidy = false;
  const leave = (): void => {
    isTidy = true;
    app.quit();
  };
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (isTidy) return;
    event.preventDefault();
    const late = setTimeout(leave, LONGEST_MS);
    void tidyUp().finally(() => {
      clearTimeout(late);
      leave();
    });
  });
}
