import { sheetRows } from './measure-lists.ts';
import type { MeasuredLists } from './measure-lists.ts';
import type { ImportRun } from './page/price-list.ts';
import type { Report } from './report.ts';
import { median, quantile, rounded, table } from './statistics.ts';

const gapOf = (runs: readonly ImportRun[], share: number): number => rounded(median(runs.map(({ gaps }) => quantile(gaps, share))));
const rate = (runs: readonly ImportRun[]): number => rounded(median(runs.map(({ rows, ms }) => (rows / ms) * 1000)));

/** Frame gaps of the window while a price sheet is imported, beside those while it reads one itself. */
export function reportLists({ imports, plain }: MeasuredLists): Omit<Report, 'missed'> {
  const measures = { p50: gapOf(imports, 0.5), p99: gapOf(imports, 0.99), worst: gapOf(imports, 1), rowsPerSecond: rate(imports) };
  const baseline = { p50: gapOf(plain, 0.5), p99: gapOf(plain, 0.99), worst: gapOf(plain, 1), rowsPerSecond: rate(plain) };
  const line = (name: string, of: keyof typeof measures, bar: string): string[] =>
    [name, String(measures[of]), String(baseline[of]), String(rounded(measures[of] / baseline[of])), bar];
  const rows = [
    ['', 'ours', 'baseline', 'ratio', 'bar'],
    line(`price sheet ${sheetRows}: frame gap p50`, 'p50', ''),
    line(`price sheet ${sheetRows}: frame gap p99`, 'p99', '<= 1'),
    line(`price sheet ${sheetRows}: worst frame gap`, 'worst', '<= 0.5'),
    line(`price sheet ${sheetRows}: rows/s`, 'rowsPerSecond', ''),
  ];
  const legend = [
    'frame gaps: ms between two frames of the window (requestAnimationFrame) while a sheet of 19 columns is imported through the',
    '  store worker: read, checked, packed, indexed and stored; baseline: papaparse on the window’s own thread, the same file in its',
    '  own chunks, each row an object; nothing checked, nothing stored',
  ];
  return {
    text: `${table(rows)}\n\n${legend.join('\n')}\n`,
    json: {
      [`price sheet ${sheetRows}`]: {
        ...measures, baselineP99: baseline.p99, baselineWorst: baseline.worst, baselineRate: baseline.rowsPerSecond,
      },
    },
  };
}
