const plainAscii = /^[\u0020-\u007e]*$/u;
const marks = /\p{M}+/gu;
const controls = /\p{Cc}+/gu;

// Letters that carry no separable accent, as people type them without the right keyboard.
const letters = /[ßæœøłđðþıς]/gu;
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ',
};

/** Text without control characters, which separate fields and rows in the index. */
export const clean = (text: string): string => (plainAscii.test(text) ? text : text.replaceAll(controls, ' '));

/** Text as it is compared: lower case, no accents. Folding what is folded changes nothing. */
export function fold(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase();
  const bare = clean(text).toLowerCase().normalize('NFKD').replaceAll(marks, '').toLowerCase();
  return bare.replaceAll(letters, (letter) => plainLetters[letter] ?? letter);
}

const commonTail = '.onmicrosoft.com';

/** A domain as it is searched: without the tail that every customer has, of which any part would find everybody. */
export const foldDomain = (domain: string): string => {
  const folded = fold(domain);
  return folded.endsWith(commonTail) ? folded.slice(0, -commonTail.length) : folded;
};

/** A word as typed, without as much of the common tail as was typed: `acme.onmic` looks for `acme`. */
function withoutTail(word: string): string {
  if (word.length > 3 && commonTail.slice(1).startsWith(word)) return '';
  for (let typed = Math.min(commonTail.length, word.length); typed > 0; typed -= 1) {
    if (word.endsWith(commonTail.slice(0, typed))) return word.slice(0, -typed);
  }
  return word;
}

/** The words of a query, longest first: the rarest word is looked for first. */
export const wordsOf = (text: string): readonly string[] =>
  fold(text).split(/\s+/u).map(withoutTail).filter((word) => word !== '').toSorted((a, b) => b.length - a.length);
