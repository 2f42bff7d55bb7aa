import { z } from 'zod';
import type { Failure, FailureCode } from '../../contract/failure.ts';
import { PartnerId, VerdictId } from '../../ids.ts';
import { Instant, isBefore, plusSeconds } from '../../instant.ts';

/** How a Partner ID stands as partner on record. Each has its sentence, its consequence and its next step (`verdict.*`). */
export const verdictStandings = [
  'good', 'unknown-id', 'own-id', 'not-reseller', 'other-region', 'suspended', 'agreement-missing',
] as const;
export const VerdictStanding = z.enum(verdictStandings);
export type VerdictStanding = z.infer<typeof VerdictStanding>;

/** What was found about a Partner ID. The same finding again only moves `checkedAt` on: the history tells changes. */
export const Verdict = z.object({
  id: VerdictId,
  partnerId: PartnerId,
  standing: VerdictStanding,
  /** Name of the company behind it, as the server says it. */
  name: z.string().optional(),
  /** The server's own code and words. */
  code: z.string().optional(),
  text: z.string().max(2000).optional(),
  firstFoundAt: Instant,
  checkedAt: Instant,
  checks: z.number().int().min(1),
});
export type Verdict = z.infer<typeof Verdict>;

/** What one check found. */
export type Finding = Pick<Verdict, 'partnerId' | 'standing' | 'name' | 'code' | 'text' | 'checkedAt'>;

/**
 * Since when Microsoft refuses a Partner ID that is not good: new orders since 1 September 2025 (Microsoft Partner
 * Agreement FAQ; a Q&A answer says 2 June 2025 for new subscriptions), changes of seats, billing plan and term since
 * 1 December 2025 (domain facts, Partner of Record).
 */
export const enforcedSince = { orders: '2025-09-01', changes: '2025-12-01' } as const;

const ofFailure: Partial<Record<FailureCode, VerdictStanding>> = {
  'partner-id-unknown': 'unknown-id',
  'partner-id-own': 'own-id',
  'partner-id-not-reseller': 'not-reseller',
  'partner-id-region': 'other-region',
  'partner-id-inactive': 'suspended',
  'reseller-agreement-missing': 'agreement-missing',
};

/** What a refusal says about the Partner ID; undefined when it says nothing about it (no network, no role, throttled). */
export const standingOfFailure = ({ code }: Pick<Failure, 'code'>): VerdictStanding | undefined => ofFailure[code];

const oldAfterSeconds = 7 * 24 * 3600;

/** A verdict of more than seven days ago is shown with its age as a warning: agreements and suspensions change. */
export const isVerdictOld = ({ checkedAt }: Pick<Verdict, 'checkedAt'>, now: Instant): boolean =>
  isBefore(plusSeconds(checkedAt, oldAfterSeconds), now);

/** What a finding makes of what was known: the same row with a later date, or a new row. */
export function withFinding(latest: Verdict | undefined, finding: Finding, newId: () => VerdictId): Verdict {
  const isSame = latest !== undefined && latest.standing === finding.standing && latest.code === finding.code;
  if (isSame) {
    const { name = latest.name, text = latest.text } = finding;
    return {
      ...latest, checkedAt: finding.checkedAt, checks: latest.checks + 1,
      // found by a clock that was ahead
      ...(isBefore(finding.checkedAt, latest.firstFoundAt) ? { firstFoundAt: finding.checkedAt } : {}),
      ...(name === undefined ? {} : { name }), ...(text === undefined ? {} : { text }),
    };
  }
  return { ...finding, id: newId(), firstFoundAt: finding.checkedAt, checks: 1 };
}
