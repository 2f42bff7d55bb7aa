import { clearConditions, createConditions, setCondition, type Conditions } from './conditions.ts';
import type { CartRecord } from './cart-records.ts';
import type { OrderRecord } from './order-records.ts';
import type { Customer } from './seed/customers.ts';
import type { Reseller } from './seed/resellers.ts';
import type { AgreementRecord, Seed } from './seed/seed.ts';
import type { SubscriptionRecord } from './seed/subscriptions.ts';
import type { StateEvent } from './state-events.ts';

/** The practice tenant in memory: the seed, and what was created on top of it. Changed by {@link applyEvent} only. */
export interface State {
  readonly seed: Seed;
  /** Key of tokens and temporary passwords; lives as long as the state. */
  readonly secret: string;
  /** Created customers by tenant GUID, oldest first. */
  readonly customers: Map<string, Customer>;
  readonly domains: Set<string>;
  /** Hash of the temporary password by tenant GUID; the password itself is nowhere. */
  readonly passwordHashes: Map<string, string>;
  readonly agreements: Map<string, readonly AgreementRecord[]>;
  readonly carts: Map<string, CartRecord>;
  readonly orders: Map<string, readonly OrderRecord[]>;
  readonly subscriptions: Map<string, readonly SubscriptionRecord[]>;
  readonly conditions: Conditions;
}

/** A state with nothing on top of its seed. */
export function createState(seed: Seed, secret: string): State {
  return {
    seed,
    secret,
    customers: new Map(),
    domains: new Set(),
    passwordHashes: new Map(),
    agreements: new Map(),
    carts: new Map(),
    orders: new Map(),
    subscriptions: new Map(),
    conditions: createConditions(),
  };
}

function append<T>(map: Map<string, readonly T[]>, key: string, items: readonly T[]): void {
  map.set(key, [...(map.get(key) ?? []), ...items]);
}

function expireCarts(state: State, at: string): void {
  const moment = new Date(Date.parse(at) - 1_000).toISOString();
  for (const cart of state.carts.values()) {
    if (cart.status === 'Active') state.carts.set(cart.id, { ...cart, expirationTimestamp: moment });
  }
}

/** Makes one change. Total: an event that was recorded can always be applied. */
export function applyEvent(state: State, event: StateEvent): void {
  switch (event.type) {
    case 'customer-created':
      state.customers.set(event.customer.tenantId, event.customer);
      state.domains.add(event.customer.domain.toLowerCase());
      state.passwordHashes.set(event.customer.tenantId, event.passwordHash);
      return;
    case 'agreement-confirmed':
      append(state.agreements, event.agreement.customerTenantId, [event.agreement]);
      return;
    case 'cart-stored':
      state.carts.set(event.cart.id, event.cart);
      return;
    case 'order-placed':
      append(state.orders, event.order.customerTenantId, [event.order]);
      append(state.subscriptions, event.order.customerTenantId, event.subscriptions);
      return;
    case 'condition-set':
      setCondition(state.conditions, event.condition);
      if (event.condition.kind === 'expire-carts') expireCarts(state, event.at);
      return;
    case 'conditions-cleared':
      clearConditions(state.conditions);
  }
}

/** The customer with a tenant GUID, created or seeded. */
export function findCustomer(state: State, tenantId: string): Customer | undefined {
  return state.customers.get(tenantId.toLowerCase()) ?? state.seed.customerByTenant(tenantId);
}

/** True when somebody owns the domain. */
export function isDomainTaken(state: State, domain: string): boolean {
  const name = domain.toLowerCase();
  return state.domains.has(name) || state.conditions.takenDomains.has(name) || state.seed.hasDomain(name);
}

/** Attestations on file for a customer. */
export function agreementsOf(state: State, tenantId: string): readonly AgreementRecord[] {
  return [...state.seed.agreementsOf(tenantId), ...(state.agreements.get(tenantId) ?? [])];
}

/** The reseller as things stand now: a fault may have suspended it. */
export function asItStands(state: State, reseller: Reseller): Reseller {
  return state.conditions.suspendedMpnIds.has(reseller.mpnId) ? { ...reseller, isSuspended: true } : reseller;
}
