import { duplicateTest } from '../../../shared/domain/customer/duplicates.ts';
import type { DuplicateReason, Identity } from '../../../shared/domain/customer/duplicates.ts';
import { comparedName } from '../../../shared/domain/customer/near-name.ts';
import type { CustomerIndex } from './customer-index.ts';
import { fold, foldDomain } from './fold.ts';
import { FIELD } from './segment.ts';

/** A row of the index that may be the same customer. */
export interface TwinRow {
  readonly row: number;
  readonly why: DuplicateReason;
}

/** Pieces of a word of which a mistyped one still has at least one; two letters exchanged over a border break two of them. */
function piecesOf(word: string): readonly string[] {
  if (word.length < 6) return [word];
  const count = word.length < 10 ? 2 : 3;
  const borders = Array.from({ length: count + 1 }, (_unused, place) => Math.round((place * word.length) / count));
  const pieces = borders.slice(1).map((end, place) => word.slice(borders[place], end));
  const exchanged = borders.slice(1, -1).map((at) => word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1));
  return [...pieces, ...exchanged];
}

const marks = /[^\p{L}\p{N}\s]+/gu;
/** Initials may have points between them in the list. */
const writtenAs = (word: string): readonly string[] => (word.length > 4 ? [word] : [word, Array.from(word).join('.')]);

/** Longest that a legal form, its points and the spaces around it make a name. */
const FORM_LENGTH = 24;

/**
 * A quick look at a name whose words all are in the list's folded text but one: it may be near only where that one is there
 * with a typing mistake, or where the name has nothing in its place.
 */
function mayBeNear(nameText: string, words: readonly string[], length: number): boolean {
  const isTooLong = nameText.length > length + FORM_LENGTH;
  if (words.length === 1 && isTooLong) return false;
  if (words.every((word) => nameText.includes(word))) return true;
  if (isTooLong) return false;
  const bare = nameText.replaceAll(marks, '');
  const [lost, ...more] = words.filter((word) => !bare.includes(word));
  if (lost === undefined) return true;
  if (more.length > 0) return false;
  if (words.length > 2 && nameText.length <= length - lost.length + FORM_LENGTH) return true;
  return piecesOf(lost).some((piece) => bare.includes(piece));
}

/**
 * Rows whose name may be near: a near name has all of the words but one, so it has one of the two longest, or a piece of the
 * only one. What is left is compared word by word.
 */
function candidates(index: CustomerIndex, name: string, found: (row: number) => void): void {
  const { words: all, joined } = comparedName(name);
  const words = all.toSorted((a, b) => b.length - a.length);
  const [first = '', second] = words;
  if (joined.length < 3) return;
  const length = joined.length + words.length;
  const scanned = second === undefined ? [...piecesOf(first), ...writtenAs(first)] : [first, second].flatMap(writtenAs);
  for (const word of new Set(scanned)) {
    index.each([word], (row, text) => {
      const nameText = text.slice(0, text.indexOf(FIELD));
      if (nameText.includes(word) && mayBeNear(nameText, words, length)) found(row);
    });
  }
}

/** Rows that may be the customer that is described, the surest first, at most `limit`. */
export function twinsIn(index: CustomerIndex, asked: Identity, numbered: readonly number[], limit: number): readonly TwinRow[] {
  const rows = new Map<number, DuplicateReason>();
  const domain = foldDomain(asked.domain);
  // a domain stands between two marks: a part of one is no hit
  if (domain !== '') {
    const whole = FIELD + domain + FIELD;
    index.each([domain + FIELD], (row, text) => text.includes(whole) && rows.set(row, 'domain'));
  }
  for (const row of numbered) if (!rows.has(row)) rows.set(row, 'registration-number');
  const test = duplicateTest({ name: asked.name, domain: '', registrationNumber: '' });
  const looked = new Set<number>();
  candidates(index, fold(asked.name), (row) => {
    if (rows.has(row) || looked.has(row)) return;
    looked.add(row);
    if (test({ name: index.row(row).name, domain: '', registrationNumber: '' }) === 'name') rows.set(row, 'name');
  });
  return [...rows].map(([row, why]) => ({ row, why })).slice(0, limit);
}
