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

/** The words of a query, longest first: the rarest word is looked for first. */
export const wordsOf = (text: string): readonly string[] =>
  fold(text).split(/\s+/u).filter((word) => word !== '').toSorted((a, b) => b.length - a.length);
