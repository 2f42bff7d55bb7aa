import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readIfThere, writeAtomically } from '../files/atomic-file.ts';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts text with a key of our own. */
export interface FileKey {
  encrypt(text: string): Promise<Uint8Array>;
  decrypt(bytes: Uint8Array): Promise<string>;
}

async function loadKey(path: string): Promise<Buffer> {
  const kept = await readIfThere(path);
  if (kept?.length === KEY_BYTES) return kept;
  if (kept !== undefined) throw new Error('the key of the envelopes is damaged');
  const made = randomBytes(KEY_BYTES);
  await writeAtomically(path, made);
  return made;
}

/**
 * AES-256-GCM with a random key in a file only this user can read: the fallback where the system has no keychain. It
 * keeps secrets out of backups of single files and out of searches, not from somebody who has the whole profile.
 */
export function fileKey(path: string): FileKey {
  let key: Promise<Buffer> | undefined;
  // A disk that was full once must not cost every envelope of this run.
  const load = (): Promise<Buffer> =>
    loadKey(path).catch((error: unknown) => {
      key = undefined;
      throw error;
    });
  const loaded = (): Promise<Buffer> => (key ??= load());
  return {
    async encrypt(text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', await loaded(), iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    async decrypt(bytes) {
      const decipher = createDecipheriv('aes-256-gcm', await loaded(), bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
    },
  };
}
