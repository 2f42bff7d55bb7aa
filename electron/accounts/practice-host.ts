import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../files/atomic-file.ts';
import type { PracticeServer } from '../practice/server.ts';

/** The practice tenant this profile talks to. */
export interface PracticeHost {
  /** Its address; the first call starts it. Rejects when it cannot start; the next call tries again. */
  address(): Promise<string>;
  stop(): Promise<void>;
}

/** A practice tenant that somebody else runs. */
export const externalPractice = (url: string): PracticeHost => ({
  address: () => Promise.resolve(url.replace(/\/$/u, '')),
  stop: () => Promise.resolve(),
});

/**
 * The practice tenant inside this process. Its state is kept in `<folder>/state.json`; when it is ready its address
 * stands in `<folder>/address.json`, for tools that look at its ledger.
 */
export function embeddedPractice(folder: string): PracticeHost {
  let running: Promise<PracticeServer> | undefined;
  const start = async (): Promise<PracticeServer> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { startPractice } = await import('../practice/server.ts');
    const server = await startPractice({ seed: 'small', stateFile: join(folder, 'state.json') });
    try {
      await writeAtomically(join(folder, 'address.json'), `${JSON.stringify({ url: server.url })}\n`);
    } catch (error) {
      // The next try would put a second one on the same state file.
      await server.close();
      throw error;
    }
    return server;
  };
  const startOnce = (): Promise<PracticeServer> => {
    running ??= start().catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    return running;
  };
  return {
    address: async () => (await startOnce()).url,
    stop: async () => {
      const server = await running?.catch(() => undefined);
      running = undefined;
      await server?.close();
    },
  };
}
