/** Every new tenant gets a domain under this name (create-customer-for-reseller: CompanyProfile.Domain). */
export const domainSuffix = '.onmicrosoft.com';
/** Longest prefix the service takes. */
export const maximumPrefixLength = 27;

/** Letters that Unicode does not take apart into a base letter and a mark. */
const wholeLetters: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i',
};

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
const joiners = new Set(['and', 'und', 'et', 'e', 'y', 'co', 'c', 'ec', 'cie', 'fils', 'figli']);

/** Lower case, without accents, letters and digits of ASCII only; anything else is dropped. */
function folded(word: string): string {
  const lower = word.toLowerCase().replaceAll(/[ßæœøłđðþı]/gu, (letter) => wholeLetters[letter] ?? '');
  return lower.normalize('NFD').replaceAll(/[^a-z0-9]/gu, '');
}

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

function withoutLegalForms(words: readonly string[]): readonly string[] {
  let end = words.length;
  let sawForm = false;
  while (end > 1) {
    const word = words[end - 1] ?? '';
    if (legalForms.has(word)) sawForm = true;
    else if (!(sawForm && joiners.has(word))) break;
    end -= 1;
  }
  const start = end > 1 && leadingForms.has(words[0] ?? '') ? 1 : 0;
  return words.slice(start, end);
}

/**
 * A first proposal for the domain prefix of a new tenant: the company's name folded to lower-case letters and digits,
 * its legal form left out, at most 27 characters and whole words where they fit. Empty when the name has no letters we
 * can fold (e.g. a Cyrillic name): then the user types one.
 */
export function proposeDomainPrefix(companyName: string): string {
  const words = companyName.split(/[\s,;/()]+/u).map(folded).filter((word) => word !== '');
  let prefix = '';
  for (const word of withoutLegalForms(joinInitials(words))) {
    if (prefix !== '' && prefix.length + word.length > maximumPrefixLength) break;
    prefix += word;
  }
  return prefix.slice(0, maximumPrefixLength);
}

export const isDomainPrefix = (text: string): boolean => /^[a-z0-9]{1,27}$/u.test(text);
export const domainOf = (prefix: string): string => `${prefix}${domainSuffix}`;
export const prefixOf = (domain: string): string =>
  domain.endsWith(domainSuffix) ? domain.slice(0, -domainSuffix.length) : domain;
