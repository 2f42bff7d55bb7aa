import { Removal, isRemovalOpen, stepRemoval } from '../../../../shared/domain/partnership/removal.ts';
import { PartnershipRequest, stepRequest } from '../../../../shared/domain/partnership/request.ts';
import { Sighting, acceptancesIn, compareSightings } from '../../../../shared/domain/partnership/sighting.ts';
import type { Acceptance } from '../../../../shared/domain/partnership/sighting.ts';
import type { Reseller } from '../../../../shared/domain/reseller/reseller.ts';
import { Instant, isBefore, pastMoment } from '../../../../shared/instant.ts';
import type { Noticed, PartnershipStore } from '../../../../shared/ports/partnership-store.ts';
import { readRow, readRows } from '../readable-rows.ts';
import { addNotes, putRows } from './partnership-context.ts';
import type { PartnershipContext } from './partnership-context.ts';
import { removalNote } from './stored-removals.ts';
import { requestNote } from './stored-requests.ts';

/** When the list that was compared last was read. */
const noticedAtSetting = 'partnerships.noticed-at';
/** When a list was suddenly empty: all is gone only when the next one says so too. */
const emptyAtSetting = 'partnerships.empty-at';
const nothing: Noticed = { accepted: [], gone: [] };

const settingValue = (row: unknown): unknown => (typeof row === 'object' && row !== null && 'value' in row ? row.value : undefined);

/** What is known of every reseller that was ever listed. A row that cannot be read stays: nobody may write over it. */
async function knownSightings({ database }: PartnershipContext): Promise<{ known: Sighting[]; unreadable: ReadonlySet<unknown> }> {
  const known = readRows(Sighting, await database.sightings.toArray());
  const readable = new Set<string>(known.map(({ id }) => id));
  const keys = await database.sightings.toCollection().primaryKeys();
  return { known, unreadable: new Set(keys.filter((key) => !readable.has(key))) };
}

async function accept(context: PartnershipContext, found: readonly Acceptance[], at: Instant): Promise<Acceptance[]> {
  const accepted = found.flatMap(({ request, sighting }) => {
    const stepped = stepRequest(request, { name: 'accepted', resellerId: sighting.id }, at);
    return stepped.ok ? [{ request: stepped.value, sighting }] : [];
  });
  await putRows(context.database.requests, accepted.map(({ request }) => PartnershipRequest.parse(request)));
  await addNotes(context, accepted.map(({ request }) => requestNote(request, { at, who: 'app', what: 'partnership-accepted' })));
  return accepted;
}

async function endRemovals(context: PartnershipContext, listed: readonly Reseller[], at: Instant): Promise<void> {
  const now = context.clock.now();
  const { removals } = context.database;
  const ids = new Set(listed.map(({ id }) => id));
  const step = { name: 'gone' } as const;
  const ended = readRows(Removal, await removals.toArray()).flatMap((removal) => {
    const attestedAt = pastMoment(removal.attestedAt, now);
    // a list that was read before the attestation says nothing about it
    const isTooOld = attestedAt !== undefined && isBefore(at, attestedAt);
    if (!isRemovalOpen(removal) || ids.has(removal.resellerId) || isTooOld) return [];
    const stepped = stepRemoval(removal, step, at);
    return stepped.ok ? [stepped.value] : [];
  });
  await putRows(removals, ended.map((removal) => Removal.parse(removal)));
  await addNotes(context, ended.map((removal) => removalNote(removal, step, { at, who: 'app' })));
}

/**
 * Whether a list of several is empty for the first time: a hiccup of the service must not end what took years to build.
 * The last one of all may well be gone at once.
 */
async function isDoubtful(
  { database: { settings } }: PartnershipContext, known: readonly Sighting[], listed: readonly Reseller[], at: Instant,
): Promise<boolean> {
  const isSudden = listed.length === 0 && known.filter(({ goneAt }) => goneAt === undefined).length > 1;
  const emptyAt = readRow(Instant, settingValue(await settings.get(emptyAtSetting)));
  if (isSudden && (emptyAt === undefined || !isBefore(emptyAt, at))) {
    await settings.put({ name: emptyAtSetting, value: at });
    return true;
  }
  await settings.delete(emptyAtSetting);
  return false;
}

async function noticeNow(context: PartnershipContext, listed: readonly Reseller[], at: Instant): Promise<Noticed> {
  const { settings, sightings, requests } = context.database;
  const last = readRow(Instant, settingValue(await settings.get(noticedAtSetting)));
  const lastAt = pastMoment(last, context.clock.now());
  if (lastAt !== undefined && !isBefore(lastAt, at)) return nothing;
  const { known, unreadable } = await knownSightings(context);
  if (await isDoubtful(context, known, listed, at)) return nothing;
  const readable = listed.filter(({ id }) => !unreadable.has(id));
  const { changed, gone } = compareSightings(known, readable, at, last === undefined);
  await putRows(sightings, changed.map((sighting) => Sighting.parse(sighting)));
  const standing = new Map([...known, ...changed].map((sighting) => [sighting.id, sighting]));
  const found = acceptancesIn(readRows(PartnershipRequest, await requests.toArray()), [...standing.values()]);
  const accepted = await accept(context, found, at);
  await endRemovals(context, listed, at);
  await settings.put({ name: noticedAtSetting, value: at });
  return { accepted, gone };
}

/** What the lists of resellers told so far, and the comparison with the next one. */
export function storedSightings(context: PartnershipContext): Pick<PartnershipStore, 'sightings' | 'notice'> {
  const { database } = context;
  const { sightings, requests, removals, settings, journal } = database;
  return {
    sightings: async () => readRows(Sighting, await sightings.toArray()),
    notice: (listed, at) =>
      // the database keeps a transaction open for the awaits of an async function only
      database.transaction('rw', [sightings, requests, removals, settings, journal], async () => noticeNow(context, listed, at)),
  };
}
