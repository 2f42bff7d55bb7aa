import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { appDataFolder } from './launch-options.ts';
import { provided } from './not-provided.ts';

const mark = Buffer.from('pdk1');
const ivLength = 12;
const tagLength = 16;

/** The key stands outside every profile, as an operating system's keychain does: a copied profile cannot be read. */
const keychainFile = (): string =>
  process.env['PROVIDER_DESK_KEYCHAIN'] ?? join(appDataFolder(), 'provider-desk-keychain', 'key');

const isAvailable = (): boolean => process.env['PROVIDER_DESK_NO_KEYCHAIN'] !== '1';

const readKey = (): Buffer => {
  if (!isAvailable()) {
    throw new Error('Error while encrypting the text provided to safeStorage: encryption is not available.');
  }
  const file = keychainFile();
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx', flush: true });
    } catch (error) {
      // Another start of the app made it first.
      if (!existsSync(file)) throw error;
    }
  }
  return readFileSync(file);
};

const encrypt = (plainText: string): Buffer => {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', readKey(), iv);
  const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
  return Buffer.concat([mark, iv, cipher.getAuthTag(), body]);
};

const decrypt = (encrypted: Buffer): string => {
  const bodyStart = mark.length + ivLength + tagLength;
  if (encrypted.length < bodyStart || !encrypted.subarray(0, mark.length).equals(mark)) {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
  }
  const iv = encrypted.subarray(mark.length, mark.length + ivLength);
  const decipher = createDecipheriv('aes-256-gcm', readKey(), iv);
  decipher.setAuthTag(encrypted.subarray(mark.length + ivLength, bodyStart));
  return Buffer.concat([decipher.update(encrypted.subarray(bodyStart)), decipher.final()]).toString('utf8');
};

/** Electron's `safeStorage`; PROVIDER_DESK_NO_KEYCHAIN=1 makes it unavailable. */
export const safeStorage = provided('safeStorage', {
  isEncryptionAvailable: isAvailable,
  isAsyncEncryptionAvailable: (): Promise<boolean> => Promise.resolve(isAvailable()),
  encryptString: encrypt,
  decryptString: decrypt,
  encryptStringAsync: async (plainText: string): Promise<Buffer> => encrypt(plainText),
  decryptStringAsync: async (encrypted: Buffer) => ({ shouldReEncrypt: false, result: decrypt(encrypted) }),
  getSelectedStorageBackend: (): string => (isAvailable() ? 'gnome_libsecret' : 'basic_text'),
});
