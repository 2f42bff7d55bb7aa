import type { Instant } from '../../instant.ts';
import { decideBy, fateOf, fateWithoutRenewal, isRunning } from './end-of-term.ts';
import type { EndingSubscription, Fate } from './end-of-term.ts';
import { costOfFate } from './renewal-price.ts';
import type { EndCost, Prices } from './renewal-price.ts';

/** What the end of one subscription comes to. */
export interface Renewal {
  readonly endsAt: Instant;
  /** The last moment at which a choice still counts. */
  readonly decideBy: Instant;
  readonly fate: Fate;
  /** Of doing nothing. */
  readonly cost: EndCost;
  /** Of renewing as it is, for comparison; the same as `cost` where that is what happens. */
  readonly renewed: EndCost;
  /** What it comes to with the renewal switched off: what `extend` chooses. */
  readonly withoutRenewal: { readonly fate: Fate; readonly cost: EndCost };
  /** What it comes to where `end` is chosen. */
  readonly ended: { readonly fate: Fate; readonly cost: EndCost };
}

/**
 * What happens at the end of a subscription when nobody acts, and what that costs, beside the other ways. Undefined for one that
 * never ends or is over already. `now` is the time of the server.
 */
export function renewalOf(subscription: EndingSubscription, now: Instant, prices: Prices): Renewal | undefined {
  const { endsAt } = subscription;
  if (endsAt === undefined || !isRunning(subscription)) return undefined;
  const by = decideBy(endsAt);
  const moments = { end: by, now };
  const fate = fateOf(subscription, endsAt, now);
  const off = fateWithoutRenewal(subscription, endsAt);
  const withoutRenewal = { fate: off, cost: costOfFate(subscription, off, prices, moments) };
  const isTrial = subscription.isTrial === true;
  return {
    endsAt, decideBy: by, fate,
    cost: costOfFate(subscription, fate, prices, moments),
    renewed: costOfFate(subscription, isTrial ? 'trial-renews' : 'renews', prices, moments),
    withoutRenewal,
    ended: off === 'extends' || subscription.atTermEnd === 'cancel' ? { fate: 'ends', cost: { kind: 'none' } } : withoutRenewal,
  };
}
