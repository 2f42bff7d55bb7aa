import { describe, expect, it } from 'vitest';
import { failure, failureCodes } from '../../../shared/contract/failure.ts';
import { Removal, removalPoints, stepRemoval } from '../../../shared/domain/partnership/removal.ts';
import type { RemovalStep } from '../../../shared/domain/partnership/removal.ts';
import { resellerStanding } from '../../../shared/domain/partnership/reseller-standing.ts';
import type { StandingFacts } from '../../../shared/domain/partnership/reseller-standing.ts';
import { isVerdictOld, standingOfFailure, verdictStandings, withFinding } from '../../../shared/domain/partnership/verdict.ts';
import type { Finding, Verdict } from '../../../shared/domain/partnership/verdict.ts';
import { PartnerId, newRemovalId, newVerdictId } from '../../../shared/ids.ts';
import { account } from '../sync/sync-builders.ts';
import { daysLater, idOf, noon, partnerIdOf, resellerOf } from './partnership-builders.ts';

const partnerId = PartnerId.parse(partnerIdOf(1));
const finding = (more: Partial<Finding> = {}): Finding => ({
  partnerId, standing: 'suspended', code: '900154', text: 'said', checkedAt: noon, ...more,
});

describe('a finding', () => {
  const first = withFinding(undefined, finding({ name: 'Alba' }), newVerdictId);
  it('is a new row the first time', () => {
    expect(first).toEqual({ id: first.id, ...finding({ name: 'Alba' }), firstFoundAt: noon, checks: 1 });
  });
  it('the same again only moves on, and keeps what it says no more', () => {
    const { name: _name, text: _text, ...again } = finding({ checkedAt: daysLater(1) });
    expect(withFinding(first, again, newVerdictId)).toEqual({ ...first, checkedAt: daysLater(1), checks: 2 });
    expect(withFinding(first, finding({ name: 'New name', text: 'new words' }), newVerdictId)).toMatchObject({
      id: first.id, name: 'New name', text: 'new words',
    });
  });
  it.each([{ standing: 'good' as const }, { code: '800039' }])('that differs is a new row: %o', (more) => {
    const next = withFinding(first, finding({ ...more, checkedAt: daysLater(1) }), newVerdictId);
    expect(next).toMatchObject({ ...more, firstFoundAt: daysLater(1), checks: 1 });
    expect(next.id).not.toBe(first.id);
  });
  it('is old after seven days', () => {
    expect([daysLater(7), daysLater(7, 1)].map((now) => isVerdictOld({ checkedAt: noon }, now))).toEqual([false, true]);
  });
  it('comes of a refusal only when that tells about the Partner ID', () => {
    const found = failureCodes.flatMap((code) => standingOfFailure(failure(code)) ?? []);
    expect(found.toSorted()).toEqual(verdictStandings.filter((standing) => standing !== 'good').toSorted());
    expect(['offline', 'role-missing', 'throttled', 'unknown-server-code'].map((code) => standingOfFailure({ code: code as 'offline' }))).toEqual(
      [undefined, undefined, undefined, undefined],
    );
  });
});

describe('how a reseller stands', () => {
  const factsWith = (more: Partial<StandingFacts> = {}, standing?: Verdict['standing'], state = 'active'): StandingFacts => {
    const listed = resellerOf(1, { state });
    return {
      ownPartnerId: partnerIdOf(99), listedAt: noon,
      byId: (id) => (id === listed.id ? listed : undefined), byPartnerId: (id) => (id === listed.partnerId ? listed : undefined),
      verdictOf: (id) => (standing === undefined || id !== partnerId ? undefined : { standing, checkedAt: daysLater(1) }), ...more,
    };
  };
  const subject = { id: idOf(1), partnerId };

  it.each(verdictStandings)('follows the last check: %s', (standing) => {
    expect(resellerStanding(subject, factsWith({}, standing))).toEqual({ standing: standing === 'good' ? 'ok' : standing, at: daysLater(1) });
  });
  it('is not known without a check', () => {
    expect(resellerStanding(subject, factsWith())).toEqual({ standing: 'unknown' });
  });
  it('is gone when a list that was read has it no more, whatever a check found; one entered by Partner ID never was', () => {
    expect(resellerStanding({ id: idOf(2), partnerId }, factsWith({}, 'good'))).toEqual({ standing: 'gone', at: noon });
    expect(resellerStanding({ partnerId: partnerIdOf(2) }, factsWith({}, 'good'))).toEqual({ standing: 'unknown' });
    expect(resellerStanding({ partnerId }, factsWith({}, 'good'))).toMatchObject({ standing: 'ok' });
  });
  it('is not gone while no list was ever read', () => {
    const never = { listedAt: undefined, byId: () => undefined, byPartnerId: () => undefined };
    expect(resellerStanding(subject, factsWith(never, 'good'))).toMatchObject({ standing: 'ok' });
    expect(resellerStanding(subject, factsWith(never))).toEqual({ standing: 'unknown' });
  });
  it('is suspended by the list, whatever a check found', () => {
    expect(resellerStanding(subject, factsWith({}, 'good', 'Suspended'))).toEqual({ standing: 'suspended', at: noon });
  });
  it('is never good under the own Partner ID', () => {
    expect(resellerStanding(subject, factsWith({ ownPartnerId: partnerId }, 'good'))).toEqual({ standing: 'own-id' });
    expect(resellerStanding({ id: idOf(1), partnerId: '' }, factsWith({ ownPartnerId: '' }))).toEqual({ standing: 'unknown' });
  });
});

describe('a step of a removal', () => {
  const removal = (state: Removal['state']): Removal =>
    Removal.parse({
      id: newRemovalId(), accountId: account.id, tenantId: account.tenantId, resellerId: idOf(1), name: 'Alba', partnerId,
      points: [...removalPoints], impact: { customers: 1, subscriptions: 1, supportContacts: 0, drafts: 0, operations: 0 },
      state, attestedAt: noon, attestedBy: 'me',
    });
  const open = ['attested', 'portal-opened'] as const;
  const over = ['gone', 'withdrawn'] as const;
  const ends: readonly RemovalStep[] = [{ name: 'portal-opened' }, { name: 'gone' }, { name: 'withdrawn' }];

  it.each(open.flatMap((state) => ends.map((step) => [state, step.name, step] as const)))('in %s: %s', (state, name, step) => {
    const times = { 'portal-opened': 'portalOpenedAt', gone: 'goneAt', withdrawn: 'withdrawnAt', told: '' } as const;
    const before = removal(state);
    expect(stepRemoval(before, step, daysLater(1))).toEqual({ ok: true, value: { ...before, state: name, [times[name]]: daysLater(1) } });
  });
  it.each(over.flatMap((state) => ends.map((step) => [state, step.name, step] as const)))('not in %s: %s', (state, _name, step) => {
    expect(stepRemoval(removal(state), step, noon)).toEqual({ ok: false, error: 'not-possible' });
  });
  it.each([...open, ...over])('tells people in %s too, and changes nothing else', (state) => {
    const before = removal(state);
    expect(stepRemoval(before, { name: 'told', whom: 'reseller' }, noon)).toEqual({ ok: true, value: { ...before, resellerToldAt: noon } });
    expect(stepRemoval(before, { name: 'told', whom: 'customers' }, noon)).toEqual({ ok: true, value: { ...before, customersToldAt: noon } });
  });
});
