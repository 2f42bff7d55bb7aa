import { guidFor, indexFromGuid, numberFor, pick } from './numbers.ts';
import { countryOf, folded, nameParts, places, seedCountries, type SeedCountry } from './places.ts';

const SPACE = 5;
const cultures: Readonly<Record<SeedCountry, string>> = { IT: 'it-IT', DE: 'de-DE', FR: 'fr-FR', ES: 'es-ES' };

/** A postal address as customers and profiles carry it. */
export interface Address {
  readonly country: string;
  readonly city: string;
  readonly state?: string | undefined;
  readonly addressLine1: string;
  readonly addressLine2?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly phoneNumber?: string | undefined;
}

/** Everything the practice tenant knows of a customer, seeded or created. */
export interface Customer {
  readonly tenantId: string;
  readonly commerceId: string;
  readonly companyName: string;
  readonly domain: string;
  readonly email: string;
  readonly culture: string;
  readonly language: string;
  readonly address: Address;
  readonly billingProfileId: string;
  readonly organizationRegistrationNumber?: string | undefined;
  /** Tenant GUID of the indirect reseller; absent for a direct customer. */
  readonly resellerTenantId?: string | undefined;
}

/** Short form for lists: what list-customers shows. */
export interface CustomerListing {
  readonly tenantId: string;
  readonly companyName: string;
  readonly domain: string;
}

function companyNameOf(index: number, country: SeedCountry): string {
  const parts = nameParts[country];
  const round = Math.floor(index / 4);
  const root = parts.roots[round % parts.roots.length] ?? '';
  const trade = parts.trades[Math.floor(round / parts.roots.length) % parts.trades.length] ?? '';
  const form = pick(parts.forms, index, 22);
  const serial = Math.floor(round / (parts.roots.length * parts.trades.length));
  return country === 'FR' || country === 'ES'
    ? `${trade} ${root}${serial > 0 ? ` ${serial + 1}` : ''} ${form}`
    : `${root} ${trade}${serial > 0 ? ` ${serial + 1}` : ''} ${form}`;
}

/** Name, domain and id of the customer with an index; nothing else is computed, so that long lists stay quick. */
export function customerListingAt(index: number): CustomerListing {
  const companyName = companyNameOf(index, countryOf(index));
  const word = folded(companyName)
    .replace(/[^a-z0-9]/gu, '')
    .slice(0, 18);
  return { tenantId: guidFor(index, SPACE), companyName, domain: `${word}${String(index).padStart(5, '0')}.onmicrosoft.com` };
}

/** Index of the reseller of a customer: one of the same country; one customer in twenty is a direct one (undefined). */
export function resellerIndexOfCustomer(index: number, resellerCount: number): number | undefined {
  if (index % 20 === 19) return undefined;
  return (index % seedCountries.length) + 4 * (numberFor(index, 31) % Math.floor(resellerCount / 4));
}

function addressOf(index: number, country: SeedCountry): Address {
  const parts = nameParts[country];
  const place = pick(places[country], index, 41);
  const number = 1 + (numberFor(index, 42) % 180);
  const street = pick(parts.streets, index, 43);
  return {
    country,
    city: place.city,
    state: place.state,
    addressLine1: country === 'FR' ? `${number} ${street}` : `${street} ${number}`,
    postalCode: pick(place.postalCodes, index, 44),
    firstName: pick(parts.firstNames, index, 45),
    lastName: pick(parts.lastNames, index, 46),
    phoneNumber: `${place.areaCode}555${String(numberFor(index, 47) % 10000).padStart(4, '0')}`,
  };
}

/** The whole customer with an index; depends on the index only (and on the reseller's GUID given). */
export function customerAt(index: number, resellerTenantId: string | undefined): Customer {
  const country = countryOf(index);
  const listing = customerListingAt(index);
  const address = addressOf(index, country);
  const local = folded(`${address.firstName ?? ''}.${address.lastName ?? ''}`).replace(/[^a-z.]/gu, '');
  return {
    ...listing,
    commerceId: guidFor(index, SPACE + 1),
    email: `${local}@${listing.domain.replace('.onmicrosoft.com', '.example')}`,
    culture: cultures[country],
    language: cultures[country].slice(0, 2),
    address,
    billingProfileId: guidFor(index, SPACE + 2),
    ...(resellerTenantId === undefined ? {} : { resellerTenantId }),
  };
}

/** The index of a seeded customer from its tenant GUID. */
export function customerIndexOfTenant(tenantId: string, count: number): number | undefined {
  const index = indexFromGuid(tenantId, SPACE);
  return index !== undefined && index < count ? index : undefined;
}

/** The index of the seeded customer that owns the domain (it stands at the end of the domain's name). */
export function customerIndexOfDomain(domain: string, count: number): number | undefined {
  const digits = /(\d{5,})\.onmicrosoft\.com$/iu.exec(domain)?.[1];
  if (digits === undefined) return undefined;
  // a trade name may itself end in digits, so every tail of five or more digits is tried
  for (let start = 0; digits.length - start >= 5; start += 1) {
    const index = Number(digits.slice(start));
    if (index < count && customerListingAt(index).domain === domain.toLowerCase()) return index;
  }
  return undefined;
}
