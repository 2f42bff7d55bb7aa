import { companyWords } from './company-words.ts';

/** A company's name as it is compared: legal form, case, accents and punctuation left out. */
export interface ComparedName {
  readonly words: readonly string[];
  readonly joined: string;
}

export function comparedName(name: string): ComparedName {
  const words = companyWords(name);
  return { words, joined: words.join('') };
}

/** Shorter names than this look like each other too easily. */
const shortestName = 3;
const shortestTypo = 6;
const longTypo = 10;
const shortestWhole = 8;

/** Whether one letter more, less, other or exchanged with its neighbour turns one text into the other. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/** Two slips, each at another place: taking one away at the first difference leaves one. */
function isTwoSlips(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return isOneSlip(restA.slice(1), restB.slice(1)) || isOneSlip(restA.slice(1), restB) || isOneSlip(restA, restB.slice(1));
}

const isVowel = (letter: string | undefined): boolean => letter !== undefined && /[aeiouy]/u.test(letter);

/** Ferrari and Ferraro, Conti and Conte are two families: another vowel at the end is another name. */
const isOtherEnding = (a: string, b: string): boolean =>
  a.length === b.length && a.slice(0, -1) === b.slice(0, -1) && isVowel(a.at(-1)) && isVowel(b.at(-1));

function isTypo(a: string, b: string, shortest = shortestTypo): boolean {
  const length = Math.min(a.length, b.length);
  if (length < shortest || isOtherEnding(a, b)) return false;
  return isOneSlip(a, b) || (length >= longTypo && isTwoSlips(a, b));
}

const hasDigit = (word: string): boolean => /\p{N}/u.test(word);
/** What is left of the words of `a` after each word of `b` took one of its kind away. */
function without(a: readonly string[], b: readonly string[]): readonly string[] {
  const rest = [...a];
  for (const word of b) {
    const place = rest.indexOf(word);
    if (place >= 0) rest.splice(place, 1);
  }
  return rest;
}

/**
 * Whether two names look like one company's: the same words in any order or run together, one word mistyped, or one word
 * more than the other's two or more. Numbers are never mistyped: "Filiale 12" and "Filiale 13" are two.
 */
export function isNearName(a: ComparedName, b: ComparedName): boolean {
  if (a.joined.length < shortestName || b.joined.length < shortestName) return false;
  if (a.joined === b.joined) return true;
  const [onlyA, onlyB] = [without(a.words, b.words), without(b.words, a.words)];
  if (onlyA.length === 0 && onlyB.length === 0) return true;
  if ([...onlyA, ...onlyB].some(hasDigit)) return false;
  const [wordA, wordB] = [onlyA[0] ?? '', onlyB[0] ?? ''];
  if (onlyA.length === 1 && onlyB.length === 1) return isTypo(wordA, wordB);
  const isOneMore = onlyA.length + onlyB.length === 1 && Math.min(a.words.length, b.words.length) >= 2;
  return isOneMore || (a.words.length !== b.words.length && isTypo(a.joined, b.joined, shortestWhole));
}
