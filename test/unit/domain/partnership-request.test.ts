import { describe, expect, it } from 'vitest';
import { PartnershipRequest, isReminderDue, isUnsent, standingOf, stepRequest } from '../../../shared/domain/partnership/request.ts';
import type { RequestStep } from '../../../shared/domain/partnership/request.ts';
import { ResellerTenantId } from '../../../shared/ids.ts';
import { Instant, plusSeconds } from '../../../shared/instant.ts';
import { daysLater, idOf, noon, requestOf } from './partnership-builders.ts';

const states = ['prepared', 'opened', 'sent', 'accepted', 'withdrawn'] as const;
type State = (typeof states)[number];
const resellerId = ResellerTenantId.parse(idOf(1));
const steps: readonly RequestStep[] = [
  { name: 'opened', as: 'copy' }, { name: 'sent' }, { name: 'reminded' }, { name: 'reworded', subject: 'New', body: 'Newer' },
  { name: 'accepted', resellerId }, { name: 'not-these', resellerIds: [resellerId] }, { name: 'withdrawn' },
];
/** What each step makes of each state; what is not here does not fit. */
const after: Readonly<Record<State, Partial<Record<RequestStep['name'], State>>>> = {
  prepared: { opened: 'opened', sent: 'sent', reworded: 'prepared', accepted: 'accepted', 'not-these': 'prepared', withdrawn: 'withdrawn' },
  opened: { opened: 'opened', sent: 'sent', reworded: 'opened', accepted: 'accepted', 'not-these': 'opened', withdrawn: 'withdrawn' },
  sent: { opened: 'sent', reminded: 'sent', accepted: 'accepted', 'not-these': 'sent', withdrawn: 'withdrawn' },
  accepted: {},
  withdrawn: {},
};
const traces: Readonly<Record<RequestStep['name'], Partial<PartnershipRequest>>> = {
  opened: { openedAt: noon, openedAs: 'copy' },
  sent: { sentAt: noon },
  reminded: { remindedAt: [noon] },
  reworded: { subject: 'New', body: 'Newer' },
  accepted: { acceptedAt: noon, resellerId },
  'not-these': { notThese: [resellerId] },
  withdrawn: { withdrawnAt: noon },
};

describe('a step of a request', () => {
  const pairs = states.flatMap((state) => steps.map((step) => [state, step.name, step] as const));
  it.each(pairs)('in %s: %s', (state, name, step) => {
    const request = requestOf({ state });
    const expected = after[state][name];
    expect(stepRequest(request, step, noon)).toEqual(
      expected === undefined ? { ok: false, error: 'not-possible' } : { ok: true, value: { ...request, state: expected, ...traces[name] } },
    );
  });

  it('keeps each reseller that was said not to be the one, once', () => {
    const other = ResellerTenantId.parse(idOf(2));
    const request = requestOf({ state: 'sent', notThese: [resellerId] });
    expect(stepRequest(request, { name: 'not-these', resellerIds: [other, resellerId] }, noon)).toMatchObject({
      ok: true, value: { notThese: [resellerId, other] },
    });
  });

  it('leaves the words open until somebody says that they were sent', () => {
    expect(states.filter((state) => isUnsent({ state }))).toEqual(['prepared', 'opened']);
  });

  it('reads a request as it was stored before anything could be denied', () => {
    const { notThese: _none, ...stored } = requestOf();
    expect(PartnershipRequest.parse(stored)).toMatchObject({ notThese: [] });
  });

  it('adds one reminder to the others', () => {
    const request = requestOf({ state: 'sent', remindedAt: [noon] });
    expect(stepRequest(request, { name: 'reminded' }, daysLater(3))).toMatchObject({ ok: true, value: { remindedAt: [noon, daysLater(3)] } });
  });
});

describe('where a request stands', () => {
  it.each(states.filter((state) => state !== 'sent'))('is its state, whatever time passes: %s', (state) => {
    expect(standingOf(requestOf({ state }), daysLater(400))).toBe(state);
    expect(isReminderDue(requestOf({ state }), daysLater(8))).toBe(false);
  });

  // Clocks go forward in Europe on 29 March 2026 and back on 25 October 2026: a day of waiting is 24 hours all the same.
  it.each([
    ['over the change to summer time', noon],
    ['over the change to winter time', Instant.parse('2026-10-20T12:00:00.000Z')],
    ['at midnight, at the end of February', Instant.parse('2028-02-25T00:00:00.000Z')],
  ])('runs out to the second: %s', (_name, sentAt) => {
    const at = (days: number, seconds = 0): Instant => plusSeconds(sentAt, days * 86_400 + seconds);
    const request = requestOf({ state: 'sent', createdAt: plusSeconds(sentAt, -3600), sentAt });
    expect([standingOf(request, at(0)), standingOf(request, at(30, -1)), standingOf(request, at(30))]).toEqual(['sent', 'sent', 'expired']);
    expect([at(7, -1), at(7), at(30, -1), at(30)].map((now) => isReminderDue(request, now))).toEqual([false, true, true, false]);
    const reminded = { ...request, remindedAt: [at(10)] };
    const standings = [at(11), at(40, -1), at(40)].map((now) => standingOf(reminded, now));
    expect(standings).toEqual(['reminded', 'reminded', 'expired']);
    expect([at(17, -1), at(17)].map((now) => isReminderDue(reminded, now))).toEqual([false, true]);
  });

  it('that ran out can still be reminded of, accepted and withdrawn', () => {
    const request = requestOf({ state: 'sent', sentAt: noon });
    const late = daysLater(90);
    const stepped = stepRequest(request, { name: 'reminded' }, late);
    expect(stepped.ok && standingOf(stepped.value, late)).toBe('reminded');
    expect(stepRequest(request, { name: 'accepted', resellerId }, late)).toMatchObject({ ok: true, value: { state: 'accepted' } });
    expect(stepRequest(request, { name: 'withdrawn' }, late)).toMatchObject({ ok: true });
  });
});
