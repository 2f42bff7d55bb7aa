import { type Answer, type Call, integerOf, isGuid, type Route } from './call.ts';
import { collection } from './collection.ts';
import { withCustomer } from './customer-lookup.ts';
import { refuse } from './errors.ts';
import { companyByMpnId, companyByTenant, partners, resellersOf } from './partners.ts';
import { advisorMpnId, otherRegionMpnId, provider } from './seed/provider.ts';
import type { Reseller } from './seed/resellers.ts';

const HELP = 'https://learn.microsoft.com/partner-center/enroll/mpa-indirect-provider-faq';

function relationship(reseller: Reseller): object {
  return {
    id: reseller.tenantId,
    name: reseller.name,
    relationshipType: 'is_indirect_cloud_solution_provider_of',
    state: reseller.isSuspended ? 'Suspended' : 'Active',
    mpnId: reseller.mpnId,
    location: reseller.country,
    attributes: { objectType: 'PartnerRelationship' },
  };
}

function list(call: Call): Answer {
  const type = call.query.relationship_type;
  if (type === undefined) return refuse(400, '3000', 'relationship_type is required.', ['relationship_type']);
  const self = '/relationships?relationship_type=IsIndirectCloudSolutionProviderOf';
  const wanted = type.replaceAll('_', '').toLowerCase();
  if (wanted === 'isindirectresellerof') return { status: 200, body: collection([], self) };
  if (wanted !== 'isindirectcloudsolutionproviderof')
    return refuse(400, '900126', 'Unknown relationship_type.', ['relationship_type']);
  return { status: 200, body: collection(partners(call.state).map(relationship), self) };
}

function statusByMpnId(call: Call, mpnId: string): Answer {
  if (integerOf(mpnId) === 'bad') return refuse(400, '2000', 'MPN Id must be numeric.');
  if (mpnId === otherRegionMpnId)
    return refuse(400, '2201', `The CSP region of MPN Id ${mpnId} differs from the region of the order.`, [HELP]);
  if (mpnId === advisorMpnId || mpnId === provider.mpnId) {
    return refuse(400, '2204', `MPN Id ${mpnId} is not tied to a CSP indirect reseller account.`, [HELP]);
  }
  const reseller = companyByMpnId(call.state, mpnId);
  if (reseller === undefined) {
    return refuse(400, '2200', `MPN Id ${mpnId} is either invalid or not yet migrated to Partner Center.`, [HELP]);
  }
  if (reseller.agreement === 'refused') {
    return refuse(
      400,
      '2203',
      `MPN Id ${mpnId} has not signed Microsoft Partner Agreement (MPA) for the CSP region of the order.`,
      [HELP],
    );
  }
  return { status: 200, body: { isAgreementSigned: reseller.agreement === 'signed' } };
}

function statusByTenant(call: Call, tenantId: string): Answer {
  if (!isGuid(tenantId)) return refuse(400, '2000', 'Tenant Id must be a GUID.');
  const reseller = companyByTenant(call.state, tenantId);
  if (reseller === undefined)
    return refuse(400, '2205', `Partner Center doesn't find any account associated to the Tenant ID ${tenantId}`);
  if (reseller.agreement === 'refused')
    return refuse(400, '2206', `No Microsoft Partner Agreement found for Tenant ID ${tenantId}.`, [HELP]);
  return { status: 200, body: { isAgreementSigned: reseller.agreement === 'signed' } };
}

/** verify-reseller-mpa-status: exactly one of mpnId and tenantId. */
function agreementStatus(call: Call): Answer {
  const { mpnid = '', tenantid = '' } = call.query;
  if (mpnid === '' && tenantid === '') return refuse(400, '2001', 'Both MPN Id and Tenant Id cannot be empty.');
  if (mpnid !== '' && tenantid !== '') return refuse(400, '2000', 'Only one of MPN Id and Tenant Id may be given.');
  return mpnid === '' ? statusByTenant(call, tenantid) : statusByMpnId(call, mpnid);
}

const resellersOfCustomer = withCustomer((call, customer) => {
  const items = resellersOf(call.state, customer).map(relationship);
  return { status: 200, body: collection(items, `/customers/${customer.tenantId}/relationships`) };
});

/** Indirect resellers and their agreement. */
export const relationshipRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/relationships', scenario: 'list-indirect-resellers', answer: list },
  { method: 'GET', path: '/v1/compliance/csp/agreementstatus', scenario: 'verify-reseller-mpa-status', answer: agreementStatus },
  {
    method: 'GET',
    path: '/v1/customers/:customerId/relationships',
    scenario: 'list-resellers-of-customer',
    answer: resellersOfCustomer,
  },
];
