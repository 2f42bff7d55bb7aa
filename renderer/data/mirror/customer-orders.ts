import type { CustomerSort } from '../../../shared/ports/mirror.ts';
import { fold, foldDomain } from './fold.ts';
import type { SearchedList } from './customer-find.ts';

type Order = Uint32Array<ArrayBuffer>;

/** Sorts rows that are in order of name by a small number each, equal ones by name. A row without one (0) comes last, both ways. */
function byClass(names: Order, classOf: Uint32Array, isDescending: boolean): Order {
  const highest = classOf.reduce((most, one) => Math.max(most, one), 0);
  const place = (row: number): number => {
    const one = classOf[row] ?? 0;
    if (one === 0) return highest;
    return isDescending ? highest - one : one - 1;
  };
  const starts = new Uint32Array(highest + 2);
  for (const row of names) starts[place(row) + 1] = (starts[place(row) + 1] ?? 0) + 1;
  for (let one = 1; one < starts.length; one += 1) starts[one] = (starts[one] ?? 0) + (starts[one - 1] ?? 0);
  const sorted = new Uint32Array(names.length);
  for (const row of names) {
    const at = starts[place(row)] ?? 0;
    sorted[at] = row;
    starts[place(row)] = at + 1;
  }
  return sorted;
}

function byDomain({ index }: SearchedList, names: Order): Order {
  const keys = Array.from(names, (row) => foldDomain(index.row(row).domain));
  const places = Uint32Array.from(names, (_row, place) => place);
  places.sort((a, b) => {
    const [left, right] = [keys[a] ?? '', keys[b] ?? ''];
    return left < right ? -1 : left > right ? 1 : a - b;
  });
  return places.map((place) => names[place] ?? 0);
}

/** By row: place of its country's name in the user's language, from 1. */
function countryClasses({ index, facts }: SearchedList, countries: readonly { readonly iso2: string }[]): Uint32Array {
  const places = new Map(countries.map(({ iso2 }, place) => [iso2, place + 1]));
  const classes = new Uint32Array(index.rowNumbers);
  for (const [id, { country }] of facts) {
    const row = index.rowOf(id);
    if (row >= 0 && country !== '') classes[row] = places.get(country) ?? places.size + 1;
  }
  return classes;
}

/** By row: place of the name of its first reseller by name, from 1. */
function resellerClasses({ index, associations, resellers }: SearchedList, names: Order): Uint32Array {
  const ordered = resellers.map(({ id, name }) => ({ id, key: fold(name) })).toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const places = new Map(ordered.map(({ id }, place) => [id, place + 1]));
  const classes = new Uint32Array(index.rowNumbers);
  for (const row of names) {
    let first = 0;
    for (const id of associations.resellersOf(row, index)) {
      // one that is in no list comes after all that are
      const place = places.get(id) ?? places.size + 1;
      if (first === 0 || place < first) first = place;
    }
    classes[row] = first;
  }
  return classes;
}

/** The live rows of a list in an order. */
export function sortedRows(list: SearchedList, { by, isDescending }: CustomerSort, countries: readonly { readonly iso2: string }[]): Order {
  const names = Uint32Array.from(list.index.search([], 0, Infinity).rows);
  if (by === 'country') return byClass(names, countryClasses(list, countries), isDescending);
  if (by === 'reseller') return byClass(names, resellerClasses(list, names), isDescending);
  const sorted = by === 'domain' ? byDomain(list, names) : names;
  return isDescending ? sorted.toReversed() : sorted;
}
