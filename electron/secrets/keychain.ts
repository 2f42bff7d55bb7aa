/** What the system's keychain does for us; Electron's safeStorage fits it. */
export interface Keychain {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(bytes: Buffer): Promise<{ readonly result: string }>;
  /** Linux only. */
  getSelectedStorageBackend?(): string;
}

/**
 * `os` when the system keeps our key. Linux without a keyring falls back to a password that is in Chromium's source
 * (`basic_text`): that is no protection, so it counts as `none` (decision D8).
 */
export async function keychainKind(keychain: Keychain, platform: NodeJS.Platform = process.platform): Promise<'os' | 'none'> {
  if (!(await keychain.isAsyncEncryptionAvailable())) return 'none';
  return platform === 'linux' && keychain.getSelectedStorageBackend?.() === 'basic_text' ? 'none' : 'os';
}
