import { parsePage, plainRow } from './plain-row.ts';
import type { PlainRow } from './plain-row.ts';

export interface ScanRequest {
  readonly id: number;
  readonly text: string;
  readonly limit: number;
}
export interface ScanReply {
  readonly id: number;
  readonly total: number;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly domain: string }[];
}

/** The textbook way to ignore case and accents. */
const plainFold = (text: string): string => text.normalize('NFD').replaceAll(/[\u0300-\u036F]/gu, '').toLowerCase();

/** Every customer has it, so neither side searches it: a part of it would find everybody. */
const tail = '.onmicrosoft.com';
const tails = Array.from(tail, (_letter, place) => tail.slice(0, tail.length - place));
const withoutTail = (word: string): string => {
  const typed = tails.find((part) => word.endsWith(part));
  return typed === undefined ? word : word.slice(0, -typed.length);
};

const textOf = ({ id, companyProfile: { companyName, domain } }: PlainRow): string =>
  `${plainFold(companyName)}\t${plainFold(domain).replace(/\.onmicrosoft\.com$/u, '')}\t${id}\n`;

/** All rows by name, one text with a line a row, and where each line starts. */
let rows: readonly PlainRow[] = [];
let text = '';
let starts = new Uint32Array(1);

function take(pages: readonly Uint8Array[]): void {
  const lines = pages
    .flatMap(parsePage)
    .map(plainRow)
    .map((row) => ({ row, line: textOf(row) }))
    .toSorted((a, b) => (a.line < b.line ? -1 : 1));
  rows = lines.map(({ row }) => row);
  text = lines.map(({ line }) => line).join('');
  starts = new Uint32Array(lines.length + 1);
  lines.forEach(({ line }, number) => {
    starts[number + 1] = (starts[number] ?? 0) + line.length;
  });
}

function lineAt(position: number): number {
  let low = 0;
  let high = rows.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle;
  }
  return low;
}

/** Every match counted, the first ones brought back. */
function scan(request: ScanRequest): ScanReply {
  const [first = '', ...others] = plainFold(request.text).split(' ').map(withoutTail).filter((word) => word !== '');
  const found: ScanReply['rows'][number][] = [];
  let total = 0;
  let next = 0;
  for (let hit = text.indexOf(first); hit >= 0; hit = text.indexOf(first, next)) {
    const number = lineAt(hit);
    next = starts[number + 1] ?? text.length;
    const line = others.length === 0 ? '' : text.slice(starts[number], next);
    if (!others.every((word) => line.includes(word))) continue;
    total += 1;
    const row = rows[number];
    if (found.length < request.limit && row !== undefined) {
      found.push({ id: row.id, name: row.companyProfile.companyName, domain: row.companyProfile.domain });
    }
  }
  return { id: request.id, total, rows: found };
}

self.addEventListener('message', (event: MessageEvent<readonly Uint8Array[] | ScanRequest>) => {
  if ('text' in event.data) return self.postMessage(scan(event.data));
  take(event.data);
  self.postMessage({ id: 0, total: rows.length, rows: [] } satisfies ScanReply);
});
