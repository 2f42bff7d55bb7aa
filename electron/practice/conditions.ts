import type { StateFault } from './fault-schemas.ts';
import type { AddedSeats } from './subscription-position.ts';
import { type RequestLimits, unlimited } from './throttling.ts';

/** How subscriptions are changed in a tenant in good order. */
const quietChanges = { slowChangesSeconds: 0, updatesAnHour: 20, addedSeats: 'own', failsTransitions: false, limits: undefined } as const;

/** What the faults of the state have made of the tenant. */
export interface Conditions {
  readonly faults: StateFault[];
  readonly suspendedMpnIds: Set<string>;
  readonly takenDomains: Set<string>;
  /** The customers withdrew the role with which their users are reached. */
  lacksUserRole: boolean;
  /** Creations make the tenant and are refused all the same. */
  isCreationHalf: boolean;
  /** When promotions were ended before their time, by id. */
  readonly endedPromotions: Map<string, Date>;
  /** What promotions take off instead of what they were announced with, by id. */
  readonly promotionDiscounts: Map<string, string>;
  /** Seconds a change of a subscription is worked on (202); 0: it is made at once. */
  slowChangesSeconds: number;
  /** Most changes of one subscription in an hour; 0: any number. */
  updatesAnHour: number;
  addedSeats: AddedSeats;
  /** Transitions are taken and fail. */
  failsTransitions: boolean;
  /** Most requests a minute, instead of what the tenant was started with. */
  limits: RequestLimits | undefined;
  /** Minutes that orders stay out of lists. */
  hideOrdersMinutes: number;
  /** Generation a new token gets, and the oldest one that is still good. */
  tokenGeneration: number;
  oldestToken: number;
  /** The same for sign-ins (refresh tokens). */
  signInGeneration: number;
  oldestSignIn: number;
}

/** A tenant in good order. */
export function createConditions(): Conditions {
  return {
    faults: [],
    suspendedMpnIds: new Set(),
    takenDomains: new Set(),
    lacksUserRole: false,
    isCreationHalf: false,
    endedPromotions: new Map(),
    promotionDiscounts: new Map(),
    ...quietChanges,
    hideOrdersMinutes: 0,
    tokenGeneration: 0,
    oldestToken: 0,
    signInGeneration: 0,
    oldestSignIn: 0,
  };
}

/** Adds a fault of the state as of a moment (carts are seen to by the state itself). */
export function setCondition(conditions: Conditions, fault: StateFault, at: string): void {
  conditions.faults.push(fault);
  if (fault.kind === 'suspend-reseller') conditions.suspendedMpnIds.add(fault.mpnId);
  if (fault.kind === 'take-domain') conditions.takenDomains.add(fault.domain.toLowerCase());
  if (fault.kind === 'withdraw-user-role') conditions.lacksUserRole = true;
  if (fault.kind === 'half-make-customer') conditions.isCreationHalf = true;
  if (fault.kind === 'end-promotion')
    conditions.endedPromotions.set(fault.promotionId.toUpperCase(), new Date(Date.parse(at) - 1_000));
  if (fault.kind === 'change-promotion') conditions.promotionDiscounts.set(fault.promotionId.toUpperCase(), fault.discount);
  if (fault.kind === 'slow-changes') conditions.slowChangesSeconds = fault.seconds;
  if (fault.kind === 'update-limit') conditions.updatesAnHour = fault.updates;
  if (fault.kind === 'fail-transitions') conditions.failsTransitions = true;
  if (fault.kind === 'request-limits') conditions.limits = { ...unlimited, ...fault.limits };
  if (fault.kind === 'added-seats') conditions.addedSeats = fault.window;
  if (fault.kind === 'hide-orders') conditions.hideOrdersMinutes = fault.minutes;
  if (fault.kind === 'expire-tokens' || fault.kind === 'require-mfa') {
    conditions.tokenGeneration += 1;
    conditions.oldestToken = conditions.tokenGeneration;
  }
  if (fault.kind === 'require-mfa') {
    conditions.signInGeneration += 1;
    conditions.oldestSignIn = conditions.signInGeneration;
  }
}

/** Back to good order; generations go on counting, so that an old token never looks like a new one. */
export function clearConditions(conditions: Conditions): void {
  conditions.faults.length = 0;
  conditions.suspendedMpnIds.clear();
  conditions.takenDomains.clear();
  conditions.lacksUserRole = false;
  conditions.isCreationHalf = false;
  conditions.endedPromotions.clear();
  conditions.promotionDiscounts.clear();
  Object.assign(conditions, quietChanges);
  conditions.hideOrdersMinutes = 0;
  conditions.oldestToken = 0;
  conditions.oldestSignIn = 0;
}
