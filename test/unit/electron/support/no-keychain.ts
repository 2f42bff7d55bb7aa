import type { Keychain } from '../../../../electron/secrets/keychain.ts';

/** A system that keeps no secrets. */
export const noKeychain: Keychain = {
  isAsyncEncryptionAvailable: () => Promise.resolve(false),
  encryptStringAsync: () => Promise.reject(new Error('no keychain')),
  decryptStringAsync: () => Promise.reject(new Error('no keychain')),
};

/** A system with a keychain, as far as a test can tell: reversible and not the text itself. */
export const simpleKeychain: Keychain = {
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync: (text) => Promise.resolve(Buffer.from(Buffer.from(text).toString('base64').split('').toReversed().join(''))),
  decryptStringAsync: (bytes) =>
    Promise.resolve({ result: Buffer.from(bytes.toString().split('').toReversed().join(''), 'base64').toString() }),
};
