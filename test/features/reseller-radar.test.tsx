import './lists-realm.ts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RadarRun, ResellerRadar } from '../../shared/ports/reseller-radar.ts';
import { Instant } from '../../shared/instant.ts';
import { calls, openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { answerReads, brumaId, finding, threeResellers } from './reseller-desk.ts';
import { expectAccessible } from './wizard-desk.tsx';

async function openDesk(): Promise<ListsDesk> {
  const desk = await openListsDesk({ resellers: threeResellers });
  await desk.services.pull.pullNow();
  return desk;
}

const region = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });

/** A radar that stands where the test puts it: the states a real one is in for moments only. */
function heldRadar(desk: ListsDesk): (run: Partial<RadarRun>) => void {
  let run: RadarRun | undefined;
  const listeners = new Set<() => void>();
  const held: Partial<ResellerRadar> = {
    run: () => run,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  Object.assign(desk.services.radar, held);
  return (next) =>
    act(() => {
      run = { startedAt: Instant.parse('2026-11-24T08:00:00.000Z'), total: 40, done: 12, bad: 2, state: 'running', ...next };
      for (const listener of listeners) listener();
    });
}

describe('the Partner IDs', () => {
  it('are all checked, counted by standing, and each refused one has its sentence and its letter', async () => {
    const desk = await openDesk();
    answerReads({
      'check-agreement': () => ({ isSigned: true }),
      'check-reseller': () => ({ isKnown: true, isAgreementSigned: true }),
      'validate-resellers': (input) => ({
        results: (input as { partnerIds: string[] }).partnerIds.map((partnerId) =>
          (partnerId === '4890005' ? { partnerId, isValid: false, code: '900154', text: 'Not a CSP' } : { partnerId, isValid: true })),
      }),
    });
    desk.show('/resellers/partner-ids');
    const run = await region('Check of all Partner IDs');
    await desk.user.click(within(run).getByRole('button', { name: 'Check all' }));
    await within(run).findByText('All checked');
    expect(run.textContent).toContain('3 of 3');
    const refused = await region('Refused');
    await within(refused).findByRole('link', { name: 'Bruma Cloud GmbH' });
    expect(refused.textContent).toMatch(/refused orders with it since .*2025/u);
    const letter = within(refused).getByRole('link', { name: 'Write to the reseller' });
    expect(letter.getAttribute('href')).toMatch(new RegExp(`^/resellers/write/reseller-.*reseller=${brumaId}`, 'u'));
    expect((await region('How they stand')).textContent).toMatch(/Valid2/u);
    await expectAccessible();
  });

  it('say how far the walk is, what it waits for and why it stopped', async () => {
    const desk = await openDesk();
    const put = heldRadar(desk);
    desk.show('/resellers/partner-ids');
    const run = await region('Check of all Partner IDs');
    put({});
    await within(run).findByText('12 of 40');
    expect(within(run).getByRole('progressbar')).toBeTruthy();
    expect(within(run).getByRole('button', { name: 'Stop' })).toBeTruthy();
    put({ state: 'waiting', until: Instant.parse('2026-11-24T09:42:00.000Z'), failure: { code: 'throttled', retryAfterSeconds: 30 } });
    expect(run.textContent).toMatch(/Microsoft asked for a pause until \d/u);
    put({ state: 'waiting', failure: { code: 'offline' } });
    expect(run.textContent).toContain('No network: it goes on by itself');
    put({ state: 'stopped', failure: { code: 'role-missing' } });
    expect(within(run).getByRole('button', { name: 'Go on' })).toBeTruthy();
    expect(run.textContent).toContain('Stopped');
    put({ state: 'done', done: 39, failure: { code: 'server-trouble' } });
    expect(within(run).getByRole('button', { name: 'Check all' })).toBeTruthy();
    expect(run.textContent).toContain('Done; some could not be checked');
    expect(run.textContent).not.toContain('All checked');
    expect(run.textContent).toContain('Microsoft’s service has trouble at the moment.');
    put({ state: 'done', done: 40 });
    expect(within(run).getByRole('button', { name: 'Check all' })).toBeTruthy();
  });

  it('work offline on what is kept, with its age, and call nobody', async () => {
    const desk = await openDesk();
    await desk.services.work.partnerships.recordFindings([
      finding('4847383', 'good', { checkedAt: Instant.parse('2026-01-10T09:00:00.000Z') }), finding('4890005', 'other-region'),
    ]);
    desk.services.connectivity.setState({ isOnline: false, reason: 'work-offline' });
    desk.show('/resellers/partner-ids');
    const refused = await region('Refused');
    await within(refused).findByText(/belongs to another region/u);
    const unchecked = await region('Never checked, or more than seven days ago');
    expect(within(unchecked).getByText('Alba Sistemi S.r.l.')).toBeTruthy();
    expect(unchecked.textContent).toContain('out of date');
    await desk.user.click(screen.getByRole('button', { name: 'Check all' }));
    const verify = await region('Verify a Partner ID');
    await desk.user.type(within(verify).getByRole('textbox', { name: 'Partner ID' }), '4890005{Enter}');
    await within(verify).findByText(/Other region/u);
    await desk.user.clear(within(verify).getByRole('textbox', { name: 'Partner ID' }));
    await desk.user.type(within(verify).getByRole('textbox', { name: 'Partner ID' }), '7777777{Enter}');
    await within(verify).findByText(/Nothing is known here about Partner ID 7777777/u);
    expect(calls('sync.read')).toEqual([]);
  });

  it('are checked one by one: a failure stands above the list, and the keyboard stays when a row is done', async () => {
    const desk = await openDesk();
    answerReads({});
    desk.show('/resellers/partner-ids');
    const unchecked = await region('Never checked, or more than seven days ago');
    await desk.user.click(within(unchecked).getByRole('button', { name: 'Check now: Alba Sistemi S.r.l.' }));
    const failure = await within(unchecked).findByText('Partner Center cannot be reached.');
    expect(failure.closest('[role="grid"]')).toBeNull();
    answerReads({
      'check-reseller': () => ({ isKnown: true, isAgreementSigned: true }),
      'validate-resellers': () => ({ results: [{ partnerId: '4847383', isValid: true }] }),
    });
    await desk.user.click(within(unchecked).getByRole('button', { name: 'Check now: Alba Sistemi S.r.l.' }));
    await waitFor(() => expect(within(unchecked).queryByText('Alba Sistemi S.r.l.')).toBeNull());
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Check now: Bruma Cloud GmbH'));
    desk.services.connectivity.setState({ isOnline: false, reason: 'no-network' });
    await within(unchecked).findByText(/Checking needs a network/u);
  });

  it('verify any Partner ID, but neither our own nor a text', async () => {
    const desk = await openDesk();
    answerReads({
      'check-reseller': () => ({ isKnown: true, isAgreementSigned: false, name: 'Delta Reti S.n.c.' }),
      'validate-resellers': () => ({ results: [] }),
    });
    desk.show('/resellers/partner-ids');
    const verify = await region('Verify a Partner ID');
    const field = within(verify).getByRole('textbox', { name: 'Partner ID' });
    await desk.user.type(field, 'abc{Enter}');
    await within(verify).findByText('A Partner ID is a number of 4 to 10 digits.');
    await desk.user.clear(field);
    await desk.user.type(field, '4890001{Enter}');
    await within(verify).findByText('4890001 is your own Partner ID, not a reseller’s.');
    expect(calls('sync.read')).toEqual([]);
    await desk.user.clear(field);
    await desk.user.type(field, '5551234');
    await desk.user.click(within(verify).getByRole('button', { name: 'Verify' }));
    await within(verify).findByText(/Delta Reti S\.n\.c\./u);
    await waitFor(() => expect(verify.textContent).toContain('Agreement not accepted'));
  });
});
