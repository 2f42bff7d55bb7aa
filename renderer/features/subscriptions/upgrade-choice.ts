import type { Offer, OfferTerm } from '../../../shared/domain/catalogue/offer.ts';
import { subscriptionName } from '../../../shared/domain/subscription/subscription.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import type { TransitionType, UpgradeTarget } from '../../../shared/domain/subscription/upgrade.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import type { TransitionSubscriptionPayload } from '../../../shared/sync/operation.ts';

/** What is chosen in the form of an upgrade. */
export interface UpgradeChoice {
  readonly target: UpgradeTarget;
  readonly seats: string;
  /** The id of the subscription the seats go into; empty: none that is there. */
  readonly into: string;
  readonly way: TransitionType;
  /** Term and billing cycle; empty: as they are. */
  readonly pair: string;
  readonly isUnderstood: boolean;
}

const terms = ['P1M', 'P1Y', 'P3Y'];
export const pairOf = ({ termDuration, billingCycle }: OfferTerm): string => `${termDuration} ${billingCycle}`;
export const ownPair = ({ termDuration = '', billingCycle = '' }: Subscription): string =>
  `${termDuration.toUpperCase()} ${billingCycle.toLowerCase()}`;

/** The pairs an upgrade may take: never a shorter term than it has (create-transition, 900267), and any for a trial. */
export function pairsFor(offer: Offer | undefined, subscription: Subscription): readonly OfferTerm[] {
  const least = subscription.isTrial === true ? 0 : terms.indexOf(subscription.termDuration?.toUpperCase() ?? '');
  return (offer?.terms ?? []).filter(({ termDuration }) => terms.indexOf(termDuration) >= least);
}

export const isOwnKept = (pairs: readonly OfferTerm[], subscription: Subscription): boolean =>
  subscription.isTrial !== true && pairs.some((one) => pairOf(one) === ownPair(subscription));

/** The choice a form begins with for a target: all seats, as they are billed where the target is billed so too. */
export function beginOf(target: UpgradeTarget, offer: Offer | undefined, subscription: Subscription): UpgradeChoice {
  const pairs = pairsFor(offer, subscription);
  const [first] = pairs;
  const pair = first === undefined || isOwnKept(pairs, subscription) ? '' : pairOf(first);
  const ways = target.ways.filter(({ isEligible }) => isEligible);
  const way = ways.find(({ type }) => type === 'transition_only') ?? ways[0];
  const seats = String(subscription.quantity);
  return { target, seats, into: '', way: way?.type ?? 'transition_only', pair, isUnderstood: false };
}

/** The pair the seats will have. */
export function pairWanted({ pair, into, target }: UpgradeChoice, subscription: Subscription): readonly [term: string, cycle: string] {
  const existing = target.into.find(({ subscriptionId }) => subscriptionId === into);
  const text = existing ? `${existing.termDuration ?? ''} ${existing.billingCycle ?? ''}` : pair === '' ? ownPair(subscription) : pair;
  const [term = '', cycle = ''] = text.split(' ');
  return [term, cycle];
}

/** What the upgrade means for term, window and the rest; the sentence is `upgrade.effect.<which>`. */
export const upgradeEffects = ['whole', 'part', 'into-whole', 'into-part', 'trial-whole', 'trial-part', 'term-whole', 'term-part'] as const;
export type UpgradeEffect = (typeof upgradeEffects)[number];

export function effectOf(choice: UpgradeChoice, subscription: Subscription): UpgradeEffect {
  const extent = seatsOf(choice) < subscription.quantity ? 'part' : 'whole';
  if (choice.into !== '') return `into-${extent}`;
  if (subscription.isTrial === true) return `trial-${extent}`;
  const [term] = pairWanted(choice, subscription);
  return term === subscription.termDuration?.toUpperCase() ? extent : `term-${extent}`;
}

/** Why the choice cannot be sent; the sentence is `upgrade.problem.<why>`. */
export const upgradeProblems = ['seats', 'way', 'confirm'] as const;
export type UpgradeProblem = (typeof upgradeProblems)[number];

export const seatsOf = ({ seats }: UpgradeChoice): number => (/^\d{1,9}$/u.test(seats.trim()) ? Number(seats) : Number.NaN);

export function upgradeProblem(choice: UpgradeChoice, subscription: Subscription): UpgradeProblem | undefined {
  const seats = seatsOf(choice);
  if (!(seats >= 1 && seats <= subscription.quantity)) return 'seats';
  if (!choice.target.ways.some(({ type, isEligible }) => isEligible && type === choice.way)) return 'way';
  return choice.isUnderstood ? undefined : 'confirm';
}

/** What goes into the outbox for it. */
export function payloadOf(
  choice: UpgradeChoice, subscription: Subscription, customer: { readonly id: CustomerTenantId; readonly name: string },
): TransitionSubscriptionPayload {
  const { target, into, way, pair } = choice;
  const { id, status, quantity, offerId } = subscription;
  const existing = target.into.find(({ subscriptionId }) => subscriptionId === into);
  const [termDuration, billingCycle] = pairWanted(choice, subscription);
  return {
    customer: { kind: 'tenant', customerId: customer.id }, customerName: customer.name,
    subscriptionId: id, subscriptionName: subscriptionName(subscription),
    target: { catalogItemId: target.catalogItemId, title: target.title }, quantity: seatsOf(choice), transitionType: way,
    ...(existing && { toSubscription: { id: existing.subscriptionId, name: existing.name } }),
    ...(!existing && pair !== '' && pair !== ownPair(subscription) && { termDuration, billingCycle }),
    before: { status, quantity, ...(offerId !== undefined && { offerId }) },
  };
}
