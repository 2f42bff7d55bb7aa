import { bridge } from './bridge.ts';

/** Copies text through the main process; true when it is on the clipboard. For CopyButton and FailureMessage. */
export async function copyText(text: string): Promise<boolean> {
  const copied = await bridge.call('clipboard.writeText', { text });
  return copied.ok;
}
