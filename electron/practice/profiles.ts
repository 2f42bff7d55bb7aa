import { type Answer, type Call, integerOf, type Route } from './call.ts';
import { link } from './collection.ts';
import { refuse } from './errors.ts';
import { companyByMpnId } from './partners.ts';
import { advisorMpnId, otherRegionMpnId, provider } from './seed/provider.ts';

const contact = { firstName: provider.firstName, lastName: provider.lastName, phoneNumber: provider.phoneNumber };

function profile(uri: string, objectType: string, body: object): Answer {
  return { status: 200, body: { ...body, links: { self: link(uri) }, attributes: { etag: `"${objectType}-1"`, objectType } } };
}

function organization(): Answer {
  return profile('/profiles/organization', 'OrganizationProfile', {
    id: provider.tenantId,
    companyName: provider.companyName,
    defaultAddress: { ...provider.address, ...contact },
    tenantId: provider.tenantId,
    domain: provider.domain,
    email: provider.email,
    language: provider.language,
    culture: provider.culture,
    profileType: 'OrganizationProfile',
  });
}

function legalBusiness(call: Call): Answer {
  const version = call.query.vettingversion;
  if (version !== undefined && !/^(current|lastfinalized)$/iu.test(version)) {
    return refuse(400, '900126', 'vettingVersion must be Current or LastFinalized.');
  }
  return profile('/profiles/legalbusiness', 'LegalBusinessProfile', {
    companyName: provider.companyName,
    address: provider.address,
    primaryContact: { ...contact, email: provider.email },
    companyApproverAddress: provider.address,
    companyApproverEmail: provider.email,
    vettingStatus: 'authorized',
    vettingSubStatus: 'none',
    profileType: 'LegalBusinessProfile',
  });
}

function support(): Answer {
  return profile('/profiles/support', 'PartnerSupportProfile', {
    email: provider.email,
    telephone: provider.phoneNumber,
    website: 'distribuzioneesempio.example',
    profileType: 'support_profile',
  });
}

function mpnProfile(mpnId: string, partnerName: string): Answer {
  return profile('/profiles/mpn', 'MpnProfile', { mpnId, partnerName, profileType: 'MpnProfile' });
}

/** verify-mpn-id: without mpnId the own profile, as the contract warns. */
function verifyMpnId(call: Call): Answer {
  const { mpnid } = call.query;
  if (mpnid === undefined || mpnid === '' || mpnid === provider.mpnId) return mpnProfile(provider.mpnId, provider.companyName);
  if (integerOf(mpnid) === 'bad') return refuse(400, '3000', 'mpnId must be a number.', ['mpnId']);
  if (mpnid === advisorMpnId) return mpnProfile(mpnid, 'Consulenza Esempio S.r.l.');
  if (mpnid === otherRegionMpnId) return mpnProfile(mpnid, 'Sample Resellers Overseas');
  const reseller = companyByMpnId(call.state, mpnid);
  if (reseller === undefined) return refuse(404, '3000', `No partner organization with MPN id ${mpnid}.`);
  if (reseller.isSuspended) {
    return refuse(400, '900154', `Partner ID ${mpnid} is not linked to an active CSP indirect reseller tenant.`);
  }
  return mpnProfile(reseller.mpnId, reseller.name);
}

/** Own profiles, and the check of a Partner ID. */
export const profileRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/profiles/organization', scenario: 'get-organization-profile', answer: organization },
  { method: 'GET', path: '/v1/profiles/legalbusiness', scenario: 'get-legal-business-profile', answer: legalBusiness },
  { method: 'GET', path: '/v1/profiles/support', scenario: 'get-support-profile', answer: support },
  {
    method: 'GET',
    path: '/v1/profiles/mpn',
    scenario: 'get-mpn-profile',
    variant: (call) => (call.query.mpnid === undefined ? undefined : 'verify-mpn-id'),
    answer: verifyMpnId,
  },
];
