import type { Finding } from '../finding.ts';
import { baseOf, formsOf, groupByBase, isPlural } from './plurals.ts';
import { sameWords } from './same-words.ts';
import type { Language, Sentences } from './sentences.ts';
import { textFile } from './sentences.ts';

export const placeholdersOf = (text: string): Set<string> =>
  new Set(Array.from(text.matchAll(/\{\{-?\s*([^},\s]+)[^}]*\}\}/g), (match) => match[1] ?? ''));
const tagsOf = (text: string): string => [...text.matchAll(/<\/?[\w-]+\s*\/?>/g)].map(String).toSorted().join(' ');

/** Whether nothing is left to translate once placeholders, tags and words that are alike are taken away. */
export function isSameByNature(text: string): boolean {
  let rest = text.replaceAll(/\{\{[^}]*\}\}|<[^>]*>/g, ' ');
  for (const word of sameWords.toSorted((one, other) => other.length - one.length)) rest = rest.replaceAll(word, ' ');
  return !/\p{L}/u.test(rest);
}

/** What differs between the two languages where it must not, and what is equal where it must differ. */
export function compareLanguages(english: Sentences, italian: Sentences): Finding[] {
  return [
    ...sideProblems('en', english, 'it', italian),
    ...sideProblems('it', italian, 'en', english),
    ...translationProblems(english, italian),
  ];
}

/** Empty sentences, keys the other language lacks, counted forms that are incomplete. */
function sideProblems(language: Language, own: Sentences, otherLanguage: Language, other: Sentences): Finding[] {
  const findings: Finding[] = [];
  const others = groupByBase(other);
  for (const [base, keys] of groupByBase(own)) {
    const say = (key: string, message: string) =>
      findings.push({ file: textFile(language), line: own.get(key)?.line ?? 1, message });
    for (const key of keys) if (own.get(key)?.text.trim() === '') say(key, `'${key}' has no sentence`);
    const [first = base] = keys;
    const otherKeys = others.get(base);
    const isCounted = keys.some(isPlural);
    if (otherKeys === undefined) say(first, `'${base}' is missing in ${textFile(otherLanguage)}`);
    else if (otherKeys.some(isPlural) !== isCounted) say(first, `'${base}' is counted in one language only`);
    if (!isCounted) continue;
    for (const form of formsOf(language)) {
      if (!keys.includes(`${base}_${form}`)) say(first, `'${base}' needs the form '${base}_${form}'`);
    }
    if (keys.includes(base)) say(base, `'${base}' stands beside its counted forms: remove it or them`);
  }
  return findings;
}

/** Italian sentences that are English still, or whose placeholders or tags differ. */
function translationProblems(english: Sentences, italian: Sentences): Finding[] {
  const findings: Finding[] = [];
  for (const [key, { text, line }] of italian) {
    const say = (message: string) => findings.push({ file: textFile('it'), line, message: `'${key}' ${message}` });
    const model = (english.get(key) ?? english.get(`${baseOf(key)}_other`))?.text;
    if (model === undefined) continue;
    if (model === text && !isSameByNature(text)) {
      say(`is not translated ('${text}'); if Italian writes it alike, add it to build/checks/text/same-words.ts`);
    }
    const problem = differenceOf(model, text, isPlural(key));
    if (problem !== undefined) say(problem);
  }
  return findings;
}

/** A counted form may leave the number out ("one customer"). */
function differenceOf(english: string, italian: string, isCounted: boolean): string | undefined {
  const names = (text: string) =>
    [...placeholdersOf(text)].filter((name) => !(isCounted && name === 'count')).toSorted().join(', ');
  if (names(english) !== names(italian)) {
    return `has other placeholders: English has {${names(english)}}, Italian {${names(italian)}}`;
  }
  if (tagsOf(english) !== tagsOf(italian)) return `has other tags: English has ${tagsOf(english)}, Italian ${tagsOf(italian)}`;
  return undefined;
}
