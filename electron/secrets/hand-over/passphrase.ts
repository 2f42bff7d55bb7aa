import { randomInt } from 'node:crypto';

// 31 signs, none that is read or heard for another: no i, l, o, 0, 1.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 5;
const groupLength = 4;

const group = (): string => Array.from({ length: groupLength }, () => signs[randomInt(signs.length)] ?? '').join('');

/** A passphrase to be read out on the phone: five groups of four signs, 99 bits. */
export const newPassphrase = (): string => Array.from({ length: groups }, group).join('-');

/** As it counts: whoever types it may use capitals, and leave hyphens out (the page's script does the same). */
export const plainPassphrase = (passphrase: string): string => passphrase.toLowerCase().replaceAll(/[^a-z0-9]/gu, '');
