import type { Identity } from '../../../shared/domain/customer/duplicates.ts';
import type { Reseller } from '../../../shared/domain/reseller/reseller.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import type { CustomerFacets, CustomerPage, CustomerQuery, CustomerRow, CustomerTwin } from '../../../shared/ports/mirror.ts';
import { AssociationMap } from './association-map.ts';
import { CustomerFacts } from './customer-facts.ts';
import { CustomerFinder, isPlain } from './customer-find.ts';
import type { SearchedList } from './customer-find.ts';
import { CustomerIndex } from './customer-index.ts';
import { twinsIn } from './customer-twins.ts';
import { wordsOf } from './fold.ts';
import { readDocument, writeDocument } from './mirror-database.ts';
import type { MirrorDatabase } from './mirror-database.ts';
import { unpackPage } from './packed-page.ts';
import type { FirstRows, ListGeneration, OverlayRow } from './records.ts';

const FIRST_ROWS = 100;
const MOST_TWINS = 5;

/** What is in memory once the list was needed beyond its first rows. */
export interface LoadedList {
  index: CustomerIndex;
  readonly associations: AssociationMap;
  readonly facts: CustomerFacts;
}

/** Puts rows made or changed here over the pulled ones. */
export function layOver(index: CustomerIndex, rows: readonly OverlayRow[]): void {
  const differing = rows.filter(({ id, name, domain, relationship }) => {
    const row = index.rowOf(id);
    if (row < 0) return true;
    const known = index.row(row);
    return known.name !== name || known.domain !== domain || known.relationship !== relationship;
  });
  if (differing.length > 0) index.append(differing);
}

/** The index of a generation: the saved one as far as it goes, the rest from the packed pages. */
export async function readIndex(database: MirrorDatabase, list: ListGeneration | undefined): Promise<CustomerIndex> {
  if (list === undefined) return new CustomerIndex();
  const { generation, pages } = list;
  const saved = await readDocument(database, 'index');
  const isUsable = saved !== undefined && saved.generation === generation && saved.pages <= pages;
  const index = isUsable ? CustomerIndex.load(saved) : new CustomerIndex();
  const covered = isUsable ? saved.pages : 0;
  const rest = await database.pages.where('[generation+number]').between([generation, covered], [generation, pages]).toArray();
  for (const page of rest) index.append(unpackPage(page.bytes));
  return index;
}

/**
 * The customer list as the screens ask for it. A cold start answers the first rows from one small record; the index
 * is loaded after that, and by anything that needs more.
 */
export class CustomerList {
  private readonly database: MirrorDatabase;
  readonly facts: CustomerFacts;
  private readonly tellCountries: () => void;
  private readonly finder = new CustomerFinder();
  private resellers: Promise<readonly Reseller[]> | undefined;
  private resellersVersion = 0;
  private loading: Promise<LoadedList> | undefined;
  private isLoaded = false;
  private generation = 0;
  private areCountriesAsked = false;

  /** `tellCountries`: the countries of the customers are known now. */
  constructor(database: MirrorDatabase, tellCountries: () => void) {
    this.database = database;
    this.facts = new CustomerFacts(database);
    this.tellCountries = tellCountries;
  }

  /** Index and associations, read from the database the first time. */
  loaded(): Promise<LoadedList> {
    this.loading ??= this.load();
    return this.loading;
  }

  async page(query: CustomerQuery): Promise<CustomerPage> {
    const first = await this.firstPage(query);
    if (first !== undefined) return first;
    const list = await this.loaded();
    this.learnCountries();
    if (isPlain(query)) return pageOf(list, query);
    const { rows, total } = this.finder.find(await this.searched(list), query);
    return { rows: rows.map((row) => rowOf(list, row)), total };
  }

  async facets(): Promise<CustomerFacets> {
    return this.finder.facets(await this.searched(await this.loaded()));
  }

  /** The list of resellers is another one now. */
  forgetResellers(): void {
    this.resellers = undefined;
    this.resellersVersion += 1;
  }

  async row(id: CustomerTenantId): Promise<CustomerRow | undefined> {
    const list = await this.loaded();
    const row = list.index.rowOf(id);
    return row < 0 ? undefined : rowOf(list, row);
  }

