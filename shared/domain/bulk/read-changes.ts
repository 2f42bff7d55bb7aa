import { PartnerId } from '../../ids.ts';
import { csvLines } from '../csv-lines.ts';
import type { CsvLine } from '../csv-lines.ts';
import { readChangeHeading, readRenewal, readWantedStatus } from './change-words.ts';
import type { ChangeColumn } from './change-words.ts';
import type { SeatWish, Wish } from './wish.ts';

/** Why a line of a table cannot be used; the sentence is `bulk.line.<problem>`. */
export const lineProblems = [
  // what stands in the line
  'id-missing', 'seats-unreadable', 'seats-signed', 'seats-twice', 'auto-renew-unreadable', 'status-unreadable', 'name-too-long',
  'partner-id-unreadable', 'nothing-asked',
  // what it is matched with
  'subscription-unknown', 'customer-unknown', 'customer-not-read', 'other-customer', 'ambiguous', 'subscription-needed', 'contact-unknown', 'twice',
  'twice-partly', 'customer-ended',
] as const;
export type LineProblem = (typeof lineProblems)[number];

/** What a line asks for, with partners still as they were written. */
export interface LineWish extends Pick<Wish, 'seats' | 'autoRenew' | 'atTermEnd' | 'name' | 'status'> {
  readonly reseller?: PartnerId;
  /** A Partner ID, a tenant id, or a word for the provider itself. */
  readonly contact?: string;
}

type AskedCells = Partial<Record<Exclude<ChangeColumn, 'subscriptionId' | 'customer'>, string>>;

export interface ChangeLine {
  /** Where it stands in the file, counted from one. */
  readonly number: number;
  readonly subscriptionId?: string;
  /** Tenant id or domain. */
  readonly customer?: string;
  /** An id in a file without headings: nobody said of what. */
  readonly id?: string;
  readonly wish: LineWish;
  /** What it asks, as it was written: also what could not be read. */
  readonly cells: AskedCells;
  readonly problem?: LineProblem;
}

export interface ChangesRead {
  readonly lines: readonly ChangeLine[];
  /** Columns that were understood, in their order. */
  readonly columns: readonly ChangeColumn[];
  /** Headings of columns that say nothing that is changed here. */
  readonly unusedColumns: readonly string[];
}

/** A cell as it was before a spreadsheet was kept from running it as a formula (csv-text.ts). */
const plainCell = (cell: string): string => (/^'[=+\-@\t＝＋－＠]/u.test(cell) ? cell.slice(1) : cell);

type Cells = Partial<Record<ChangeColumn, string>>;
interface Read<Value> {
  readonly value?: Value;
  readonly problem?: LineProblem;
}

const wholeNumber = /^\d{1,8}$/u;

/** A sign is refused: spreadsheets drop it, and "five more" would become "five". There is a column for seats to add. */
function readSeats({ seats, addSeats }: Cells): Read<SeatWish> {
  const asked = seats ?? addSeats;
  if (asked === undefined) return {};
  if (seats !== undefined && addSeats !== undefined) return { problem: 'seats-twice' };
  if (/^[+-]/u.test(asked)) return { problem: 'seats-signed' };
  if (!wholeNumber.test(asked) || Number(asked) === 0) return { problem: 'seats-unreadable' };
  return { value: { how: seats === undefined ? 'add' : 'set', count: Number(asked) } };
}

function readWith<Value>(cell: string | undefined, read: (text: string) => Value | undefined, problem: LineProblem): Read<Value> {
  if (cell === undefined) return {};
  const value = read(cell);
  return value === undefined ? { problem } : { value };
}

const readPartnerId = (text: string): PartnerId | undefined => PartnerId.safeParse(text).data;
const readName = (text: string): string | undefined => (text.length > 200 ? undefined : text);

function readWish(cells: Cells): { readonly wish: LineWish; readonly problem?: LineProblem } {
  const seats = readSeats(cells);
  const autoRenew = readWith(cells.autoRenew, readRenewal, 'auto-renew-unreadable');
  const name = readWith(cells.newName, readName, 'name-too-long');
  const status = readWith(cells.newStatus, readWantedStatus, 'status-unreadable');
  const reseller = readWith(cells.reseller, readPartnerId, 'partner-id-unreadable');
  const problem = [seats, autoRenew, name, status, reseller].find((one) => one.problem !== undefined)?.problem;
  const wish = {
    ...(seats.value !== undefined && { seats: seats.value }),
    ...autoRenew.value,
    ...(name.value !== undefined && { name: name.value }),
    ...(status.value !== undefined && { status: status.value }),
    ...(reseller.value !== undefined && { reseller: reseller.value }),
    ...(cells.contact !== undefined && { contact: cells.contact }),
  };
  return { wish, ...(problem !== undefined && { problem }) };
}

type Columns = readonly (ChangeColumn | undefined)[];

function lineOf({ number, cells }: CsvLine, columns: Columns): ChangeLine {
  const read: Cells = {};
  for (const [index, column] of columns.entries()) {
    const cell = plainCell(cells[index] ?? '');
    // of two columns of the same meaning the first that says something
    if (column !== undefined && cell !== '') read[column] ??= cell;
  }
  const { wish, problem } = readWish(read);
  const { subscriptionId, customer, ...asked } = read;
  const found = subscriptionId === undefined && customer === undefined ? 'id-missing' : problem;
  return {
    number, wish, cells: asked,
    ...(subscriptionId !== undefined && { subscriptionId }),
    ...(customer !== undefined && { customer }),
    ...(found !== undefined && { problem: found }),
  };
}

/** Without headings only the first cell counts, as the id of a subscription or customer, or the domain of one. */
function bareLine({ number, cells }: CsvLine): ChangeLine {
  const id = plainCell(cells[0] ?? '');
  return id === '' ? { number, wish: {}, cells: {}, problem: 'id-missing' } : { number, id, wish: {}, cells: {} };
}

const isFilled = ({ cells }: CsvLine): boolean => cells.some((cell) => cell !== '');

/**
 * Changes of subscriptions out of a table: comma, semicolon or tab, headings in English or Italian, in any order. No line is
 * dropped silently: what cannot be read says why, and the others go on.
 */
export function readChanges(text: string): ChangesRead {
  const plain = text.replaceAll(/\r\n?/gu, '\n').replace(/^\uFEFF/u, '');
  const lines = csvLines(plain).filter(isFilled);
  const [first] = lines;
  if (first === undefined) return { lines: [], columns: [], unusedColumns: [] };
  const columns = first.cells.map(readChangeHeading);
  const named = columns.filter((column) => column !== undefined);
  if (!named.includes('subscriptionId') && !named.includes('customer')) {
    return { lines: lines.map(bareLine), columns: [], unusedColumns: first.cells.slice(1).filter((cell) => cell !== '') };
  }
  return {
    lines: lines.slice(1).map((line) => lineOf(line, columns)),
    columns: named,
    unusedColumns: first.cells.filter((cell, index) => cell !== '' && columns[index] === undefined),
  };
}

/** Whether the lines say themselves what is to be changed. */
export const hasWishes = ({ columns }: ChangesRead): boolean =>
  columns.some((column) => column !== 'subscriptionId' && column !== 'customer');
