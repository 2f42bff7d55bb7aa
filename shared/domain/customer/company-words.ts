/** Company forms as one run of letters, by how they end a name in the European markets. */
const legalForms = new Set([
  'srl', 'srls', 'spa', 'sapa', 'sas', 'snc', 'ss', 'scarl', 'scrl', 'scpa', 'soccoop', 'coop',
  'gmbh', 'ag', 'kg', 'kgaa', 'ug', 'ohg', 'gbr', 'ek', 'ev', 'mbh', 'se',
  'sarl', 'sa', 'sasu', 'eurl', 'sci', 'scop', 'sl', 'slu', 'sau', 'slne', 'sccl',
  'ltd', 'limited', 'llc', 'llp', 'plc', 'inc', 'corp', 'bv', 'nv', 'ab', 'as', 'asa', 'oy', 'oyj', 'aps',
  'sro', 'doo', 'kft', 'zrt', 'eood', 'ood', 'unipersonale',
]);
/** French names often begin with the form ("SARL Dupont"). */
const leadingForms = new Set(['sarl', 'sas', 'sasu', 'eurl', 'sci', 'scop', 'societe']);
/** Words that only join a name and its form: "Müller GmbH & Co. KG", "Rossi e C. s.n.c.". */
const joiners = new Set(['and', 'und', 'et', 'e', 'y', 'co', 'c', 'ec', 'cie']);
/** "& Sons": part of the name, and dispensable where it has to be short. */
export const kinWords: ReadonlySet<string> = new Set(['fils', 'figli']);

/** Letters that Unicode does not take apart into a base letter and a mark. */
const wholeLetters: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i',
};

/** A word in lower case, without accents, its letters and digits alone. */
const foldedWord = (word: string): string =>
  word.toLowerCase().replaceAll(/[ßæœøłđðþı]/gu, (letter) => wholeLetters[letter] ?? '').normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Single letters in a row belong together: "S. r. l." is one form. */
function joinInitials(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let run = '';
  for (const word of words) {
    if (word.length === 1) {
      run += word;
      continue;
    }
    if (run !== '') joined.push(run);
    run = '';
    joined.push(word);
  }
  return run === '' ? joined : [...joined, run];
}

function withoutLegalForms(words: readonly string[], dispensable: ReadonlySet<string>): readonly string[] {
  let end = words.length;
  let sawForm = false;
  while (end > 1) {
    const word = words[end - 1] ?? '';
    if (legalForms.has(word)) sawForm = true;
    else if (!(sawForm && (joiners.has(word) || dispensable.has(word)))) break;
    end -= 1;
  }
  const start = end > 1 && leadingForms.has(words[0] ?? '') ? 1 : 0;
  return words.slice(start, end);
}

/** The words of a company's name, folded, its legal form left out; of `fold` what counts as a letter. */
export function companyWords(
  name: string, fold: (word: string) => string = foldedWord, dispensable: ReadonlySet<string> = new Set(),
): readonly string[] {
  const words = name.split(/[\s,;/()]+/u).map(fold).filter((word) => word !== '');
  return withoutLegalForms(joinInitials(words), dispensable);
}

/** The same of a word for places where only ASCII is allowed; anything else is dropped. */
export const asciiWord = (word: string): string => foldedWord(word).replaceAll(/[^a-z0-9]/gu, '');
