import { randomInt } from 'node:crypto';

// Without signs that look alike on paper: 0 O, 1 l I.
const kinds = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '*!%-+?'] as const;
const all = kinds.join('');
const length = 16;

const oneOf = (signs: string): string => signs[randomInt(signs.length)] ?? '';

function shuffled(signs: string[]): string[] {
  const mixed = [...signs];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] ?? '', mixed[last] ?? ''];
  }
  return mixed;
}

/** A password of 16 signs, over 90 bits, each kind that directories ask for in it, and none that is read for another. */
export function newPassword(): string {
  const rest = Array.from({ length: length - kinds.length }, () => oneOf(all));
  return shuffled([...kinds.map(oneOf), ...rest]).join('');
}
