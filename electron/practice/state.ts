import { clearConditions, createConditions, setCondition, type Conditions } from './conditions.ts';
import type { CartRecord } from './cart-records.ts';
import type { OrderRecord } from './order-records.ts';
import { applyPartnershipEvent, createPartnerships, type Partnerships } from './partnerships.ts';
import type { QualificationRecord } from './qualification-records.ts';
import type { Customer } from './seed/customers.ts';
import type { AgreementRecord, Seed } from './seed/seed.ts';
import type { SubscriptionRecord } from './seed/subscriptions.ts';
import type { StateEvent, SubscriptionChanged } from './state-events.ts';
import { type ChangedSubscription, settled, type SupportContact } from './subscription-records.ts';
import type { TransitionRecord } from './transition-records.ts';
import type { UserRecord } from './user-records.ts';

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
  /** When a customer accepted the agreement itself, by its tenant GUID. */
  readonly acceptances: Map<string, string>;
  readonly qualifications: Map<string, readonly QualificationRecord[]>;
  readonly carts: Map<string, CartRecord>;
  readonly orders: Map<string, readonly OrderRecord[]>;
  readonly subscriptions: Map<string, readonly SubscriptionRecord[]>;
  /** What was changed on subscriptions, seeded or bought, by their id. */
  readonly changedSubscriptions: Map<string, ChangedSubscription>;
  readonly supportContacts: Map<string, SupportContact>;
  /** Transitions by the id of the subscription they began from. */
  readonly transitions: Map<string, readonly TransitionRecord[]>;
  /** Users created since, by tenant GUID of their customer. */
  readonly users: Map<string, readonly UserRecord[]>;
  /** Hash of the password last set for a user, by the user's id. */
  readonly userPasswords: Map<string, string>;
  readonly partnerships: Partnerships;
  readonly conditions: Conditions;
  /** When the tenant was opened for the first time. */
  openedAt: string | undefined;
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
    acceptances: new Map(),
    qualifications: new Map(),
    carts: new Map(),
    orders: new Map(),
    subscriptions: new Map(),
    changedSubscriptions: new Map(),
    supportContacts: new Map(),
    transitions: new Map(),
    users: new Map(),
    userPasswords: new Map(),
    partnerships: createPartnerships(),
    conditions: createConditions(),
    openedAt: undefined,
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

const KEPT_TIMES = 200;

function changeSubscription(state: State, { subscriptionId, change, at, from }: SubscriptionChanged): void {
  const before = settled(state.changedSubscriptions.get(subscriptionId));
  const times = [...(before.times ?? []), ...(at === undefined ? [] : [at])].slice(-KEPT_TIMES);
  state.changedSubscriptions.set(
    subscriptionId,
    from === undefined
      ? { version: before.version + 1, change: { ...before.change, ...change }, times }
      : { ...before, times, pending: { from, change } },
  );
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
    case 'agreement-accepted':
      state.acceptances.set(event.customerTenantId, event.at);
      return;
    case 'qualification-requested':
      append(state.qualifications, event.customerTenantId, [event.record]);
      return;
    case 'cart-stored':
      state.carts.set(event.cart.id, event.cart);
      return;
    case 'order-placed':
      append(state.orders, event.order.customerTenantId, [event.order]);
      append(state.subscriptions, event.order.customerTenantId, event.subscriptions);
      return;
    case 'subscription-changed':
      changeSubscription(state, event);
      return;
    case 'transition-begun':
      append(state.transitions, event.record.fromSubscriptionId, [event.record]);
      append(state.subscriptions, event.customerTenantId, event.subscription === undefined ? [] : [event.subscription]);
      return;
    case 'tenant-opened':
      state.openedAt ??= event.at;
      return;
    case 'support-contact-set':
      state.supportContacts.set(event.subscriptionId, event.contact);
      return;
    case 'user-created':
      append(state.users, event.tenantId.toLowerCase(), [event.user]);
      state.userPasswords.set(event.user.id, event.passwordHash);
      return;
    case 'password-reset':
      state.userPasswords.set(event.userId, event.passwordHash);
      return;
    case 'condition-set':
      setCondition(state.conditions, event.condition, event.at);
      if (event.condition.kind === 'expire-carts') expireCarts(state, event.at);
      return;
    case 'conditions-cleared':
      clearConditions(state.conditions);
      return;
    default:
      applyPartnershipEvent(state.partnerships, event);
  }
}

/** The customer with a tenant GUID, created or seeded. */
export function findCustomer(state: State, tenantId: string): Customer | undefined {
  return state.customers.get(tenantId.toLowerCase()) ?? state.seed.customerByTenant(tenantId);
}

/** The customer that owns a domain, in any letter case. */
export function findCustomerByDomain(state: State, domain: string): Customer | undefined {
  const name = domain.toLowerCase();
  const created = [...state.customers.values()].find((customer) => customer.domain.toLowerCase() === name);
  return created ?? state.seed.customerByDomain(name);
}

/** True when somebody owns the domain. */
export function isDomainTaken(state: State, domain: string): boolean {
  const name = domain.toLowerCase();
  if (state.domains.has(name) || state.conditions.takenDomains.has(name)) return true;
  return [...state.partnerships.sandbox.values()].includes(name) || state.seed.customerByDomain(name) !== undefined;
}

/** Attestations on file for a customer. */
export function agreementsOf(state: State, tenantId: string): readonly AgreementRecord[] {
  return [...state.seed.agreementsOf(tenantId), ...(state.agreements.get(tenantId) ?? [])];
}

/** True when the customer accepted the agreement itself (get-direct-sign-status). */
export function isDirectSigned(state: State, tenantId: string): boolean {
  return state.acceptances.has(tenantId) || state.seed.isDirectSigned(tenantId);
}
