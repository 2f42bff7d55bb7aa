import { create } from 'zustand';
import type { End } from '../../../platform/read-ends.ts';
import { isWithinDays } from '../../../../shared/domain/renewal/end-of-term.ts';
import type { Instant } from '../../../../shared/instant.ts';

export const endWindows = ['7', '30', '90'] as const;

/** What the board shows; kept while other screens are open. Empty text: not narrowed by that. */
export interface EndingView {
  readonly text: string;
  /** One of `endWindows`. */
  readonly days: string;
  /** Partner ID, or `none`. */
  readonly reseller: string;
  readonly fate: string;
  readonly decision: '' | 'undecided' | 'decided';
  readonly shows: 'list' | 'picture';
}

const everything: EndingView = { text: '', days: '90', reseller: '', fate: '', decision: '', shows: 'list' };

export const useEndingView = create<EndingView>(() => everything);
export const narrowEnds = (filter: Partial<EndingView>): void => useEndingView.setState(filter);
export const showAllEnds = (): void => useEndingView.setState(({ shows }) => ({ ...everything, shows }));
export const isNarrowed = ({ text, days, reseller, fate, decision }: EndingView): boolean =>
  `${text}${reseller}${fate}${decision}` !== '' || days !== everything.days;

const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The ends that the board shows; those that are over stand in every window. */
export function shownEnds(ends: readonly End[], view: EndingView, now: Instant): readonly End[] {
  const words = folded(view.text).split(/\s+/u).filter((word) => word !== '');
  return ends.filter(({ row: { subscription, customerName }, renewal, isDecided }) => {
    const text = folded(`${customerName} ${subscription.friendlyName} ${subscription.offerName} ${subscription.id}`);
    return isWithinDays(renewal.decideBy, now, Number(view.days))
      && words.every((word) => text.includes(word))
      && (view.reseller === '' || (view.reseller === 'none' ? undefined : view.reseller) === subscription.partnerId)
      && (view.fate === '' || renewal.fate === view.fate)
      && (view.decision === '' || isDecided === (view.decision === 'decided'));
  });
}
