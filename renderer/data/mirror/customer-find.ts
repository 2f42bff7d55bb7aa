import type { Reseller } from '../../../shared/domain/reseller/reseller.ts';
import type { CustomerTenantId, ResellerTenantId } from '../../../shared/ids.ts';
import type { CustomerFacets, CustomerQuery, CustomerSort } from '../../../shared/ports/mirror.ts';
import type { AssociationMap } from './association-map.ts';
import type { CustomerIndex, Hits } from './customer-index.ts';
import { sortedRows } from './customer-orders.ts';
import { fold, wordsOf } from './fold.ts';

/** All that a question about the list may need, loaded. */
export interface SearchedList {
  readonly index: CustomerIndex;
  readonly associations: AssociationMap;
  readonly facts: ReadonlyMap<CustomerTenantId, { readonly country: string; readonly isRead: boolean }>;
  readonly resellers: readonly Reseller[];
  /** Another text whenever any of them changed. */
  readonly stamp: string;
}

const byName: CustomerSort = { by: 'name', isDescending: false };

/** Whether a question needs more than the folded text and the order of names. */
export const isPlain = ({ reseller, country, relationship, ids, isUnread, sort, countries }: CustomerQuery): boolean =>
  reseller === undefined && country === undefined && relationship === undefined && ids === undefined && countries === undefined &&
  isUnread !== true &&
  (sort === undefined || (sort.by === 'name' && !sort.isDescending));

/** Answers the questions of the list of customers: words over names, domains, ids, resellers and countries; filters; orders. */
export class CustomerFinder {
  private stamp = '';
  private index: CustomerIndex | undefined;
  private readonly orders = new Map<string, Uint32Array<ArrayBuffer>>();
  private relationships: readonly string[] = [];
  private resellers: WiderNames['resellers'] = [];

  find(list: SearchedList, query: CustomerQuery): Hits {
    this.renew(list);
    const order = this.order(list, query);
    const marks = this.marks(list, query);
    const rows: number[] = [];
    let total = 0;
    for (const row of order) {
      if (marks[row] !== 1) continue;
      if (total >= query.offset && rows.length < query.limit) rows.push(row);
      total += 1;
    }
    return { rows, total };
  }

  facets(list: SearchedList): CustomerFacets {
    this.renew(list);
    const counts = new Map<string, number>();
    for (const [id, { country }] of list.facts) {
      if (country !== '' && list.index.rowOf(id) >= 0) counts.set(country, (counts.get(country) ?? 0) + 1);
    }
    const relationships = new Set<string>();
    for (const row of list.index.search([], 0, Infinity).rows) relationships.add(this.relationships[row] ?? '');
    return {
      countries: [...counts].map(([iso2, count]) => ({ iso2, count })),
      relationships: [...relationships].filter((one) => one !== '').toSorted(),
    };
  }

  private renew(list: SearchedList): void {
    if (this.stamp === list.stamp && this.index === list.index) return;
    this.stamp = list.stamp;
    this.index = list.index;
    this.orders.clear();
    this.resellers = list.resellers.map(({ id, name, partnerId }) => ({ id, text: `${fold(name)}\n${partnerId}` }));
    this.relationships = Array.from({ length: list.index.rowNumbers }, (_unused, row) => list.index.row(row).relationship);
  }

  private order(list: SearchedList, { sort = byName, countries = [] }: CustomerQuery): Uint32Array<ArrayBuffer> {
    // only the order of countries depends on the language
    const language = sort.by === 'country' ? countries.map(({ iso2 }) => iso2).join('') : '';
    const key = `${sort.by} ${sort.isDescending} ${language}`;
    const known = this.orders.get(key);
    if (known !== undefined) return known;
    const made = sortedRows(list, sort, countries);
    this.orders.set(key, made);
    return made;
  }

