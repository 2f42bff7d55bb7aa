import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../files/atomic-file.ts';

const keptMs = 7 * 24 * 3600 * 1000;
const isDraft = (name: string): boolean => /\.eml(?:\.[\w-]+\.tmp)?$/u.test(name);

/**
 * Draft files on their way to the mail client. They hold names, addresses and the text of a letter, that is personal data:
 * only this user can read them, and they stay for a week, because a mail client may read its file late and more than once.
 */
export interface Drafts {
  /** Removes what is old, then writes a draft and answers its path. */
  write(content: Uint8Array): Promise<string>;
  /** Removes a draft that nobody opened. */
  discard(path: string): Promise<void>;
  /** Removes what is older than a week, files of an interrupted writing included. */
  removeOld(): Promise<void>;
}

const filesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });

export function openDrafts(folder: string, now: () => Date): Drafts {
  const removeOld = async (): Promise<void> => {
    const removed = (await filesIn(folder)).filter(isDraft).map(async (name) => {
      const path = join(folder, name);
      const age = now().getTime() - (await stat(path)).mtimeMs;
      if (age > keptMs) await rm(path, { force: true });
    });
    // A file that a mail client still holds open goes the next time.
    await Promise.allSettled(removed);
  };
  return {
    removeOld,
    async write(content) {
      // An app that is never closed would keep them all.
      await removeOld().catch(() => undefined);
      const path = join(folder, `${crypto.randomUUID()}.eml`);
      await writeAtomically(path, content);
      return path;
    },
    discard: (path) => rm(path, { force: true }),
  };
}
