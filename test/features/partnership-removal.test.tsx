import './lists-realm.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { removalPoints } from '../../shared/domain/partnership/removal.ts';
import { Instant } from '../../shared/instant.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { calls } from './lists-desk.tsx';
import { button, field, fill, goOffline, openPartnershipDesk } from './partnership-desk.ts';
import type { PartnershipDesk } from './partnership-desk.ts';
import { albaId, answerReads, threeResellers } from './reseller-desk.ts';
import { expectAccessible, openDialog } from './wizard-desk.tsx';

const name = 'Alba Sistemi S.r.l.';
const customers = [1, 2].map((number) => ({
  id: customerId(number), name: `Officina ${number}`, domain: `officina${number}.example`, resellerId: albaId,
}));
const removals = ({ services }: PartnershipDesk) => services.work.partnerships.removals();

async function attest(desk: PartnershipDesk): Promise<void> {
  await desk.user.click(await button('Next: Confirm'));
  for (const box of await screen.findAllByRole('checkbox')) await desk.user.click(box);
  await fill(`Type ${name} to confirm`, name);
  await desk.user.click(await button('Attest removal'));
  await screen.findByRole('region', { name: 'Tell those concerned' });
}

describe('removing a partnership', () => {
  it('rehearses, and takes every point and the exact name before it keeps the attestation; offline', async () => {
    const desk = await openPartnershipDesk({ customers });
    goOffline(desk);
    desk.show(`/resellers/${albaId}/remove`);
    await screen.findByText('Customers: 2');
    await screen.findByText(/Read so far: 0 of 2 customers/u);
    await screen.findByText('Subscriptions with its Partner ID: 0 so far');
    const first = screen.getByRole('link', { name: 'Officina 1 (officina1.example)', hidden: true });
    expect(first.getAttribute('href')).toBe(`/customers/${customerId(1)}`);
    await expectAccessible();
    await desk.user.click(await button('Next: Confirm'));
    const boxes = await screen.findAllByRole('checkbox');
    expect(boxes).toHaveLength(removalPoints.length);
    for (const box of boxes.slice(1)) await desk.user.click(box);
    await fill(`Type ${name} to confirm`, name);
    await desk.user.click(await button('Attest removal'));
    await screen.findByText('Every point must be confirmed.');
    await desk.user.click(boxes[0] ?? document.body);
    await fill(`Type ${name} to confirm`, 'Alba Sistemi');
    await desk.user.click(await button('Attest removal'));
    await screen.findByText('This is not the exact name.');
    expect(await removals(desk)).toEqual([]);
    await expectAccessible();
    await fill(`Type ${name} to confirm`, name);
    await desk.user.click(await button('Attest removal'));
    await screen.findByRole('region', { name: 'Tell those concerned' });
    expect(await removals(desk)).toMatchObject([
      { resellerId: albaId, name, state: 'attested', points: removalPoints, impact: { customers: 2, customersRead: 0, subscriptions: 0, drafts: 0 } },
    ]);
    // Nothing was read: the record must not say that there is nothing.
    const summary = screen.getByRole('complementary', { name: 'This removal' });
    expect(within(summary).getAllByText('0 so far')).toHaveLength(2);
    within(summary).getByText('0 of 2');
    const attested = (await desk.services.work.journal({ limit: 5 })).find(({ what }) => what === 'removal-attested');
    expect(attested?.details).toMatchObject({ customers: '2', customersRead: '0', subscriptions: '0' });
    await desk.user.click(await button('Next: Portal'));
    await screen.findByText(/This step needs the network/u);
    await desk.user.click(await button('Open Partner Center'));
    expect(calls('portal.open')).toEqual([]);
    await expectAccessible();
  });

  it('goes from Confirm to Tell without a look back at the rehearsal, and keeps one removal of two clicks', async () => {
    const desk = await openPartnershipDesk();
    desk.show(`/resellers/${albaId}/remove`);
    await desk.user.click(await button('Next: Confirm'));
    for (const box of await screen.findAllByRole('checkbox')) await desk.user.click(box);
    await fill(`Type ${name} to confirm`, name);
    const seen: (string | null)[] = [];
    const watching = new MutationObserver(() => {
      const shown = screen.queryByRole('region', { name: /^(?:Rehearsal|Confirm|Tell)$/u });
      seen.push(shown?.getAttribute('aria-label') ?? null);
    });
    watching.observe(document.body, { subtree: true, childList: true, attributes: true });
    await desk.user.dblClick(await button('Attest removal'));
    await screen.findByRole('region', { name: 'Tell those concerned' });
    watching.disconnect();
    expect(seen).toContain('Tell');
    expect(seen).not.toContain('Rehearsal');
    expect(await removals(desk)).toHaveLength(1);
  });

  it('tells the reseller by letter, comes back to the removal, and knows that it was told', async () => {
    const desk = await openPartnershipDesk();
    desk.show(`/resellers/${albaId}/remove`);
    await attest(desk);
    await desk.user.click(await screen.findByRole('link', { name: 'Write to the reseller' }));
    expect((await field('Text')).value).toContain(`Gentile ${name}`);
    await fill('To', 'info@alba.example');
    await desk.user.click(await button(`Open in email for ${name}`));
    await screen.findByText(/Send it there, then choose Done/u);
    expect((await removals(desk))[0]).not.toHaveProperty('resellerToldAt');
    await desk.user.click(await button(`Done for ${name}`));
    await screen.findByRole('region', { name: 'Tell those concerned' });
    expect((await removals(desk))[0]).toHaveProperty('resellerToldAt');
    expect((await removals(desk))[0]).not.toHaveProperty('customersToldAt');
  });

  it('opens the portal, reads the list, is gone on with after a restart, and shows when the reseller is gone', async () => {
    const desk = await openPartnershipDesk();
    const { partnerships } = desk.services.work;
    const listed = threeResellers.map(({ id, name: called, mpnId = '', state = 'Active', location = 'IT' }) => ({
      id, name: called, partnerId: mpnId, state, location,
    }));
    answerReads({ 'list-resellers': () => ({ resellers: listed }) });
    desk.show(`/resellers/${albaId}/remove`);
    await attest(desk);
    await desk.user.click(await button('Next: Portal'));
    desk.refusals.set('portal.open', 'link-not-allowed');
    await desk.user.click(await button('Open Partner Center'));
    await screen.findByText('This link may not be opened from here.');
    expect(await removals(desk)).toMatchObject([{ state: 'attested' }]);
    desk.refusals.clear();
    await desk.user.click(await button('Open Partner Center'));
    await screen.findByText(`${name} is still in the list of resellers`);
    expect(calls('portal.open')).toMatchObject([{ page: 'resellers' }]);
    await waitFor(() => expect(calls('sync.read')).toMatchObject([{ call: 'list-resellers' }]));
    await expectAccessible();
    cleanup();
    desk.show(`/resellers/${albaId}/remove`);
    await screen.findByText(`${name} is still in the list of resellers`);
    const known = await desk.services.mirror.resellers();
    await partnerships.notice(known, Instant.parse('2026-11-25T08:00:00.000Z'));
    const left = known.filter(({ id }) => id !== albaId);
    await desk.services.mirror.replaceResellers(left, Instant.parse('2026-11-25T09:00:00.000Z'));
    await partnerships.notice(left, Instant.parse('2026-11-25T09:00:00.000Z'));
    await screen.findByRole('region', { name: 'The partnership has ended' });
    expect(await removals(desk)).toMatchObject([{ state: 'gone' }]);
  });

  it('can be withdrawn, and says that the portal is not undone by it', async () => {
    const desk = await openPartnershipDesk();
    desk.show(`/resellers/${albaId}/remove`);
    await attest(desk);
    await desk.user.click(await button('Withdraw removal'));
    const dialog = await openDialog();
    expect(dialog.textContent).toContain('is not undone');
    await desk.user.click(within(dialog).getByRole('button', { name: 'Withdraw removal', hidden: true }));
    await screen.findByRole('heading', { level: 1, name });
    expect(await removals(desk)).toMatchObject([{ state: 'withdrawn' }]);
  });
});
