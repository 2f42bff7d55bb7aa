import { openMirror } from '../../../renderer/data/mirror/open-mirror.ts';
import { benchAccount } from './account.ts';
import type { ScanReply, ScanRequest } from './plain-scan-worker.ts';

const SHOWN = 50;
const CHECKED = 2000;

/** Milliseconds of each keystroke, one pass over all of them, each search in a worker and its rows brought back. */
export interface SearchPass {
  readonly mirror: readonly number[];
  readonly plain: readonly number[];
}
export interface SearchResult {
  readonly passes: readonly SearchPass[];
  /** Matches that a look at every row finds and the mirror does not. */
  readonly missed: number;
  readonly keystrokes: number;
}

interface Found {
  readonly total: number;
  readonly rows: readonly { readonly id: string }[];
}
type Search = (text: string, limit: number) => Promise<Found>;

async function plainSearch(pages: readonly Uint8Array[]): Promise<Search> {
  const worker = new Worker(new URL('./plain-scan-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (reply: ScanReply) => void>();
  worker.addEventListener('message', (event: MessageEvent<ScanReply>) => {
    waiting.get(event.data.id)?.(event.data);
    waiting.delete(event.data.id);
  });
  const ask = (message: readonly Uint8Array[] | ScanRequest, id: number): Promise<ScanReply> =>
    new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage(message);
    });
  await ask(pages, 0);
  let lastId = 0;
  return (text, limit) => {
    lastId += 1;
    return ask({ id: lastId, text, limit }, lastId);
  };
}

async function timed(search: Search, keystrokes: readonly string[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const text of keystrokes) {
    const startedAt = performance.now();
    await search(text, SHOWN);
    times.push(performance.now() - startedAt);
  }
  return times;
}

async function missedIn(ours: Search, plain: Search, text: string): Promise<number> {
  const [found, expected] = [await ours(text, CHECKED), await plain(text, CHECKED)];
  const ids = new Set(found.rows.map((row) => row.id));
  const absent = expected.total <= CHECKED ? expected.rows.filter((row) => !ids.has(row.id)).length : 0;
  return Math.max(absent, expected.total - found.total);
}

/** Types every keystroke against the mirror and against a plain scan of every row, in turn; checks what was found. */
export async function searchBoth(
  pages: readonly Uint8Array[], keystrokes: readonly string[], passCount: number,
): Promise<SearchResult> {
  const mirror = await openMirror(benchAccount);
  const ours: Search = (text, limit) => mirror.customers({ text, offset: 0, limit });
  const plain = await plainSearch(pages);
  let missed = 0;
  for (const text of new Set(keystrokes)) missed += await missedIn(ours, plain, text);
  const passes: SearchPass[] = [];
  for (let pass = 0; pass < passCount; pass += 1) {
    passes.push({ mirror: await timed(ours, keystrokes), plain: await timed(plain, keystrokes) });
  }
  return { passes, missed, keystrokes: keystrokes.length };
}
