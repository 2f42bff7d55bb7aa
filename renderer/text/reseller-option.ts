import type { TFunction } from 'i18next';
import type { VerdictStanding } from '../../shared/domain/partnership/verdict.ts';

export interface ResellerOptionFacts {
  /** Empty when it has none. */
  readonly partnerId: string;
  readonly isActive: boolean;
  /** What the last check of its Partner ID found, when it was ever checked. */
  readonly standing?: VerdictStanding | undefined;
}

/** The second line of a reseller in a choice: its Partner ID, and what speaks against it. */
export function resellerOptionDetail(t: TFunction, { partnerId, isActive, standing = 'good' }: ResellerOptionFacts): string {
  const id = partnerId === '' ? t('resellerChoice.noPartnerId') : t('resellerChoice.partnerId', { partnerId });
  const warnings = [...(isActive ? [] : [t('resellerChoice.notActive')]), ...(standing === 'good' ? [] : [t(`verdict.${standing}.short`)])];
  return [id, ...warnings].join(' · ');
}
