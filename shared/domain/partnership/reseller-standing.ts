import type { Instant } from '../../instant.ts';
import { isActive } from '../reseller/reseller.ts';
import type { Reseller } from '../reseller/reseller.ts';
import type { Verdict, VerdictStanding } from './verdict.ts';

/**
 * How a reseller named by a draft, an order or a subscription stands as far as is known here. `ok`: listed, active and
 * checked; `gone`: no longer in the list; `unknown`: its Partner ID was never checked; the rest is why Microsoft refuses it.
 */
export const resellerStandingNames = [
  'ok', 'gone', 'suspended', 'unknown', 'unknown-id', 'own-id', 'not-reseller', 'other-region', 'agreement-missing',
] as const satisfies readonly ('ok' | 'gone' | 'unknown' | Exclude<VerdictStanding, 'good'>)[];
export type ResellerStandingName = (typeof resellerStandingNames)[number];

export interface ResellerStanding {
  readonly standing: ResellerStandingName;
  /** How old what it rests on is: the list for `gone` and a suspended partnership, else the check. Missing when nothing is needed. */
  readonly at?: Instant;
}

/** Who is asked about: by tenant id where it is known, else by Partner ID. */
export interface StandingSubject {
  readonly id?: string | undefined;
  readonly partnerId: string;
}

/** What is known here. */
export interface StandingFacts {
  readonly ownPartnerId: string | undefined;
  /** When the list of resellers was read; undefined while it never was. */
  readonly listedAt: Instant | undefined;
  readonly byId: (id: string) => Reseller | undefined;
  readonly byPartnerId: (partnerId: string) => Reseller | undefined;
  readonly verdictOf: (partnerId: string) => Pick<Verdict, 'standing' | 'checkedAt'> | undefined;
}

/**
 * What holds comes first, in this order:
 * 1. the provider's own Partner ID is never a reseller's, whatever anybody found (create-cart-for-reseller, 2072);
 * 2. a reseller that was chosen from the list and is no longer in it has no partnership: a check of its Partner ID cannot mend
 *    that; one that was entered by its Partner ID alone never was in it (portal task T5);
 * 3. a partnership that is not active stops new business (list-indirect-resellers, state);
 * 4. what the last check found;
 * 5. without a check nothing is known.
 */
export function resellerStanding({ id, partnerId }: StandingSubject, facts: StandingFacts): ResellerStanding {
  if (partnerId !== '' && partnerId === facts.ownPartnerId) return { standing: 'own-id' };
  const listed = id === undefined ? facts.byPartnerId(partnerId) : facts.byId(id);
  const { listedAt } = facts;
  if (listedAt !== undefined && listed === undefined && id !== undefined) return { standing: 'gone', at: listedAt };
  if (listed !== undefined && !isActive(listed)) {
    return { standing: 'suspended', ...(listedAt === undefined ? {} : { at: listedAt }) };
  }
  const verdict = facts.verdictOf(partnerId);
  if (verdict === undefined) return { standing: 'unknown' };
  return { standing: verdict.standing === 'good' ? 'ok' : verdict.standing, at: verdict.checkedAt };
}
