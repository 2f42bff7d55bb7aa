import { guidFor, indexFromGuid, pick } from './numbers.ts';
import { countryOf, nameParts } from './places.ts';

const SPACE = 3;
const FIRST_MPN_ID = 5100000;
const MPN_ID_STEP = 37;

/** How many companies of the seed are enrolled as indirect resellers and have no partnership with the provider yet. */
export const PROSPECTS = 8;

/** A company enrolled as an indirect reseller, partner of the provider or not. */
export interface Reseller {
  readonly tenantId: string;
  readonly mpnId: string;
  readonly name: string;
  readonly country: string;
  readonly isSuspended: boolean;
  /** How the Microsoft Partner Agreement stands; "refused" answers as an error, "unsigned" as `false` (both are documented). */
  readonly agreement: 'signed' | 'refused' | 'unsigned';
}

/**
 * The reseller with an index. In every forty: number 24 (Italy) is suspended, 13 (Germany) and 34 (France) have not
 * signed the Microsoft Partner Agreement; all others are active. The indexes after the last reseller are the prospects.
 */
export function resellerAt(index: number): Reseller {
  const country = countryOf(index);
  const parts = nameParts[country];
  const place = index % 40;
  const round = Math.floor(index / 80);
  const root = parts.roots[Math.floor(index / 4) % parts.roots.length] ?? '';
  const trade = pick(parts.resellerTrades, index, 11);
  const name = `${root} ${trade}${round > 0 ? ` ${round + 1}` : ''} ${pick(parts.forms, index, 12)}`;
  return {
    tenantId: guidFor(index, SPACE),
    mpnId: String(FIRST_MPN_ID + index * MPN_ID_STEP),
    name,
    country,
    isSuspended: place === 24,
    agreement: place === 13 ? 'refused' : place === 34 ? 'unsigned' : 'signed',
  };
}

/** The index of a reseller from its Partner ID (exact text, seven digits). */
export function resellerIndexOfMpnId(mpnId: string, count: number): number | undefined {
  if (!/^\d{7}$/u.test(mpnId)) return undefined;
  const index = (Number(mpnId) - FIRST_MPN_ID) / MPN_ID_STEP;
  return Number.isInteger(index) && index >= 0 && index < count ? index : undefined;
}

/** The index of a reseller from its tenant GUID. */
export function resellerIndexOfTenant(tenantId: string, count: number): number | undefined {
  const index = indexFromGuid(tenantId, SPACE);
  return index !== undefined && index < count ? index : undefined;
}
