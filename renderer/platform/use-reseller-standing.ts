import { useMemo } from 'react';
import { resellerStanding } from '../../shared/domain/partnership/reseller-standing.ts';
import type { ResellerStanding, StandingSubject } from '../../shared/domain/partnership/reseller-standing.ts';
import { usePartners } from './use-partners.ts';
import type { Partners } from './use-partners.ts';

/** How a reseller named by a draft or an operation stands now; undefined for a direct customer and before the first answer. */
export type StandingOf = (reseller: StandingSubject | { readonly kind: 'direct' } | undefined) => ResellerStanding | undefined;

function standingsBy(partners: Partners | undefined): StandingOf {
  if (partners === undefined) return () => undefined;
  const { rows, rowOf, verdictOf, ownPartnerId, readAt: listedAt } = partners;
  const byPartnerId = new Map<string, Partners['rows'][number]>(rows.map((row) => [row.partnerId, row]));
  const facts = { ownPartnerId, listedAt, byId: rowOf, byPartnerId: (id: string) => byPartnerId.get(id), verdictOf };
  return (reseller) => (reseller === undefined || !('partnerId' in reseller) ? undefined : resellerStanding(reseller, facts));
}

/** Answers how resellers stand, by the list, the checks and the own Partner ID as they are known here. */
export function useResellerStanding(): StandingOf {
  const partners = usePartners();
  return useMemo(() => standingsBy(partners), [partners]);
}
