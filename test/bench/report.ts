import type { AllMeasured, Measured, MeasuredResellers } from './measure.ts';
import { median, quantile, rounded, table } from './statistics.ts';

export interface Report {
  readonly text: string;
  readonly json: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly missed: number;
}

type Figures = Readonly<Record<string, number>>;

const perSecond = (size: number, times: readonly number[]): number => rounded((size / median(times)) * 1000);

function pullFigures({ size, pull, plainPull, parse }: Measured): Figures {
  return {
    median: perSecond(size, pull),
    baseline: perSecond(size, plainPull),
    ratio: rounded(median(plainPull) / median(pull)),
    parseOnly: perSecond(size, parse),
    ratioToParseOnly: rounded(median(parse) / median(pull)),
  };
}

function coldFigures({ coldOpen, plainColdOpen }: Measured, smallest: Measured): Figures {
  return {
    median: rounded(median(coldOpen)),
    baseline: rounded(median(smallest.coldOpen)),
    ratio: rounded(median(coldOpen) / median(smallest.coldOpen)),
    plainStore: rounded(median(plainColdOpen)),
  };
}

function searchFigures({ search: { passes, missed, keystrokes } }: Measured): Figures {
  const over = (of: 'mirror' | 'plain', share: number): number => median(passes.map((pass) => quantile(pass[of], share)));
  return {
    median: rounded(over('mirror', 0.95)),
    baseline: rounded(over('plain', 0.95)),
    ratio: rounded(over('mirror', 0.95) / over('plain', 0.95)),
    p50: rounded(over('mirror', 0.5)),
    baselineP50: rounded(over('plain', 0.5)),
    missed,
    keystrokes,
  };
}

function listFigures({ list, plainList }: MeasuredResellers): Figures {
  return { median: rounded(median(list)), baseline: rounded(median(plainList)), ratio: rounded(median(list) / median(plainList)) };
}

function resellerSearchFigures({ passes }: MeasuredResellers): Figures {
  const over = (of: 'ours' | 'plain'): number => median(passes.map((pass) => quantile(pass[of], 0.95)));
  const missed = passes[0]?.missed ?? Number.NaN;
  return {
    median: rounded(over('ours')), baseline: rounded(over('plain')), ratio: rounded(over('ours') / over('plain')),
    missed, keystrokes: passes[0]?.ours.length ?? 0,
  };
}

const pick = (figures: Figures | undefined, name: string): string => String(figures?.[name] ?? '');

/** The table for people and the one object for machines. Ratios are of ours to the baseline named in the table. */
export function report({ sizes: all, resellers }: AllMeasured): Report {
  const json: Record<string, Figures> = {};
  const rows: string[][] = [['', 'ours', 'baseline', 'ratio', 'bar', 'also']];
  const add = (name: string, figures: Figures, cells: readonly string[]): void => {
    json[name] = figures;
    rows.push([name, pick(figures, 'median'), pick(figures, 'baseline'), pick(figures, 'ratio'), ...cells]);
  };
  const [smallest] = all;
  if (smallest === undefined) throw new Error('nothing was measured');
  for (const one of all) {
    const figures = pullFigures(one);
    add(`pull-and-store ${one.size}`, figures, ['>= 1.5', `JSON.parse alone: ${pick(figures, 'parseOnly')} rows/s`]);
  }
  for (const one of all) {
    const figures = coldFigures(one, smallest);
    add(`cold open ${one.size}`, figures, ['<= 1.3', `plain store: ${pick(figures, 'plainStore')} ms`]);
  }
  for (const one of all) {
    const figures = searchFigures(one);
    const found = `missed ${pick(figures, 'missed')} in ${pick(figures, 'keystrokes')} keystrokes`;
    const middles = `p50 ${pick(figures, 'p50')} to ${pick(figures, 'baselineP50')} ms`;
    add(`search ${one.size}`, figures, ['<= 2', `${found}; ${middles}`]);
  }
  const list = listFigures(resellers);
  add('2,000 resellers: list', list, ['<= 1', `over ${resellers.customers} customers`]);
  const searched = resellerSearchFigures(resellers);
  add('2,000 resellers: search', searched, ['<= 1', `differs in ${pick(searched, 'missed')} of ${pick(searched, 'keystrokes')} keystrokes`]);
  const legend = [
    'pull-and-store: rows/s, first page handed to the store worker to last commit, saved index included;',
    '  baseline: Dexie in a worker, one row a record, five indexes, bulkPut of 500, the same bytes',
    `cold open: ms from navigation in a new browser process to 50 rows on screen; baseline: ours at ${smallest.size} rows`,
    'search: ms a keystroke at p95, asked from the window, every match counted, 50 rows brought back;',
    '  baseline: indexOf over one folded text of all rows by name, also in a worker; both search name, domain and tenant id,',
    '  without the tail .onmicrosoft.com that every domain has; missed: rows the baseline finds and ours does not',
    '2,000 resellers: list: ms in a new browser process from opening the store to every row, customers counted, last activity known;',
    '  baseline: Dexie, one row a record, one count and one look at the newest subscription by index for each reseller',
    '2,000 resellers: search: ms a keystroke at p95, in the window, every match in order of name;',
    '  baseline: each keystroke folds, filters and sorts all rows, with one collator',
  ];
  const missed = all.reduce((sum, { search }) => sum + search.missed, searched['missed'] ?? 0);
  return { text: `\n${table(rows)}\n\n${legend.join('\n')}\n`, json, missed };
}
