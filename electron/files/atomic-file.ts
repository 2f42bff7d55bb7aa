import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there the rename itself is journalled.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder that lasts: a new one is only there after a crash when the folder above it was flushed too. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made.length <= first.length) return;
  }
}

async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const busyCodes: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY']);
const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && busyCodes.has(error.code);

/** Windows refuses to replace a file while a virus scanner or an indexer looks at it: a matter of moments. */
async function replace(from: string, to: string, triesLeft = process.platform === 'win32' ? 20 : 0): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (triesLeft === 0 || !isBusy(error)) throw error;
    await delay(50);
    await replace(from, to, triesLeft - 1);
  }
}

/**
 * Writes a file so that after a crash at any point there is the old content or the whole new one: temporary file, fsync,
 * rename, fsync of the folder. Readable by this user only. The promise resolves when the content is on the disk.
 */
export async function writeAtomically(path: string, content: Uint8Array | string): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder);
  const temporary = `${path}.${crypto.randomUUID()}.tmp`;
  try {
    await writeWhole(temporary, content);
    await replace(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** The bytes of a file; undefined when there is none. */
export async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
