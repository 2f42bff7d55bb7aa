import type { Reseller } from './seed/resellers.ts';

/** A change of who is a partner, or of which customer belongs to which reseller. */
export type PartnershipEvent =
  | { readonly type: 'partnership-accepted'; readonly reseller: Reseller; readonly at: string }
  | { readonly type: 'partnership-declined'; readonly name: string; readonly at: string }
  | { readonly type: 'partnership-removed'; readonly tenantId: string; readonly at: string }
  | { readonly type: 'sandbox-reseller-created'; readonly reseller: Reseller; readonly domain: string }
  | { readonly type: 'sandbox-reseller-deleted'; readonly tenantId: string }
  | {
      readonly type: 'customer-associated';
      readonly customerTenantId: string;
      readonly resellerTenantId: string;
      readonly at: string;
    };

/** What has become of the partnerships of the seed. Tenant GUIDs are in lower case; see partners.ts for the questions. */
export interface Partnerships {
  /** Companies that the seed may not know: whoever accepted once, and resellers of the sandbox. */
  readonly companies: Map<string, Reseller>;
  /** Partners that came later than the seed, oldest first. */
  readonly joined: Set<string>;
  /** Companies whose partnership was removed and not taken up again. */
  readonly ended: Set<string>;
  /** Names of those who declined, oldest first. */
  readonly declined: string[];
  /** Domain of each reseller of the sandbox, by tenant. */
  readonly sandbox: Map<string, string>;
  /** Resellers a customer has accepted besides the one it was created for, by tenant of the customer. */
  readonly associations: Map<string, readonly string[]>;
  /** Counts the changes, so that an answer kept from before can be told from a fresh one. */
  version: number;
}

/** The partnerships of the seed alone. */
export function createPartnerships(): Partnerships {
  return {
    companies: new Map(),
    joined: new Set(),
    ended: new Set(),
    declined: [],
    sandbox: new Map(),
    associations: new Map(),
    version: 0,
  };
}

function join(partnerships: Partnerships, reseller: Reseller): void {
  partnerships.companies.set(reseller.tenantId, reseller);
  partnerships.joined.add(reseller.tenantId);
  partnerships.ended.delete(reseller.tenantId);
}

/** Makes one change; total, as every change of the state. */
export function applyPartnershipEvent(partnerships: Partnerships, event: PartnershipEvent): void {
  partnerships.version += 1;
  switch (event.type) {
    case 'partnership-accepted':
      join(partnerships, event.reseller);
      return;
    case 'partnership-declined':
      partnerships.declined.push(event.name);
      return;
    case 'partnership-removed':
      partnerships.joined.delete(event.tenantId);
      partnerships.ended.add(event.tenantId);
      return;
    case 'sandbox-reseller-created':
      join(partnerships, event.reseller);
      partnerships.sandbox.set(event.reseller.tenantId, event.domain);
      return;
    case 'sandbox-reseller-deleted':
      partnerships.companies.delete(event.tenantId);
      partnerships.joined.delete(event.tenantId);
      partnerships.ended.delete(event.tenantId);
      partnerships.sandbox.delete(event.tenantId);
      return;
    case 'customer-associated': {
      const before = partnerships.associations.get(event.customerTenantId) ?? [];
      partnerships.associations.set(event.customerTenantId, [...new Set([...before, event.resellerTenantId])]);
    }
  }
}