  /** By row: 1 for a hit. Dead rows are in no order, so it does not matter how they are marked. */
  private marks(list: SearchedList, query: CustomerQuery): Uint8Array {
    const { index } = list;
    const marks = new Uint8Array(index.rowNumbers);
    const words = wordsOf(query.text);
    if (words.length === 0) marks.fill(1);
    else {
      const countries = new Map(query.countries?.map(({ iso2, name }) => [iso2, foldedOnce(name)]));
      if (query.countries === undefined) index.mark(words, marks);
      else markWider(list, words, { resellers: this.resellers, countries }, marks);
    }
    for (const mask of this.filters(list, query)) {
      for (let row = 0; row < marks.length; row += 1) if (mask[row] !== 1) marks[row] = 0;
    }
    return marks;
  }

  private filters(list: SearchedList, { reseller, country, relationship, ids, isUnread }: CustomerQuery): readonly Uint8Array[] {
    const { index, associations, facts } = list;
    const masks: Uint8Array[] = [];
    const of = (rows: Iterable<number>): Uint8Array => {
      const mask = new Uint8Array(index.rowNumbers);
      for (const row of rows) if (row >= 0) mask[row] = 1;
      return mask;
    };
    if (reseller === 'none') masks.push(of(associations.rowsWithout(index)));
    else if (reseller !== undefined) masks.push(of(associations.rowsOf(reseller, index)));
    if (country !== undefined) {
      const isWanted = (known: string): boolean => (country === 'unknown' ? known !== '' : known === country);
      const read = of([...facts].filter(([, fact]) => isWanted(fact.country)).map(([id]) => index.rowOf(id)));
      masks.push(country === 'unknown' ? read.map((one) => 1 - one) : read);
    }
    if (relationship !== undefined) masks.push(Uint8Array.from(this.relationships, (one) => (one === relationship ? 1 : 0)));
    if (isUnread === true) masks.push(of([...facts].filter(([, { isRead }]) => isRead).map(([id]) => index.rowOf(id))).map((one) => 1 - one));
    if (ids !== undefined) masks.push(of(ids.map((id) => index.rowOf(id))));
    return masks;
  }
}

/** What a word is looked for in besides the rows themselves, folded once. */
interface WiderNames {
  readonly resellers: readonly { readonly id: ResellerTenantId; readonly text: string }[];
  readonly countries: ReadonlyMap<string, string>;
}

const foldedNames = new Map<string, string>();
/** Names of countries come with every question and are always the same few. */
function foldedOnce(name: string): string {
  const known = foldedNames.get(name);
  if (known !== undefined) return known;
  const folded = fold(name);
  foldedNames.set(name, folded);
  return folded;
}

/** Marks the rows that have a word in the name or Partner ID of a reseller, or in the name of the country; false when none has. */
function markNamed(list: SearchedList, word: string, names: WiderNames, marks: Uint8Array): boolean {
  const { index, associations, facts } = list;
  const ids = new Set(names.resellers.filter(({ text }) => text.includes(word)).map(({ id }) => id));
  const codes = new Set([...names.countries].filter(([, name]) => name.includes(word)).map(([iso2]) => iso2));
  let isAny = associations.mark(ids, index, marks);
  if (codes.size === 0) return isAny;
  for (const [id, { country }] of facts) {
    const row = codes.has(country) ? index.rowOf(id) : -1;
    if (row < 0) continue;
    marks[row] = 1;
    isAny = true;
  }
  return isAny;
}

/** Marks the rows that have each word somewhere: among their own, or in the names of their resellers and country. */
function markWider(list: SearchedList, words: readonly string[], names: WiderNames, marks: Uint8Array): void {
  const { index } = list;
  const named = words.map(() => new Uint8Array(marks.length));
  const isAny = words.map((word, place) => markNamed(list, word, names, named[place] ?? marks)).includes(true);
  // nearly always: one pass over the text looks for all words at once
  if (!isAny) return index.mark(words, marks);
  marks.fill(1);
  for (const [place, word] of words.entries()) {
    const has = named[place] ?? marks;
    index.mark([word], has);
    for (let row = 0; row < marks.length; row += 1) if (has[row] !== 1) marks[row] = 0;
  }
}
