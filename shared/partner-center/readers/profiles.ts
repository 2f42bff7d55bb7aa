import { present, wirePart, wireRecord, wireText } from './case.ts';
import type { WireRecord } from './case.ts';

/** The provider's own profile, without its Partner ID, which another call tells (get-organization-profile). */
export interface OrganizationProfile {
  readonly companyName: string;
  readonly tenantId: string;
  readonly domain: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly email?: string;
  /** In one line. */
  readonly address?: string;
}

const inOneLine = (parts: readonly (string | undefined)[], between: string): string | undefined =>
  parts.filter((part) => part !== undefined).join(between) || undefined;

/** Street, town, state and country as one line to be read; undefined when there is none of them. */
const addressLine = (address: WireRecord | undefined): string | undefined =>
  inOneLine(
    [
      wireText(address, 'addressLine1'),
      wireText(address, 'addressLine2'),
      inOneLine([wireText(address, 'postalCode'), wireText(address, 'city')], ' '),
      wireText(address, 'state') ?? wireText(address, 'region'),
      wireText(address, 'country')?.toUpperCase(),
    ],
    ', ',
  );

/** get-organization-profile. Undefined when the reply names no tenant. */
export function readOrganizationProfile(body: unknown): OrganizationProfile | undefined {
  const profile = wireRecord(body);
  const tenantId = wireText(profile, 'tenantId') ?? wireText(profile, 'id');
  if (tenantId === undefined) return undefined;
  const address = wirePart(profile, 'defaultAddress');
  return {
    tenantId,
    companyName: wireText(profile, 'companyName') ?? '',
    domain: wireText(profile, 'domain') ?? '',
    country: wireText(address, 'country')?.toUpperCase() ?? '',
    ...present({ email: wireText(profile, 'email'), address: addressLine(address) }),
  };
}

/** The provider as Microsoft's vetting knows it. */
export interface LegalBusinessProfile {
  readonly companyName: string;
  /** In one line. */
  readonly address: string;
  /** Name, e-mail address and phone number of the primary contact, as far as they are told, in one line. */
  readonly contact: string;
  /** As the service writes it, e.g. "authorized". */
  readonly vettingStatus: string;
}

const contactLine = (contact: WireRecord | undefined): string | undefined =>
  inOneLine(
    [
      inOneLine([wireText(contact, 'firstName'), wireText(contact, 'lastName')], ' '),
      wireText(contact, 'email'),
      wireText(contact, 'phoneNumber'),
    ],
    ', ',
  );

/** get-legal-business-profile. What is not told is empty; undefined when the reply is no profile. */
export function readLegalBusinessProfile(body: unknown): LegalBusinessProfile | undefined {
  const profile = wireRecord(body);
  const companyName = wireText(profile, 'companyName');
  if (companyName === undefined) return undefined;
  return {
    companyName,
    address: addressLine(wirePart(profile, 'address')) ?? '',
    contact: contactLine(wirePart(profile, 'primaryContact')) ?? '',
    vettingStatus: wireText(profile, 'vettingStatus') ?? '',
  };
}

/** How the provider's customers reach its support. */
export interface SupportProfile {
  readonly email: string;
  readonly telephone: string;
  readonly website: string;
}

/** get-support-profile. What is not told is empty; undefined when nothing is. */
export function readSupportProfile(body: unknown): SupportProfile | undefined {
  const profile = wireRecord(body);
  const email = wireText(profile, 'email');
  const telephone = wireText(profile, 'telephone');
  const website = wireText(profile, 'website');
  if (email === undefined && telephone === undefined && website === undefined) return undefined;
  return { email: email ?? '', telephone: telephone ?? '', website: website ?? '' };
}

/** A Partner ID and whose it is. */
export interface PartnerIdProfile {
  readonly partnerId: string;
  readonly partnerName?: string;
}

/** get-mpn-profile and verify-mpn-id (which answers the own profile when no id was asked). Undefined without an id. */
export function readPartnerIdProfile(body: unknown): PartnerIdProfile | undefined {
  const profile = wireRecord(body);
  const partnerId = wireText(profile, 'mpnId');
  if (partnerId === undefined) return undefined;
  return { partnerId, ...present({ partnerName: wireText(profile, 'partnerName') }) };
}
