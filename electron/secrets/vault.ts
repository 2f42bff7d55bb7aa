import { fileKey } from './file-key.ts';
import type { Keychain } from './keychain.ts';

/** Encrypts for the disk of this computer. */
export interface Vault {
  encrypt(text: string): Promise<Uint8Array>;
  decrypt(bytes: Uint8Array): Promise<string>;
}

const byKeychain = 0x4b;
const byFile = 0x46;

/**
 * Encrypts with the system's keychain, or with a key file where there is none. The first byte says which, so that what
 * was written before a keychain appeared stays readable.
 */
export function openVault(keychain: Keychain, kind: 'os' | 'none', keyPath: string): Vault {
  const file = fileKey(keyPath);
  return {
    async encrypt(text) {
      const body = kind === 'os' ? await keychain.encryptStringAsync(text) : await file.encrypt(text);
      return Buffer.concat([Buffer.from([kind === 'os' ? byKeychain : byFile]), body]);
    },
    async decrypt(bytes) {
      const body = Buffer.from(bytes.subarray(1));
      if (bytes[0] === byFile) return file.decrypt(body);
      if (bytes[0] !== byKeychain) throw new Error('not a file of the vault');
      return (await keychain.decryptStringAsync(body)).result;
    },
  };
}
