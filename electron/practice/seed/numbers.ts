import { createHash } from 'node:crypto';

const SCRAMBLE = 2654435761;
const UNSCRAMBLE = 244002641;

/** A repeatable 32-bit number for an index and a purpose: the same pair always gives the same number. */
export function numberFor(index: number, purpose: number): number {
  let value = (Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(purpose + 7, 0x85ebca6b)) >>> 0;
  value = Math.imul(value ^ (value >>> 16), 0x21f0aaad) >>> 0;
  value = Math.imul(value ^ (value >>> 15), 0x735a2d97) >>> 0;
  return (value ^ (value >>> 15)) >>> 0;
}

/** One of the choices, always the same for the same index and purpose. */
export function pick<T>(choices: readonly T[], index: number, purpose: number): T {
  const choice = choices[numberFor(index, purpose) % choices.length];
  if (choice === undefined) throw new Error('nothing to pick from');
  return choice;
}

const hex = (value: number, digits: number): string => (value >>> 0).toString(16).padStart(8, '0').slice(0, digits);

/**
 * A GUID whose first eight digits carry the index (multiplied, so that neighbours look unrelated).
 * The other digits come from the index and the space, so a made-up GUID does not pass for a real one.
 */
export function guidFor(index: number, space: number): string {
  const a = numberFor(index, space * 100 + 1);
  const b = numberFor(index, space * 100 + 2);
  const c = numberFor(index, space * 100 + 3);
  const first = hex(Math.imul(index + space * 16777259, SCRAMBLE), 8);
  return `${first}-${hex(a, 4)}-4${hex(a >>> 4, 3)}-a${hex(b, 3)}-${hex(c, 8)}${hex(b >>> 3, 4)}`;
}

/** The index behind a GUID made by {@link guidFor}, or undefined when it is not one of that space. */
export function indexFromGuid(guid: string, space: number): number | undefined {
  const first = Number.parseInt(guid.slice(0, 8), 16);
  if (Number.isNaN(first)) return undefined;
  const index = (Math.imul(first, UNSCRAMBLE) - space * 16777259) >>> 0;
  return guidFor(index, space) === guid.toLowerCase() ? index : undefined;
}

/** A GUID that depends on text only: for identities that never change (the provider, the agreement template). */
export function guidFromText(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
