import { csvLines } from '../csv-lines.ts';
import type { CsvLine } from '../csv-lines.ts';
import { withPlainLines } from '../letter/letter.ts';
import { readHeading, readLanguage } from './candidate-words.ts';
import type { CandidateField } from './candidate-words.ts';
import { maximumCandidates } from './candidates.ts';
import type { Candidate } from './candidates.ts';

/** A candidate and the line of the text it was read from, counted from one. */
export interface ReadCandidate extends Candidate {
  readonly line: number;
}

export interface CandidatesRead {
  readonly rows: readonly ReadCandidate[];
  /** Lines for which there was no room, as they were. */
  readonly leftOver: string;
  readonly leftOverLines: number;
  /** Headings of columns that say nothing we need. */
  readonly unusedColumns: readonly string[];
}

type Columns = readonly (CandidateField | undefined)[];

/** The first line as headings: two of its cells name fields, or one does and no address stands in the line. */
function headingsOf({ cells }: CsvLine): Columns | undefined {
  const columns = cells.map(readHeading);
  const named = columns.filter((field) => field !== undefined).length;
  const hasAddress = cells.some((cell) => cell.includes('@'));
  return named > 0 && !hasAddress && (named > 1 || cells.length === 1) ? columns : undefined;
}

const empty: Candidate = { name: '', email: '', language: '', partnerId: '' };

function byHeadings({ cells }: CsvLine, columns: Columns): Candidate {
  const valueOf = (field: CandidateField): string =>
    cells.filter((cell, index) => columns[index] === field && cell !== '').join(' ');
  const named = { name: valueOf('name'), email: valueOf('email'), language: valueOf('language'), partnerId: valueOf('partnerId') };
  const inside = addressIn(named.email);
  return inside === undefined ? withName(named) : withName({ ...named, email: inside.email, name: named.name || inside.name });
}

const inBrackets = /^(.*?)<\s*([^<>]*@[^<>]*?)\s*>$/su;

/** `Name <a@b.c>`, as mail clients write a recipient. */
function addressIn(cell: string): { readonly name: string; readonly email: string } | undefined {
  const [, name, email] = inBrackets.exec(cell) ?? [];
  return name === undefined || email === undefined ? undefined : { name: name.trim().replaceAll(/^["']+|["']+$/gu, ''), email };
}

/** Mail for everybody: the domain says nothing about the company. */
const publicMail = new Set([
  'gmail', 'googlemail', 'outlook', 'hotmail', 'live', 'msn', 'yahoo', 'icloud', 'libero', 'virgilio', 'tiscali', 'alice', 'pec',
  'legalmail', 'aruba', 'arubapec', 'gmx', 'web', 't-online', 'freenet', 'orange', 'wanadoo', 'free', 'laposte', 'telefonica',
]);
const secondLevels = new Set(['co', 'com', 'org', 'net']);

/** A company's name as far as its mail domain tells it: `info@alba-sistemi.it` is of "Alba Sistemi". */
export function nameFromAddress(email: string): string {
  const labels = email.slice(email.lastIndexOf('@') + 1).split('.');
  if (!email.includes('@') || labels.length < 2) return '';
  const own = labels.at(-2) ?? '';
  const label = secondLevels.has(own) && labels.length > 2 ? (labels.at(-3) ?? '') : own;
  if (publicMail.has(label.toLowerCase())) return '';
  return label.split(/[-_]+/u).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

const withName = (row: Candidate): Candidate => (row.name === '' ? { ...row, name: nameFromAddress(row.email) } : row);

const isNumber = (cell: string): boolean => /^\d{3,}$/u.test(cell);

/** Cells without headings, by what they look like; what looks like nothing is the name, and beside one the address. */
function byLooks(cells: readonly string[]): Candidate {
  let row = empty;
  const others: string[] = [];
  for (const cell of cells.filter((text) => text !== '')) {
    const address = addressIn(cell);
    if (row.email === '' && address !== undefined) row = { ...row, ...address };
    else if (row.email === '' && cell.includes('@')) row = { ...row, email: cell };
    else if (row.partnerId === '' && isNumber(cell)) row = { ...row, partnerId: cell };
    else if (row.language === '' && others.length > 0 && readLanguage(cell) !== undefined) row = { ...row, language: cell };
    else others.push(cell);
  }
  const [first = '', second = '', ...rest] = others;
  if (row.email === '' && second !== '') return { ...row, name: [first, ...rest].join(' '), email: second };
  return withName({ ...row, name: [row.name, ...others].filter((text) => text !== '').join(' ') });
}

/** A line of several recipients, as it is copied from a mail client, is one candidate each. */
function candidatesOf(line: CsvLine, columns: Columns | undefined): readonly Candidate[] {
  if (columns !== undefined) return [byHeadings(line, columns)];
  const addressed = line.cells.filter((cell) => cell.includes('@'));
  const filledCells = line.cells.filter((cell) => cell !== '');
  const isList = addressed.length > 1 && addressed.length === filledCells.length;
  return isList ? filledCells.map((cell) => byLooks([cell])) : [byLooks(line.cells)];
}

/**
 * Candidates out of pasted lines or a CSV: comma, semicolon or tab; with headings in five languages or without; also
 * `Name <a@b.c>` and addresses alone. Nothing that stands in the text is dropped silently: a line that makes no sense
 * becomes a row with problems, and lines for which there is no room come back as they were.
 */
export function readCandidates(text: string, room = maximumCandidates): CandidatesRead {
  const plain = withPlainLines(text).replace(/^\uFEFF/u, '');
  const lines = csvLines(plain).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first] = lines;
  const columns = first === undefined ? undefined : headingsOf(first);
  const body = columns === undefined ? lines : lines.slice(1);
  const rows = body.flatMap((line) => candidatesOf(line, columns).map((row) => ({ ...row, line: line.number })));
  const nextLine = rows[room]?.line;
  const leftOver = nextLine === undefined ? '' : plain.split('\n').slice(nextLine - 1).join('\n').trimEnd();
  return {
    rows: rows.slice(0, room),
    leftOver,
    leftOverLines: leftOver === '' ? 0 : leftOver.split('\n').length,
    unusedColumns: columns === undefined ? [] : (first?.cells ?? []).filter((cell, index) => cell !== '' && columns[index] === undefined),
  };
}
