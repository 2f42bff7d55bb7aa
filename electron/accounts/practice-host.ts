import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../files/atomic-file.ts';
import type { PracticeOptions, PracticeServer } from '../practice/server.ts';

/** The practice tenant this profile talks to. */
export interface PracticeHost {
  /** Its address; the first call starts it. Rejects when it cannot start; the next call tries again. */
  address(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * A practice tenant that somebody else runs. It names itself `127.0.0.1` and listens there only; under `localhost` its links
 * would be those of another server.
 */
export const externalPractice = (url: string): PracticeHost => ({
  address: () => Promise.resolve(url.replace(/\/$/u, '').replace(/(?<=^https?:\/\/)localhost(?=:|$)/iu, '127.0.0.1')),
  stop: () => Promise.resolve(),
});

const KeptAddress = z.object({ url: z.url({ protocol: /^http$/u }) });

/** The port of the last time; undefined when there was none, or the file does not say. */
async function formerPort(addressFile: string): Promise<number | undefined> {
  try {
    const { url } = KeptAddress.parse(JSON.parse(await readFile(addressFile, 'utf8')));
    const { port } = new URL(url);
    return port === '' ? undefined : Number(port);
  } catch {
    return undefined;
  }
}

const takenCodes: ReadonlySet<unknown> = new Set(['EADDRINUSE', 'EACCES']);
const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && takenCodes.has(error.code);

/**
 * The practice tenant inside this process. Its state is kept in `<folder>/state.json`; when it is ready its address
 * stands in `<folder>/address.json`, for tools that look at its ledger. It comes back on the port it had before, so that
 * links of its portal which were sent out stay good; another program on that port makes it take a free one.
 */
export function embeddedPractice(folder: string): PracticeHost {
  let running: Promise<PracticeServer> | undefined;
  const start = async (): Promise<PracticeServer> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { startPractice } = await import('../practice/server.ts');
    const options: PracticeOptions = { seed: 'small', stateFile: join(folder, 'state.json') };
    const addressFile = join(folder, 'address.json');
    const port = await formerPort(addressFile);
    const server = await startPractice(port === undefined ? options : { ...options, port }).catch((error: unknown) => {
      if (!isTaken(error)) throw error;
      return startPractice(options);
    });
    try {
      await writeAtomically(addressFile, `${JSON.stringify({ url: server.url })}\n`);
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
