import { z } from 'zod';
import { ResellerTenantId } from '../../ids.ts';
import type { PartnershipRequestId } from '../../ids.ts';
import { Instant, isBefore } from '../../instant.ts';
import type { Reseller } from '../reseller/reseller.ts';
import { foldedWord } from './folded-word.ts';
import { isRequestOpen } from './request.ts';
import type { PartnershipRequest } from './request.ts';

/**
 * That a reseller stood in the list of partnerships, from when to when. The only sign of an acceptance or a removal there
 * is (contract: request-reseller-partnership, remove-reseller-partnership); kept with the work, because the offline copy
 * may be dropped.
 */
export const Sighting = z.object({
  id: ResellerTenantId,
  name: z.string(),
  partnerId: z.string(),
  location: z.string(),
  firstSeenAt: Instant,
  /** It stood in the first list that was ever read: nobody knows since when. */
  isFromStart: z.boolean(),
  /** When it was first missing from the list; absent while it stands in it. */
  goneAt: Instant.optional(),
});
export type Sighting = z.infer<typeof Sighting>;

export interface SightingNews {
  /** New, changed, gone or returned: what is to be stored. */
  readonly changed: readonly Sighting[];
  readonly appeared: readonly Sighting[];
  readonly gone: readonly Sighting[];
}

function seen(reseller: Reseller, known: Sighting | undefined, at: Instant, isFromStart: boolean): Sighting {
  const { id, name, partnerId, location } = reseller;
  const isNew = known === undefined || known.goneAt !== undefined;
  return { id, name, partnerId, location, firstSeenAt: isNew ? at : known.firstSeenAt, isFromStart: isNew ? isFromStart : known.isFromStart };
}

const isSame = (a: Sighting, b: Sighting): boolean =>
  a.name === b.name && a.partnerId === b.partnerId && a.location === b.location && a.goneAt === b.goneAt && a.firstSeenAt === b.firstSeenAt;

/**
 * What a complete list, read at `at`, says beside what was known. A list that was cut short must never come here. `isFirst`:
 * no list was read before this one, also not an empty one.
 */
export function compareSightings(
  known: readonly Sighting[], listed: readonly Reseller[], at: Instant, isFirst = known.length === 0,
): SightingNews {
  const byId = new Map(known.map((sighting) => [sighting.id, sighting]));
  const now = listed.map((reseller) => seen(reseller, byId.get(reseller.id), at, isFirst));
  const changed = now.filter((sighting) => {
    const before = byId.get(sighting.id);
    return before === undefined || !isSame(before, sighting);
  });
  const appeared = changed.filter(({ id, isFromStart }) => !isFromStart && (byId.get(id) === undefined || byId.get(id)?.goneAt !== undefined));
  const ids = new Set(listed.map(({ id }) => id));
  const gone = known.filter(({ id, goneAt }) => goneAt === undefined && !ids.has(id)).map((sighting) => ({ ...sighting, goneAt: at }));
  return { changed: [...changed, ...gone], appeared, gone };
}

/** Whether a reseller of the list is surely the one that was asked: the same Partner ID, or without one the same name. */
export function isRequestedOne({ reseller }: PartnershipRequest, sighting: Pick<Sighting, 'name' | 'partnerId'>): boolean {
  if (reseller.partnerId !== undefined && sighting.partnerId !== '') return reseller.partnerId === sighting.partnerId;
  return foldedWord(reseller.name) === foldedWord(sighting.name);
}

export interface Acceptance {
  readonly request: PartnershipRequest;
  readonly sighting: Sighting;
}

/** Whether its turning up has been the answer to a request already; one that left and came back may answer another. */
const isAnswer = (requests: readonly PartnershipRequest[], { id, firstSeenAt }: Sighting): boolean =>
  requests.some(({ resellerId, acceptedAt }) => resellerId === id && acceptedAt !== undefined && !isBefore(acceptedAt, firstSeenAt));

/**
 * Requests whose reseller stands in the list since they were prepared. One reseller answers one request, the latest; a
 * request that fits two of them is left to the person.
 */
export function acceptancesIn(requests: readonly PartnershipRequest[], sightings: readonly Sighting[]): readonly Acceptance[] {
  const since = (request: PartnershipRequest, { firstSeenAt, goneAt, isFromStart }: Sighting): boolean =>
    goneAt === undefined && !isFromStart && !isBefore(firstSeenAt, request.createdAt);
  const open = requests.filter(isRequestOpen).toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  const taken = new Set<string>(sightings.filter((sighting) => isAnswer(requests, sighting)).map(({ id }) => id));
  return open.flatMap((request) => {
    const fitting = sightings.filter((sighting) => since(request, sighting) && isRequestedOne(request, sighting));
    const [sighting] = fitting;
    if (sighting === undefined || fitting.length > 1 || taken.has(sighting.id)) return [];
    taken.add(sighting.id);
    return [{ request, sighting }];
  });
}

/** Both have a Partner ID, and not the same: surely another company. */
const isContradicted = ({ reseller }: PartnershipRequest, { partnerId }: Sighting): boolean =>
  reseller.partnerId !== undefined && partnerId !== '' && reseller.partnerId !== partnerId;

/** It came after the request. Of the first list of all nobody knows since when it names a reseller: there it must fit too. */
const cameAfter = (request: PartnershipRequest, sighting: Sighting): boolean =>
  !isBefore(sighting.firstSeenAt, request.createdAt) && (!sighting.isFromStart || isRequestedOne(request, sighting));

/**
 * Resellers that may be the answer to a request whose letter left the app, though nothing tells for sure: the person
 * decides. Asked once: not of those that answered another request, nor of those the person said no to. Surest first.
 */
export function possibleAnswers(
  request: PartnershipRequest, sightings: readonly Sighting[], answered: ReadonlySet<string>,
): readonly Sighting[] {
  if (request.state !== 'opened' && request.state !== 'sent') return [];
  const denied = new Set<string>(request.notThese);
  const possible = sightings.filter((sighting) =>
    sighting.goneAt === undefined && !answered.has(sighting.id) && !denied.has(sighting.id) &&
    !isContradicted(request, sighting) && cameAfter(request, sighting));
  const fits = possible.filter((sighting) => isRequestedOne(request, sighting));
  return [...fits, ...possible.filter((sighting) => !fits.includes(sighting))];
}

/** The requests that wait for the person's word, each with the resellers that may have answered it. */
export function openQuestions(
  requests: readonly PartnershipRequest[], sightings: readonly Sighting[],
): ReadonlyMap<PartnershipRequestId, readonly Sighting[]> {
  const answered = new Set(requests.flatMap(({ resellerId }) => resellerId ?? []));
  const asked = requests.map((request) => [request.id, possibleAnswers(request, sightings, answered)] as const);
  return new Map(asked.filter(([, answers]) => answers.length > 0));
}
