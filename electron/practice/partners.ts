import type { Customer } from './seed/customers.ts';
import type { Reseller } from './seed/resellers.ts';
import type { State } from './state.ts';

function asItStands(state: State, reseller: Reseller): Reseller {
  return state.conditions.suspendedMpnIds.has(reseller.mpnId) ? { ...reseller, isSuspended: true } : reseller;
}

/** True while the company with this tenant GUID has a partnership with the provider. */
export function isPartner(state: State, tenantId: string): boolean {
  const id = tenantId.toLowerCase();
  const { ended, joined } = state.partnerships;
  return !ended.has(id) && (joined.has(id) || state.seed.resellerIndexByTenant(id) !== undefined);
}

/**
 * The provider's indirect resellers as things stand: those of the seed whose partnership was not removed, then those who
 * accepted an invitation and those of the sandbox, oldest first (list-indirect-resellers).
 */
export function partners(state: State): readonly Reseller[] {
  const { seed, partnerships } = state;
  const seeded = Array.from({ length: seed.resellerCount }, (_unused, index) => seed.resellerAt(index));
  const later = [...partnerships.joined].flatMap((tenantId) =>
    seed.resellerIndexByTenant(tenantId) === undefined ? (partnerships.companies.get(tenantId) ?? []) : [],
  );
  return [...seeded.filter(({ tenantId }) => !partnerships.ended.has(tenantId)), ...later].map((one) => asItStands(state, one));
}

/** Any company enrolled as an indirect reseller: partners, companies whose partnership ended, prospects. */
export function companyByTenant(state: State, tenantId: string): Reseller | undefined {
  const found = state.seed.companyByTenant(tenantId) ?? state.partnerships.companies.get(tenantId.toLowerCase());
  return found === undefined ? undefined : asItStands(state, found);
}

/** The same by Partner ID. Resellers of the sandbox may share one: then a partner goes first. */
export function companyByMpnId(state: State, mpnId: string): Reseller | undefined {
  const later = [...state.partnerships.companies.values()].filter((company) => company.mpnId === mpnId);
  const found =
    state.seed.companyByMpnId(mpnId) ?? later.find((company) => isPartner(state, company.tenantId)) ?? later[0];
  return found === undefined ? undefined : asItStands(state, found);
}

/** The partner with a tenant GUID. */
export function partnerByTenant(state: State, tenantId: string): Reseller | undefined {
  return isPartner(state, tenantId) ? companyByTenant(state, tenantId) : undefined;
}

/** Companies that could accept an invitation: prospects of the seed, and former partners. */
export function companiesWithoutPartnership(state: State): readonly Reseller[] {
  const former = [...state.partnerships.ended].flatMap((tenantId) => companyByTenant(state, tenantId) ?? []);
  const prospects = state.seed.prospects.filter(({ tenantId }) => !state.partnerships.ended.has(tenantId));
  return [...prospects, ...former].filter(({ tenantId }) => !isPartner(state, tenantId));
}

/** The resellers a customer buys through: the one it was created for and those it accepted later, while they are partners. */
export function resellersOf(state: State, customer: Customer): readonly Reseller[] {
  const accepted = state.partnerships.associations.get(customer.tenantId) ?? [];
  const ids = new Set([customer.resellerTenantId ?? [], accepted].flat());
  return [...ids].flatMap((tenantId) => partnerByTenant(state, tenantId) ?? []);
}
