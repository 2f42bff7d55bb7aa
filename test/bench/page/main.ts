import { coldOpen } from './cold-open.ts';
import { pullIntoMirror } from './mirror-pull.ts';
import { pageBytes } from './page-bytes.ts';
import { parseOnly, pullIntoPlainStore } from './plain-pull.ts';
import { importSheet, parseSheetInWindow } from './price-list.ts';
import { listResellers, searchResellers, storeInMirror, storePlainly } from './resellers.ts';
import { searchBoth } from './search.ts';

/** A cold open begins with the navigation, before the bench asks for anything. */
function openedFor(hash: string): Promise<number> {
  if (hash === '#open-mirror') return coldOpen('mirror');
  return hash === '#open-plain' ? coldOpen('plain') : Promise.resolve(0);
}

/** What the bench asks of its page. */
const bench = {
  pullIntoMirror: async (count: number) => pullIntoMirror(await pageBytes(count)),
  pullIntoPlainStore: async (count: number) => pullIntoPlainStore(await pageBytes(count)),
  parseOnly: async (count: number) => parseOnly(await pageBytes(count)),
  search: async (count: number, keystrokes: readonly string[], passes: number) =>
    searchBoth(await pageBytes(count), keystrokes, passes),
  storeResellersInMirror: async (count: number) => storeInMirror(await pageBytes(count)),
  storeResellersPlainly: storePlainly,
  importSheet,
  parseSheetInWindow,
  listResellers,
  searchResellers,
  opened: openedFor(location.hash),
};
export type Bench = typeof bench;

declare global {
  var bench: Bench;
}
globalThis.bench = bench;
