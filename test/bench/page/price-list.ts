import Papa from 'papaparse';
import { openMirror } from '../../../renderer/data/mirror/open-mirror.ts';
import { numberedRow, numberedSheet } from '../../data/mirror/price-sheet-text.ts';
import { benchAccount } from './account.ts';

/** One import: how long it took, and how far apart the window's frames were meanwhile. */
export interface ImportRun {
  readonly ms: number;
  readonly rows: number;
  readonly gaps: readonly number[];
}

/** Measures the gaps between frames until it is told to stop. */
function watchFrames(): () => readonly number[] {
  const gaps: number[] = [];
  let last = performance.now();
  let handle = 0;
  const frame = (): void => {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
    handle = requestAnimationFrame(frame);
  };
  handle = requestAnimationFrame(frame);
  return () => {
    cancelAnimationFrame(handle);
    // the one that the work's end cut off counts too
    return [...gaps, performance.now() - last];
  };
}

async function watched(work: () => Promise<number>): Promise<ImportRun> {
  const stop = watchFrames();
  const startedAt = performance.now();
  const rows = await work();
  const ms = performance.now() - startedAt;
  return { ms, rows, gaps: stop() };
}

/** The straightforward way: papaparse in the window, chunk by chunk of the file, each row an object by column; nothing is stored. */
const parsedInWindow = (file: File): Promise<number> =>
  new Promise((resolve, reject) => {
    let rows = 0;
    Papa.parse<object>(file, {
      header: true,
      skipEmptyLines: true,
      chunk: ({ data }) => {
        rows += data.length;
      },
      complete: () => resolve(rows),
      error: reject,
    });
  });

const fileOf = (count: number): File => new File([numberedSheet(count)], 'Nov_NCE_LicenseBasedPL_GA_IT.csv');

/** Imports a sheet through the store worker, as the app does; its last row must be found afterwards. */
export async function importSheet(count: number): Promise<ImportRun> {
  const mirror = await openMirror(benchAccount);
  const file = fileOf(count);
  const run = await watched(async () => {
    const end = await mirror.importPriceList({ name: file.name, content: file });
    if (end.kind === 'cancelled' || !end.result.ok) throw new Error(`the import failed: ${JSON.stringify(end)}`);
    return end.result.value.rows;
  });
  const { ProductId: productId = '', SkuId: skuId = '' } = numberedRow(count - 1);
  const { prices } = await mirror.skuInLists({ productId, skuId });
  if (prices.length !== 1) throw new Error('the last row of the list is not there');
  return run;
}

/** Reads the same sheet on the window's own thread. */
export const parseSheetInWindow = async (count: number): Promise<ImportRun> => {
  const file = fileOf(count);
  return watched(() => parsedInWindow(file));
};
