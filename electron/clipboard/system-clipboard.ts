import { clipboard } from 'electron';
import type { SystemClipboard } from './clipboard.ts';

/** The clipboard of the operating system. */
export const systemClipboard: SystemClipboard = clipboard;
