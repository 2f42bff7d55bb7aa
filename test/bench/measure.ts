import type { CustomerListRow } from '../../shared/partner-center/readers/customers.ts';
import { pageRows } from './customer-pages.ts';
import { keystrokesFor } from './keystrokes.ts';
import type { ResellerSearch } from './page/resellers.ts';
import type { SearchResult } from './page/search.ts';
import type { Profiles } from './profiles.ts';

export interface Plan {
  readonly sizes: readonly number[];
  readonly runs: number;
  /** Runs of the plain store: it takes most of the time. */
  readonly plainRuns: number;
  readonly passes: number;
  readonly coldRuns: number;
}
export interface Setting {
  readonly plan: Plan;
  readonly profiles: Profiles;
  readonly url: string;
  readonly rows: readonly CustomerListRow[];
  readonly print: (line: string) => void;
}

/** Milliseconds of every run at one number of rows. */
export interface Measured {
  readonly size: number;
  readonly pull: readonly number[];
  readonly plainPull: readonly number[];
  readonly parse: readonly number[];
  readonly coldOpen: readonly number[];
  readonly plainColdOpen: readonly number[];
  readonly search: SearchResult;
}

/** Milliseconds of 2,000 resellers over the largest list of customers. */
export interface MeasuredResellers {
  readonly customers: number;
  readonly list: readonly number[];
  readonly plainList: readonly number[];
  readonly passes: readonly ResellerSearch[];
}
export interface AllMeasured {
  readonly sizes: readonly Measured[];
  readonly resellers: MeasuredResellers;
}

interface Stores {
  readonly times: Pick<Measured, 'pull' | 'plainPull' | 'parse'>;
  /** Profiles that hold the rows, for cold open and search. */
  readonly mirror: string;
  readonly plain: string;
}

async function fill({ plan, profiles, url, print }: Setting, size: number): Promise<Stores> {
  // runs in the page: it may use nothing of this module
  const inPage = (profile: string, run: (pages: number) => Promise<number>): Promise<number> =>
    profiles.visit(profile, url, (page) => page.evaluate(run, size / pageRows));
  const [pull, plainPull, parse]: [number[], number[], number[]] = [[], [], []];
  let mirror = '';
  let plain = '';
  for (let run = 0; run < plan.runs; run += 1) {
    if (mirror !== '') profiles.drop(mirror);
    mirror = profiles.fresh();
    pull.push(await inPage(mirror, (count) => globalThis.bench.pullIntoMirror(count)));
    if (run < plan.plainRuns) {
      if (plain !== '') profiles.drop(plain);
      plain = profiles.fresh();
      plainPull.push(await inPage(plain, (count) => globalThis.bench.pullIntoPlainStore(count)));
    }
    parse.push(await inPage(mirror, (count) => globalThis.bench.parseOnly(count)));
  }
  print(`  ${size} rows stored`);
  return { times: { pull, plainPull, parse }, mirror, plain };
}

const open = ({ profiles, url }: Setting, profile: string, store: 'mirror' | 'plain'): Promise<number> =>
  profiles.visit(profile, `${url}/#open-${store}`, (page) => page.evaluate(() => globalThis.bench.opened));

/** Lists of resellers in new browser processes, ours and the plain one in turn; then the search in one of them. */
async function measureResellers({ plan, profiles, url, print }: Setting, size: number, { mirror, plain }: Stores): Promise<MeasuredResellers> {
  await profiles.visit(mirror, url, (page) => page.evaluate((count) => globalThis.bench.storeResellersInMirror(count), size / pageRows));
  await profiles.visit(plain, url, (page) => page.evaluate(() => globalThis.bench.storeResellersPlainly()));
  print('  resellers stored');
  const [list, plainList]: [number[], number[]] = [[], []];
  for (let run = 0; run < plan.coldRuns; run += 1) {
    list.push(await profiles.visit(mirror, url, (page) => page.evaluate(() => globalThis.bench.listResellers('mirror'))));
    plainList.push(await profiles.visit(plain, url, (page) => page.evaluate(() => globalThis.bench.listResellers('plain'))));
  }
  const passes = await profiles.visit(mirror, url, (page) =>
    page.evaluate((count) => globalThis.bench.searchResellers(count), Math.max(plan.passes, 5)));
  return { customers: size, list, plainList, passes };
}

/** Measures every size, then the resellers over the largest. */
export async function measure(setting: Setting): Promise<AllMeasured> {
  const { plan, profiles, url, rows, print } = setting;
  const stores: { readonly size: number; readonly filled: Stores; readonly cold: number[]; readonly plainCold: number[] }[] = [];
  for (const size of plan.sizes) stores.push({ size, filled: await fill(setting, size), cold: [], plainCold: [] });
  // the sizes of one store in turn: a browser that has just left the other store's large database slows the next one
  for (let run = 0; run < plan.coldRuns; run += 1) {
    for (const { filled, cold } of stores) cold.push(await open(setting, filled.mirror, 'mirror'));
  }
  for (let run = 0; run < plan.coldRuns; run += 1) {
    for (const { filled, plainCold } of stores) plainCold.push(await open(setting, filled.plain, 'plain'));
  }
  print('  cold opens done');
  const measured: Measured[] = [];
  for (const { size, filled, cold, plainCold } of stores) {
    const asked = { pages: size / pageRows, keystrokes: keystrokesFor(rows.slice(0, size)), passes: plan.passes };
    const search = await profiles.visit(filled.mirror, url, (page) =>
      page.evaluate(({ pages, keystrokes, passes }) => globalThis.bench.search(pages, keystrokes, passes), asked),
    );
    measured.push({ size, ...filled.times, coldOpen: cold, plainColdOpen: plainCold, search });
  }
  const largest = stores.at(-1);
  if (largest === undefined) throw new Error('no size was asked for');
  return { sizes: measured, resellers: await measureResellers(setting, largest.size, largest.filled) };
}
