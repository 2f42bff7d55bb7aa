import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWord } from '../../../shared/domain/partnership/folded-word.ts';
import { acceptancesIn, compareSightings, openQuestions, possibleAnswers } from '../../../shared/domain/partnership/sighting.ts';
import type { Sighting } from '../../../shared/domain/partnership/sighting.ts';
import { ResellerTenantId } from '../../../shared/ids.ts';
import { daysLater, idOf, noon, partnerIdOf, requestOf, resellerOf, sightingOf } from './partnership-builders.ts';

const list = (...numbers: readonly number[]) => numbers.map((number) => resellerOf(number));
const laid = (known: readonly Sighting[], changed: readonly Sighting[]): Sighting[] =>
  [...new Map([...known, ...changed].map((one) => [one.id, one])).values()];

describe('comparing a list with what was known', () => {
  it('takes the first list for a baseline: nobody appeared', () => {
    const news = compareSightings([], list(1, 2), noon);
    expect(news).toMatchObject({ appeared: [], gone: [] });
    expect(news.changed).toEqual([1, 2].map((number) => sightingOf(number, { firstSeenAt: noon, isFromStart: true })));
  });

  it('takes a first reseller after an empty first list for one that appeared', () => {
    expect(compareSightings([], list(1), noon, false).appeared).toEqual([sightingOf(1, { firstSeenAt: noon })]);
  });

  it('tells who appeared, who is gone, and who came back', () => {
    const known = compareSightings([], list(1, 2), noon).changed;
    const second = compareSightings(known, list(2, 3), daysLater(1));
    expect(second.appeared.map(({ id }) => id)).toEqual([idOf(3)]);
    expect(second.gone).toEqual([{ ...sightingOf(1, { firstSeenAt: noon, isFromStart: true }), goneAt: daysLater(1) }]);
    const third = compareSightings(laid(known, second.changed), list(1, 2, 3), daysLater(2));
    const back = sightingOf(1, { firstSeenAt: daysLater(2) });
    expect(third).toEqual({ changed: [back], appeared: [back], gone: [] });
  });

  it('stores a new name, Partner ID or country without taking it for somebody new', () => {
    const known = compareSightings([], list(1), noon).changed;
    const news = compareSightings(known, [resellerOf(1, { name: 'Renamed', partnerId: partnerIdOf(9), location: 'DE' })], daysLater(1));
    expect(news.appeared).toEqual([]);
    expect(news.changed).toEqual([
      sightingOf(1, { name: 'Renamed', partnerId: partnerIdOf(9), location: 'DE', firstSeenAt: noon, isFromStart: true }),
    ]);
  });

  it('says each thing once: the same list again is no news, and everyone stands as the last list says', () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 8 })), { minLength: 1, maxLength: 8 }), (lists) => {
        let known: Sighting[] = [];
        for (const [day, numbers] of lists.entries()) {
          const { changed } = compareSightings(known, list(...numbers), daysLater(day), day === 0);
          known = laid(known, changed);
          const again = compareSightings(known, list(...numbers), daysLater(day, 1), false);
          expect(again).toEqual({ changed: [], appeared: [], gone: [] });
          const standing = known.filter(({ goneAt }) => goneAt === undefined).map(({ id }) => id);
          expect(standing.toSorted()).toEqual(numbers.map((number) => idOf(number)).toSorted());
        }
      }),
    );
  });
});

