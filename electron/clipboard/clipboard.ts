import { createHash } from 'node:crypto';

/** The system's clipboard, as Electron offers it. */
export interface SystemClipboard {
  readText(): Promise<string>;
  writeText(text: string): Promise<void>;
  /** The same content as plain text and as HTML: whoever pastes takes the form it knows. */
  writeBoth(text: string, html: string): Promise<void>;
  clear(): void;
}

export interface Clipboard {
  write(text: string): Promise<void>;
  writeBoth(text: string, html: string): Promise<void>;
  /** Writes a secret that leaves the clipboard after `secretSeconds`, unless something else was copied since. */
  writeSecret(text: string): Promise<void>;
  /** Takes a secret of ours out now; at quit. */
  forgetSecret(): Promise<void>;
  readonly secretSeconds: number;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The clipboard with secrets that clear themselves: only a hash of what was written is kept (decision D8). */
export function openClipboard(system: SystemClipboard, secretSeconds = 60): Clipboard {
  let ours: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  const forgetSecret = async (): Promise<void> => {
    clearTimeout(timer);
    const expected = ours;
    ours = undefined;
    if (expected !== undefined && hashOf(await system.readText()) === expected) system.clear();
  };
  return {
    secretSeconds,
    forgetSecret,
    write: (text) => system.writeText(text),
    writeBoth: (text, html) => system.writeBoth(text, html),
    async writeSecret(text) {
      clearTimeout(timer);
      ours = hashOf(text);
      await system.writeText(text);
      timer = setTimeout(() => void forgetSecret().catch(() => system.clear()), secretSeconds * 1000);
      timer.unref();
    },
  };
}
