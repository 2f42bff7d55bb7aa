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

export const isDomainPrefix = (text: string): boolean => /^[a-z0-9]{1,27}$/u.test(text);
export const domainOf = (prefix: string): string => `${prefix}${domainSuffix}`;
export const prefixOf = (domain: string): string =>
  domain.endsWith(domainSuffix) ? domain.slice(0, -domainSuffix.length) : domain;