describe('acceptances', () => {
  const idsOf = (...found: Parameters<typeof acceptancesIn>): readonly (readonly string[])[] =>
    acceptancesIn(...found).map(({ request, sighting }) => [request.id, sighting.id]);
  const byId = requestOf({ reseller: { partnerId: partnerIdOf(1) } });

  it('are seen by Partner ID, whatever the name', () => {
    expect(idsOf([byId], [sightingOf(2), sightingOf(1, { name: 'Other name' })])).toEqual([[byId.id, idOf(1)]]);
    expect(idsOf([byId], [sightingOf(2, { name: 'Alba S.r.l.' })])).toEqual([]);
  });

  it('are seen by name where no Partner ID tells, whatever case, accents and dots', () => {
    const byName = requestOf({ reseller: { name: 'Società Àgricola «Più» S.r.l.' } });
    expect(idsOf([byName], [sightingOf(1, { name: 'SOCIETA AGRICOLA PIU SRL' })])).toEqual([[byName.id, idOf(1)]]);
    expect(idsOf([byId], [sightingOf(1, { name: 'ALBA SRL', partnerId: '' })])).toEqual([[byId.id, idOf(1)]]);
    expect(foldedWord('Straße 3')).not.toBe(foldedWord('Straße 4'));
  });

  it('are left to the person when two fit', () => {
    const byName = requestOf();
    expect(idsOf([byName], [sightingOf(1, { name: 'Alba srl' }), sightingOf(2, { name: 'ALBA S.R.L.' })])).toEqual([]);
  });

  it.each<readonly [string, object]>([
    ['stood in the list before the request', { firstSeenAt: daysLater(-1) }],
    ['stood in the first list of all, read before the request', { firstSeenAt: daysLater(-1), isFromStart: true }],
    ['is gone again', { goneAt: daysLater(2) }],
  ])('do not count for one that %s', (_name, more) => {
    expect(idsOf([byId], [sightingOf(1, more)])).toEqual([]);
    expect(possibleAnswers({ ...byId, state: 'sent' }, [sightingOf(1, more)], new Set())).toEqual([]);
  });

  it('count from the very moment of the request on', () => {
    expect(idsOf([byId], [sightingOf(1, { firstSeenAt: noon })])).toHaveLength(1);
  });

  it.each(['accepted', 'withdrawn'] as const)('do not touch a request that is %s', (state) => {
    expect(idsOf([{ ...byId, state }], [sightingOf(1)])).toEqual([]);
  });

  it('answer the latest of two requests, and the older one not even later', () => {
    const newer = requestOf({ createdAt: daysLater(0, 60), reseller: { partnerId: partnerIdOf(1) } });
    expect(idsOf([byId, newer], [sightingOf(1)])).toEqual([[newer.id, idOf(1)]]);
    const answered = { ...newer, state: 'accepted' as const, acceptedAt: daysLater(1), resellerId: ResellerTenantId.parse(idOf(1)) };
    expect(idsOf([byId, answered], [sightingOf(1)])).toEqual([]);
  });

  it('answer a new request when the reseller left and came back', () => {
    const before = { ...byId, state: 'accepted' as const, acceptedAt: daysLater(1), resellerId: ResellerTenantId.parse(idOf(1)) };
    const again = requestOf({ createdAt: daysLater(50), reseller: { partnerId: partnerIdOf(1) } });
    expect(idsOf([before, again], [sightingOf(1, { firstSeenAt: daysLater(60) })])).toEqual([[again.id, idOf(1)]]);
  });
});

describe('answers only a person can tell', () => {
  const sent = requestOf({ state: 'sent' });
  const sentById = requestOf({ state: 'sent', reseller: { partnerId: partnerIdOf(1) } });
  const idsFor = (...asked: Parameters<typeof possibleAnswers>): readonly string[] => possibleAnswers(...asked).map(({ id }) => id);
  const nobody = new Set<string>();

  it('are resellers of another name that came later, unless they answered another request or were denied', () => {
    const sightings = [sightingOf(1), sightingOf(2), sightingOf(3)];
    const denied = { ...sent, notThese: [ResellerTenantId.parse(idOf(3))] };
    expect(idsFor(denied, sightings, new Set([idOf(2)]))).toEqual([idOf(1)]);
  });

  it.each([
    ['prepared', 0], ['opened', 1], ['sent', 1], ['accepted', 0], ['withdrawn', 0],
  ] as const)('of a request that is %s: %i', (state, count) => {
    expect(possibleAnswers(requestOf({ state }), [sightingOf(1)], nobody)).toHaveLength(count);
  });

  it('never contradict the Partner ID that was asked', () => {
    expect(idsFor(sentById, [sightingOf(2), sightingOf(3, { partnerId: '' })], nobody)).toEqual([idOf(3)]);
  });

  it('come from the first list of all when they fit a request that is older than it', () => {
    const first = [sightingOf(1, { isFromStart: true }), sightingOf(2, { isFromStart: true, name: 'ALBA SRL' })];
    expect(acceptancesIn([sent, sentById], first)).toEqual([]);
    expect(idsFor(sentById, first, nobody)).toEqual([idOf(1)]);
    expect(idsFor(sent, first, nobody)).toEqual([idOf(2)]);
  });

  it('begin with those that fit: two of the same name', () => {
    const twins = [sightingOf(1), sightingOf(2, { name: 'Alba srl' }), sightingOf(3, { name: 'ALBA S.R.L.' })];
    expect(idsFor(sent, twins, nobody)).toEqual([idOf(2), idOf(3), idOf(1)]);
  });

  it('are asked of the requests that have any', () => {
    const accepted = requestOf({ state: 'accepted', resellerId: ResellerTenantId.parse(idOf(1)) });
    const questions = openQuestions([sent, requestOf(), accepted], [sightingOf(1), sightingOf(2)]);
    expect([...questions].map(([id, answers]) => [id, answers.map((one) => one.id)])).toEqual([[sent.id, [idOf(2)]]]);
  });
});
