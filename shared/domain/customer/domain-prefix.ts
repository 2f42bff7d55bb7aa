import { asciiWord, companyWords, kinWords } from './company-words.ts';

/** Every new tenant gets a domain under this name (create-customer-for-reseller: CompanyProfile.Domain). */
export const domainSuffix = '.onmicrosoft.com';
/** Longest prefix the service takes. */
export const maximumPrefixLength = 27;

/**
 * A first proposal for the domain prefix of a new tenant: the company's name folded to lower-case letters and digits,
 * its legal form left out, at most 27 characters and whole words where they fit. Empty when the name has no letters we
 * can fold (e.g. a Cyrillic name): then the user types one.
 */
export function proposeDomainPrefix(companyName: string): string {
  let prefix = '';
  for (const word of companyWords(companyName, asciiWord, kinWords)) {
    if (prefix !== '' && prefix.length + word.length > maximumPrefixLength) break;
    prefix += word;
  }
  return prefix.slice(0, maximumPrefixLength);
}

export interface PrefixQuestion {
  readonly companyName: string;
  readonly city: string;
  /** ISO code, two letters. */
  readonly country: string;
  /** The prefix that cannot be had. */
  readonly taken: string;
}

/**
 * Other prefixes for a company whose own is taken: with its country, its town, all of its name's words, their first letters, or
 * a number. Each is allowed, none is the taken one; whether one is free only the server knows.
 */
export function proposeOtherPrefixes({ companyName, city, country, taken }: PrefixQuestion): readonly string[] {
  const base = proposeDomainPrefix(companyName) || taken;
  const words = companyWords(companyName, asciiWord);
  const [first = '', ...others] = words;
  const endings = [country.toLowerCase(), asciiWord(city), 'group', 'cloud', 'online', '2', '3'];
  const proposals = [
    ...endings.slice(0, 2).map((ending) => withEnding(base, ending)),
    words.join(''),
    first + others.map((word) => word.slice(0, 1)).join(''),
    ...endings.slice(2).map((ending) => withEnding(base, ending)),
  ].map((prefix) => prefix.slice(0, maximumPrefixLength));
  return [...new Set(proposals)].filter((prefix) => isDomainPrefix(prefix) && prefix !== taken && prefix.length > 2);
}

/** The base gives way where both are too long. */
const withEnding = (base: string, ending: string): string =>
  ending === '' ? '' : base.slice(0, Math.max(0, maximumPrefixLength - ending.length)) + ending;

export const isDomainPrefix = (text: string): boolean => /^[a-z0-9]{1,27}$/u.test(text);
export const domainOf = (prefix: string): string => `${prefix}${domainSuffix}`;
export const prefixOf = (domain: string): string =>
  domain.endsWith(domainSuffix) ? domain.slice(0, -domainSuffix.length) : domain;
