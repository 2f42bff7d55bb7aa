/** Lower case without accents, so that "citta" finds "Città". Do it once for a text that is searched often. */
export const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The words of a search, folded. */
export const searchWords = (search: string): readonly string[] => fold(search).split(/\s+/u).filter((word) => word !== '');

/** Whether every word of the search is somewhere in the subject; case and accents do not matter. */
export function hasWords(subject: string, search: string): boolean {
  const folded = fold(subject);
  return searchWords(search).every((word) => folded.includes(word));
}
