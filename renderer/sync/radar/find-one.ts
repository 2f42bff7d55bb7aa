import type { Finding } from '../../../shared/domain/partnership/verdict.ts';
import type { PartnerId } from '../../../shared/ids.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Mirror } from '../../../shared/ports/mirror.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { readResult } from '../server-read.ts';
import { checkedFinding, invalidFinding, notOffered, plainFinding, refusedFinding } from './findings.ts';
import type { RadarCalls } from './radar-calls.ts';

interface FindingParts {
  readonly calls: Pick<RadarCalls, 'ask'>;
  readonly mirror: Pick<Mirror, 'organization'>;
  readonly clock: Clock;
}

const named = (finding: Finding, name: string | undefined): Finding => (name === undefined ? finding : { ...finding, name });

/**
 * Finds out now how one Partner ID stands: whose it is, whether the agreement is signed, and whether it may stand on an
 * order. Where the last is not offered, the first two are the answer; where it brings no answer, nothing is known.
 */
export async function findOne(partnerId: PartnerId, { calls, mirror, clock }: FindingParts): Promise<Result<Finding>> {
  const looked = (): Parameters<typeof plainFinding>[0] => ({ partnerId, at: clock.now() });
  if ((await mirror.organization())?.partnerId === partnerId) return ok(plainFinding(looked(), 'own-id'));
  const checked = readResult(await calls.ask('check-reseller', { partnerId }));
  if (!checked.ok) {
    const finding = refusedFinding(looked(), checked.error);
    return finding === undefined ? checked : ok(finding);
  }
  const finding = checkedFinding(looked(), checked.value);
  if (!checked.value.isKnown) return ok(finding);
  const validated = await calls.ask('validate-resellers', { partnerIds: [partnerId] });
  if (validated.outcome === 'refused') {
    if (notOffered.has(validated.failure.code)) return ok(finding);
    const refused = refusedFinding(looked(), validated.failure);
    if (refused !== undefined) return ok(named(refused, checked.value.name));
  }
  const validation = readResult(validated);
  if (!validation.ok) return validation;
  const invalid = validation.value.results.find((result) => result.partnerId === partnerId && !result.isValid);
  return ok(invalid === undefined ? finding : named(invalidFinding(looked(), invalid), checked.value.name));
}
