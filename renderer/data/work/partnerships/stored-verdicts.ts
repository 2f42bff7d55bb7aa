import { Sighting } from '../../../../shared/domain/partnership/sighting.ts';
import { Verdict, withFinding } from '../../../../shared/domain/partnership/verdict.ts';
import type { Finding } from '../../../../shared/domain/partnership/verdict.ts';
import type { PartnerId } from '../../../../shared/ids.ts';
import { newVerdictId } from '../../../../shared/ids.ts';
import { isBefore, pastMoment } from '../../../../shared/instant.ts';
import type { PartnershipStore } from '../../../../shared/ports/partnership-store.ts';
import { readRow, readRows } from '../readable-rows.ts';
import { addNotes, putRows } from './partnership-context.ts';
import type { PartnershipContext, PartnershipNote } from './partnership-context.ts';

const partnerIdOf = (raw: unknown): string | undefined =>
  typeof raw === 'object' && raw !== null && 'partnerId' in raw && typeof raw.partnerId === 'string' ? raw.partnerId : undefined;

/** The newest readable row of each Partner ID among rows that come oldest first. Rows behind it are not even parsed. */
function latestOf(raw: readonly unknown[]): Map<string, Verdict> {
  const latest = new Map<string, Verdict>();
  for (const row of raw.toReversed()) {
    const partnerId = partnerIdOf(row);
    if (partnerId === undefined || latest.has(partnerId)) continue;
    const verdict = readRow(Verdict, row);
    if (verdict !== undefined) latest.set(partnerId, verdict);
  }
  return latest;
}

/** A first "good" is no news: a walk over 2,000 Partner IDs must not fill the journal. */
const isNews = (before: Verdict | undefined, { standing }: Verdict): boolean =>
  before === undefined ? standing !== 'good' : before.standing !== standing;

async function notesOf({ database }: PartnershipContext, news: readonly Verdict[]): Promise<PartnershipNote[]> {
  if (news.length === 0) return [];
  const listed = readRows(Sighting, await database.sightings.toArray());
  const nameOf = new Map<string, string>(listed.map(({ partnerId, name }) => [partnerId, name]));
  return news.map(({ checkedAt, partnerId, standing, name, code }) => ({
    at: checkedAt,
    who: 'app',
    what: 'verdict-found',
    subject: nameOf.get(partnerId) ?? name,
    details: { partnerId, standing, ...(code === undefined ? {} : { serverCode: code }) },
  }));
}

/** What was found about Partner IDs. Ids of one Partner ID sort as they were written, so the row with the last id is the latest of its Partner ID. */
export function storedVerdicts(context: PartnershipContext): Pick<PartnershipStore, 'verdicts' | 'verdictsOf' | 'recordFindings'> {
  const { database, clock } = context;
  const { verdicts, sightings, journal } = database;
  const ofPartner = async (partnerIds: readonly PartnerId[]): Promise<unknown[]> =>
    verdicts.where('partnerId').anyOf(partnerIds).sortBy('id');
  return {
    verdicts: async () => [...latestOf(await verdicts.orderBy('id').toArray()).values()],
    verdictsOf: async (partnerId) => readRows(Verdict, await ofPartner([partnerId])).toReversed(),
    recordFindings: (findings: readonly Finding[]) =>
      database.transaction('rw', verdicts, sightings, journal, async () => {
        const latest = latestOf(await ofPartner([...new Set(findings.map(({ partnerId }) => partnerId))]));
        const changed = new Map<string, Verdict>();
        const news: Verdict[] = [];
        for (const finding of findings) {
          const before = latest.get(finding.partnerId);
          const checkedAt = pastMoment(before?.checkedAt, clock.now());
          // another window, or a person, has found out something newer in between
          if (checkedAt !== undefined && isBefore(finding.checkedAt, checkedAt)) continue;
          const verdict = Verdict.parse(withFinding(before, finding, () => newVerdictId(before?.id)));
          latest.set(finding.partnerId, verdict);
          changed.set(verdict.id, verdict);
          if (isNews(before, verdict)) news.push(verdict);
        }
        await putRows(verdicts, [...changed.values()]);
        await addNotes(context, await notesOf(context, news));
      }),
  };
}
