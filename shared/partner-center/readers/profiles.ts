import { present, wirePart, wireRecord, wireText } from './case.ts';

/** The provider's own profile, without its Partner ID, which another call tells (get-organization-profile). */
export interface OrganizationProfile {
  readonly companyName: string;
  readonly tenantId: string;
  readonly domain: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** get-organization-profile. Undefined when the reply names no tenant. */
export function readOrganizationProfile(body: unknown): OrganizationProfile | undefined {
  const profile = wireRecord(body);
  const tenantId = wireText(profile, 'tenantId') ?? wireText(profile, 'id');
  if (tenantId === undefined) return undefined;
  return {
    tenantId,
    companyName: wireText(profile, 'companyName') ?? '',
    domain: wireText(profile, 'domain') ?? '',
    country: wireText(wirePart(profile, 'defaultAddress'), 'country')?.toUpperCase() ?? '',
  };
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
