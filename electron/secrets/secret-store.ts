import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, writeAtomically } from '../files/atomic-file.ts';
import type { Keychain } from './keychain.ts';

/** Tokens by name. */
export interface SecretStore {
  read(name: string): Promise<string | undefined>;
  save(name: string, secret: string): Promise<void>;
  drop(name: string): Promise<void>;
}

/** Tokens that end with this process. */
function memoryStore(): SecretStore {
  const secrets = new Map<string, string>();
  return {
    read: (name) => Promise.resolve(secrets.get(name)),
    save: (name, secret) => Promise.resolve(void secrets.set(name, secret)),
    drop: (name) => Promise.resolve(void secrets.delete(name)),
  };
}

/**
 * Tokens encrypted by the system, one file each under `folder`; in memory only where the system keeps no secrets
 * (decision D8). A file that the system can no longer decrypt counts as missing: the user signs in again.
 */
export function openSecretStore(keychain: Keychain, kind: 'os' | 'none', folder: string): SecretStore {
  if (kind === 'none') return memoryStore();
  const pathOf = (name: string): string => join(folder, `${encodeURIComponent(name)}.secret`);
  return {
    async read(name) {
      const bytes = await readIfThere(pathOf(name));
      if (bytes === undefined) return undefined;
      return keychain.decryptStringAsync(bytes).then(
        ({ result }) => result,
        () => undefined,
      );
    },
    save: async (name, secret) => writeAtomically(pathOf(name), await keychain.encryptStringAsync(secret)),
    drop: (name) => rm(pathOf(name), { force: true }),
  };
}
