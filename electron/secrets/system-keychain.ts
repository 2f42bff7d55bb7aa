import { safeStorage } from 'electron';
import type { Keychain } from './keychain.ts';

/** The keychain of the operating system. */
export const systemKeychain: Keychain = safeStorage;
