import type { Answer, Call } from './call.ts';
import { collection } from './collection.ts';
import { refuse } from './errors.ts';
import { isPending } from './provisioning.ts';
import { catalogItemIdOf, type CatalogueItem } from './seed/catalogue.ts';
import type { Customer } from './seed/customers.ts';
import { guidFromText } from './seed/numbers.ts';
import { transitionTargetsOf } from './seed/transitions.ts';
import { cancellableUntil } from './subscription-position.ts';
import { everySubscription, shownName, type StandingSubscription, tagOf } from './subscription-records.ts';
import { monthsOf } from './subscription-terms.ts';
import { type TransitionType, transitionTypes } from './transition-records.ts';

/** Why a transition, or a subscription as its target, is not possible; the codes travel as numbers. */
export interface EligibilityError {
  readonly code: number;
  readonly description: string;
}

const sourceErrors = (source: StandingSubscription, now: Date): readonly EligibilityError[] => {
  if (source.status !== 'active' || source.position.serviceUntil !== undefined)
    return [{ code: 1, description: 'Subscription cannot be transitioned because the source subscription is not active.' }];
  if (source.isPending || isPending(source.createdAt, now))
    return [{ code: 2, description: 'Subscription cannot be transitioned because the source subscription is not provisioned yet.' }];
  return [];
};

/** Whether somebody else's seats of the target stand in the way of taking the licences along. */
function conflictErrors(all: readonly StandingSubscription[], source: StandingSubscription, target: string): readonly EligibilityError[] {
  const isThere = all.some((one) => one.id !== source.id && one.status === 'active' && one.catalogItemId === target);
  return isThere ? [{ code: 3, description: 'Subscription cannot be transitioned because there are conflicting services.' }] : [];
}

/** What speaks against a transition of a kind to an item (transition eligibility, errors). */
export function transitionErrors(
  all: readonly StandingSubscription[], source: StandingSubscription, target: string, type: TransitionType, now: Date,
): readonly EligibilityError[] {
  const errors = sourceErrors(source, now);
  return errors.length > 0 || type === 'transition_only' ? errors : conflictErrors(all, source, target);
}

/** What speaks against moving seats into an existing subscription: codes 1 to 4 of the contract. */
export function targetErrors(source: StandingSubscription, target: StandingSubscription, now: Date): readonly EligibilityError[] {
  const [from, to] = [source.position, target.position];
  if (target.status !== 'active' || to.serviceUntil !== undefined) return [{ code: 1, description: 'Subscription is not active.' }];
  if (to.before === undefined && Date.parse(cancellableUntil(to)) > now.getTime())
    return [{ code: 2, description: 'Subscription is within cancellation window.' }];
  if (monthsOf(to.termDuration) < monthsOf(from.termDuration))
    return [{ code: 3, description: "The subscription's term duration is shorter than the source subscription's term duration." }];
  return Date.parse(to.end) < Date.parse(from.end)
    ? [{ code: 4, description: "Subscription term end date is before the source subscription's term end date." }]
    : [];
}

/** The same question about the same subscription has the same operation. */
const operationOf = (source: StandingSubscription, target: CatalogueItem): string =>
  guidFromText(`practice transition ${tagOf(source)} ${catalogItemIdOf(target)}`);

function eligibility(call: Call, all: readonly StandingSubscription[], source: StandingSubscription, target: CatalogueItem, isNow: boolean): object {
  const catalogItemId = catalogItemIdOf(target);
  const targets = isNow && !source.position.isTrial ? all.filter((one) => one.id !== source.id && one.catalogItemId === catalogItemId) : [];
  return {
    operationId: operationOf(source, target),
    catalogItemId,
    title: target.title,
    description: target.title,
    quantity: source.quantity,
    subscriptionEligibilities: targets
      .filter(({ status }) => status !== 'deleted')
      .map((one) => {
        const errors = targetErrors(source, one, call.now);
        return {
          isEligible: errors.length === 0,
          subscriptionId: one.id,
          subscriptionFriendlyName: shownName(one),
          subscriptionTermDuration: one.termDuration,
          subscriptionBillingCycle: one.billingCycle,
          errors,
        };
      }),
    eligibilities: transitionTypes.map((transitionType) => {
      const errors = transitionErrors(all, source, catalogItemId, transitionType, call.now);
      return { isEligible: errors.length === 0, transitionType, errors };
    }),
    attributes: { objectType: 'TransitionEligibility' },
  };
}

/**
 * get-transition-eligibilities: at once, or at the renewal (eligibilityType). Into an existing subscription seats go at once
 * only, and never those of a trial.
 */
export function transitionEligibilities(call: Call, source: StandingSubscription, customer: Customer): Answer {
  const type = (call.query.eligibilitytype ?? 'immediate').toLowerCase();
  if (type !== 'immediate' && type !== 'scheduled') return refuse(400, '900126', 'Unknown eligibilityType.', ['eligibilityType']);
  const all = everySubscription(call.state, customer, call.now);
  const isOffered = type === 'immediate' || !source.position.isTrial;
  const targets = isOffered ? transitionTargetsOf(source.catalogItemId) : [];
  return {
    status: 200,
    body: collection(
      targets.map((target) => eligibility(call, all, source, target, type === 'immediate')),
      `/customers/${customer.tenantId}/subscriptions/${source.id}/transitionEligibilities`,
    ),
  };
}
