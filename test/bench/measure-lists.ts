import type { Setting } from './measure.ts';
import type { ImportRun } from './page/price-list.ts';

/** Rows of the sheet that is imported. */
export const sheetRows = 500_000;

export interface MeasuredLists {
  readonly imports: readonly ImportRun[];
  readonly plain: readonly ImportRun[];
}

/** Imports a price sheet, and reads it on the window's thread, in turn, each in a new browser process on a new profile. */
export async function measureLists({ plan, profiles, url, print }: Setting): Promise<MeasuredLists> {
  const imports: ImportRun[] = [];
  const plain: ImportRun[] = [];
  for (let run = 0; run < plan.plainRuns; run += 1) {
    const profile = profiles.fresh();
    imports.push(await profiles.visit(profile, url, (page) => page.evaluate((count) => globalThis.bench.importSheet(count), sheetRows)));
    plain.push(await profiles.visit(profile, url, (page) => page.evaluate((count) => globalThis.bench.parseSheetInWindow(count), sheetRows)));
    profiles.drop(profile);
  }
  print(`  price sheet of ${sheetRows} rows imported`);
  return { imports, plain };
}
