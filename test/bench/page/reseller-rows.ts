import { z } from 'zod';
import { Reseller } from '../../../shared/domain/reseller/reseller.ts';
import { parsePage } from './plain-row.ts';

export const resellerCount = 2000;
/** Customers of which subscriptions were read, so that the last activity of a reseller has something to come from. */
export const readCustomers = 1000;

const first = ['Alba', 'Brenta', 'Città', 'Dolomiti', 'Étoile', 'Fünf', 'Garda', 'Höhe', 'Isola', 'Júpiter', 'Kühn', 'Lago', 'Meer', 'Niño'];
const second = ['Sistemi', 'Cloud', 'Consulting', 'Data', 'Digitale', 'Informatica', 'Netzwerk', 'Servizi', 'Software', 'Soluções', 'Tech'];
const forms = ['S.r.l.', 'S.p.A.', 'GmbH', 'SARL', 'S.L.'];

const at = (words: readonly string[], number: number): string => words[number % words.length] ?? '';

/** The tenant id is the one that the plain rows of customers name. */
const resellerIdOf = (number: number): string => `e${String(number).padStart(7, '0')}-0000-4000-8000-000000000000`;

/** 2,000 resellers of usual names, the same each time. */
export const benchResellers: readonly Reseller[] = Array.from({ length: resellerCount }, (_unused, number) =>
  Reseller.parse({
    id: resellerIdOf(number),
    name: `${at(first, number)} ${at(second, number * 7)} ${at(forms, number * 3)} ${number}`,
    partnerId: String(4_000_000 + number * 13),
    state: 'Active',
    location: at(['IT', 'DE', 'FR', 'ES'], number),
  }),
);

const Listed = z.looseObject({ id: z.string() });

/** The items of the customer list as they came, and which reseller each belongs to: as in the plain store. */
export function customersByReseller(pages: readonly Uint8Array[]): ReadonlyMap<string, readonly unknown[]> {
  const by = new Map<string, unknown[]>();
  pages.flatMap(parsePage).forEach((item, index) => {
    const id = resellerIdOf((index + 1) % resellerCount);
    by.set(id, [...(by.get(id) ?? []), item]);
  });
  return by;
}

export const customerIdsIn = (pages: readonly Uint8Array[], count: number): readonly string[] =>
  pages.flatMap(parsePage).slice(0, count).map((item) => Listed.parse(item).id);

/** Every state of a search field while these are typed letter by letter. */
export const resellerKeystrokes: readonly string[] = benchResellers
  .filter((_reseller, number) => number % 167 === 5)
  .flatMap(({ name, partnerId, location }) => [name.slice(0, 12), partnerId, `${name.split(' ')[1] ?? ''} ${location}`])
  .flatMap((text) => Array.from(text, (_letter, place) => text.slice(0, place + 1)))
  .filter((text) => text.trim() !== '');
