import { comparedName, isNearName } from './near-name.ts';
import type { ComparedName } from './near-name.ts';

/** What tells two customers to be the same one. */
export interface Identity {
  readonly name: string;
  /** Full domain. */
  readonly domain: string;
  /** Empty where the country takes none, or nobody knows it. */
  readonly registrationNumber: string;
}

export const duplicateReasons = ['domain', 'registration-number', 'name'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** A number as it is compared: people group its digits as they like. */
export const comparedNumber = (number: string): string => number.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Compares others with one identity, the same each time. */
export function duplicateTest({ name, domain, registrationNumber }: Identity): (other: Identity) => DuplicateReason | undefined {
  const compared: ComparedName = comparedName(name);
  const lowerDomain = domain.toLowerCase();
  const number = comparedNumber(registrationNumber);
  return (other) => {
    if (lowerDomain !== '' && other.domain.toLowerCase() === lowerDomain) return 'domain';
    if (number !== '' && comparedNumber(other.registrationNumber) === number) return 'registration-number';
    return isNearName(compared, comparedName(other.name)) ? 'name' : undefined;
  };
}
