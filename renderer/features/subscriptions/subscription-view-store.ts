import { create } from 'zustand';
import { plusSeconds } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { SubscriptionQuery } from '../../../shared/ports/mirror.ts';

export const subscriptionStates = ['active', 'suspended', 'expired', 'deleted'] as const;
export const endingPeriods = ['7', '30', '90'] as const;

/** What the list of subscriptions shows; kept while other screens are open. Empty text: not narrowed by that. */
export interface SubscriptionView {
  readonly text: string;
  readonly status: string;
  /** Partner ID, or `none`. */
  readonly reseller: string;
  /** Ends within so many days. */
  readonly endsWithin: string;
  /** Only those with a change on its way. */
  readonly isWaiting: boolean;
}

const everything: SubscriptionView = { text: '', status: '', reseller: '', endsWithin: '', isWaiting: false };

export const useSubscriptionView = create<SubscriptionView>(() => everything);
export const narrowSubscriptions = (filter: Partial<SubscriptionView>): void => useSubscriptionView.setState(filter);
export const showAllSubscriptions = (): void => useSubscriptionView.setState(everything, true);
export const isNarrowed = ({ status, reseller, endsWithin, isWaiting }: SubscriptionView): boolean =>
  `${status}${reseller}${endsWithin}` !== '' || isWaiting;

/** What the offline copy is asked. */
export const queryOf = ({ text, status, reseller, endsWithin }: SubscriptionView, now: Instant, limit: number): SubscriptionQuery => ({
  text, limit,
  ...(status === '' ? {} : { status }),
  ...(reseller === '' ? {} : { partnerId: reseller }),
  ...(endsWithin === '' ? {} : { endsBefore: plusSeconds(now, Number(endsWithin) * 86_400) }),
});
