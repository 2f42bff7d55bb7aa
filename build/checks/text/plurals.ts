import type { Language, Sentences } from './sentences.ts';

const suffix = /_(?:zero|one|two|few|many|other)$/;

/** The key that code uses: without the ending that i18next adds for a count. */
export const baseOf = (key: string): string => key.replace(suffix, '');

/** The endings a language needs for counted sentences, e.g. one, many and other in Italian. */
export const formsOf = (language: Language): readonly string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories;

export const isPlural = (key: string): boolean => suffix.test(key);

/** Base key -> its full keys. */
export function groupByBase(sentences: Sentences): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const key of sentences.keys()) groups.set(baseOf(key), [...(groups.get(baseOf(key)) ?? []), key]);
  return groups;
}
