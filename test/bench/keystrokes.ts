import type { CustomerListRow } from '../../shared/partner-center/readers/customers.ts';

const TARGETS = 12;

const middle = (text: string, length: number): string => {
  const start = Math.floor((text.length - length) / 2);
  return text.slice(Math.max(0, start), start + length);
};

/** What people look for: the start of a name, its second word, text inside, a domain, a tenant id, two words. */
const targetsOf = ({ id, name, domain }: CustomerListRow): readonly string[] => {
  const [first = name, second = name] = name.split(' ');
  const bare = name.normalize('NFD').replaceAll(/[\u0300-\u036F]/gu, '');
  return [name.slice(0, 9), second, middle(name, 5), domain.slice(0, 10), middle(domain, 6), id.slice(0, 8), middle(id, 6),
    `${second.slice(0, 4)} ${first.slice(0, 4)}`, bare.slice(0, 9), name.toUpperCase().slice(0, 7)];
};

const typed = (text: string): readonly string[] => Array.from(text, (_letter, place) => text.slice(0, place + 1));

/** Every state of the search field while the targets are typed letter by letter. The same for the same rows. */
export function keystrokesFor(rows: readonly CustomerListRow[]): readonly string[] {
  const step = Math.floor(rows.length / TARGETS);
  const accented = rows.filter((row) => /\P{ASCII}/u.test(row.name));
  const chosen = Array.from({ length: TARGETS }, (_unused, number) => {
    const from = number % 3 === 0 && accented.length > 0 ? accented : rows;
    return from[(number * step + 7 * number) % from.length];
  });
  const targets = chosen.flatMap((row, number) =>
    row === undefined ? [] : targetsOf(row).filter((_target, kind) => kind % 2 === number % 2),
  );
  return targets.flatMap(typed).filter((text) => text.trim() !== '');
}
