/** A word or a company's name as it is compared: case, accents, punctuation and blanks do not tell two apart. */
export const foldedWord = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}+/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
