/** Lower case without accents, so that "citta" finds "Città". */
const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whether every word of the search is somewhere in the subject; case and accents do not matter. */
export function hasWords(subject: string, search: string): boolean {
  const folded = fold(subject);
  return fold(search).split(/\s+/u).every((word) => folded.includes(word));
}