  /** Customers that may be the one that is described, the surest first. */
  async twins(asked: Identity): Promise<readonly CustomerTwin[]> {
    const list = await this.loaded();
    const numbered = (await this.facts.withNumber(asked.registrationNumber)).map((id) => list.index.rowOf(id)).filter((row) => row >= 0);
    return twinsIn(list.index, asked, numbered, MOST_TWINS).map(({ row, why }) => ({ row: rowOf(list, row), why }));
  }

  /** Rewrites the record a cold start reads. */
  async saveFirstRows(): Promise<void> {
    await writeDocument(this.database, 'first', firstRowsOf(await this.loaded()));
  }

  /** Writes the index and the first rows as they are now. */
  async save({ generation, pages }: ListGeneration): Promise<void> {
    const { index } = await this.loaded();
    await writeDocument(this.database, 'index', index.save(generation, pages));
    await this.saveFirstRows();
  }

  /** Resolves when nothing is being read. */
  async idle(): Promise<void> {
    await this.loading;
  }

  forget(): void {
    this.loading = undefined;
    this.isLoaded = false;
    this.areCountriesAsked = false;
    this.facts.forget();
  }

  /** Beside the first answer, which does not wait for it: rows are told again once the countries are known. */
  private learnCountries(): void {
    if (this.areCountriesAsked) return;
    this.areCountriesAsked = true;
    // a failure reaches the question that needs them
    void this.facts.loaded().then((facts) => facts.size > 0 && this.tellCountries()).catch(() => undefined);
  }

  /** Everything a question may need; the countries are waited for here only. */
  private async searched({ index, associations }: LoadedList): Promise<SearchedList> {
    this.resellers ??= readDocument(this.database, 'resellers').then((read) => read ?? []);
    const [facts, resellers] = await Promise.all([this.facts.loaded(), this.resellers]);
    const stamp = [index.version, associations.version, this.facts.version, this.resellersVersion, this.generation].join(' ');
    return { index, associations, facts, resellers, stamp };
  }

  private async firstPage(query: CustomerQuery): Promise<CustomerPage | undefined> {
    const { text, resellerId, offset, limit } = query;
    const { countries: _, ...rest } = query;
    if (this.isLoaded || resellerId !== undefined || !isPlain(rest) || text.trim() !== '') return undefined;
    const first = await readDocument(this.database, 'first');
    if (first === undefined) return undefined;
    if (offset + limit > first.rows.length && first.rows.length < first.total) return undefined;
    // the rest of the list is read once this answer is out; a failure reaches the first call that needs it
    setTimeout(() => void this.loaded().catch(() => undefined), 0);
    return { rows: first.rows.slice(offset, offset + limit), total: first.total };
  }

  private async load(): Promise<LoadedList> {
    const { database } = this;
    const list = await readDocument(database, 'list');
    const index = await readIndex(database, list?.current ?? list?.next);
    const overlay = await database.rows.toArray();
    const associations = new AssociationMap();
    associations.load(await database.associations.toArray());
    for (const row of overlay) for (const resellerId of row.resellerIds) associations.add(resellerId, row.id);
    layOver(index, overlay);
    this.isLoaded = true;
    this.generation += 1;
    return { index, associations, facts: this.facts };
  }
}

function rowOf({ index, associations, facts }: LoadedList, row: number): CustomerRow {
  const listed = index.row(row);
  const country = facts.countryOf(listed.id);
  return { ...listed, resellerIds: associations.resellersOf(row, index), ...(country === undefined ? {} : { country }) };
}

function pageOf(list: LoadedList, { text, resellerId, offset, limit }: CustomerQuery): CustomerPage {
  const among = resellerId === undefined ? undefined : list.associations.rowsOf(resellerId, list.index);
  const { rows, total } = list.index.search(wordsOf(text), offset, limit, among);
  return { rows: rows.map((row) => rowOf(list, row)), total };
}

/** What a cold start is to show of a list. */
export const firstRowsOf = (list: LoadedList): FirstRows => pageOf(list, { text: '', offset: 0, limit: FIRST_ROWS });
