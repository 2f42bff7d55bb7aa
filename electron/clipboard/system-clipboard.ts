import { clipboard, ClipboardItem } from 'electron';
import type { SystemClipboard } from './clipboard.ts';

/** The clipboard of the operating system. */
export const systemClipboard: SystemClipboard = {
  readText: () => clipboard.readText(),
  writeText: (text) => clipboard.writeText(text),
  writeBoth: (text, html) => clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]),
  clear: () => clipboard.clear(),
};
