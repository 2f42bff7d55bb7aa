import './lists-realm.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MailAddress } from '../../shared/domain/letter/letter.ts';
import { PartnershipRequest } from '../../shared/domain/partnership/request.ts';
import { ResellerTenantId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import { calls, mainProcess } from './lists-desk.tsx';
import { button, field, goOffline, openPartnershipDesk, ownLink } from './partnership-desk.ts';
import type { PartnershipDesk } from './partnership-desk.ts';
import { albaId, threeResellers } from './reseller-desk.ts';
import { expectAccessible, openDialog } from './wizard-desk.tsx';

/** The stores of these tests stand still at nine on 24 November. */
const prepared = Instant.parse('2026-11-24T09:00:00.000Z');
const at = (instant: string): unknown => vi.setSystemTime(new Date(instant));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  at(prepared);
});
afterEach(() => {
  vi.useRealTimers();
});

const newRequest = (name: string, email: string) => ({
  reseller: { name, email: MailAddress.parse(email), language: 'it' as const },
  subject: `Partnership con ${name}`, body: `Gentile ${name}\n${ownLink}\n`,
  remindAfterDays: 7, expiresAfterDays: 30,
});

async function sentRequest({ services }: PartnershipDesk): Promise<PartnershipRequest> {
  const [request] = await services.work.partnerships.prepare([newRequest('Dora Informatica', 'info@dora.example')]);
  const { id } = PartnershipRequest.parse(request);
  await services.work.partnerships.advance(id, { name: 'opened', as: 'mailto' });
  await services.work.partnerships.advance(id, { name: 'sent' });
  return PartnershipRequest.parse(await services.work.partnerships.request(id));
}

describe('the list of requests', () => {
  it('teaches the first step while there is none', async () => {
    const desk = await openPartnershipDesk();
    desk.show('/resellers/requests');
    await screen.findByText('No requests yet');
    expect(screen.getAllByRole('link', { name: 'Request a partnership' }).length).toBeGreaterThan(0);
  });

  it('says when a reminder is due, writes it with the link, and counts it once the person says Done; offline too', async () => {
    const desk = await openPartnershipDesk();
    const { id } = await sentRequest(desk);
    at('2026-12-02T09:00:00.000Z');
    goOffline(desk);
    desk.show('/resellers/requests');
    const table = await screen.findByRole('grid', { name: 'Partnership requests' });
    await within(table).findByText('Sent, no answer yet');
    await expectAccessible();
    await desk.user.click(within(table).getByRole('link', { name: 'Remind' }));
    await screen.findByRole('heading', { level: 1, name: 'Remind of a partnership request' });
    await screen.findByText('The link is in the text, unchanged');
    expect((await field('To')).value).toBe('info@dora.example');
    expect((await field('Text')).value).toContain('Gentile Dora Informatica');
    await expectAccessible();
    await desk.user.click(await button('Open in email for Dora Informatica'));
    await screen.findByText(/Send it there, then choose Done/u);
    expect(await desk.services.work.partnerships.request(id)).toMatchObject({ state: 'sent', remindedAt: [] });
    expect(calls('mail.open')).toMatchObject([{ purpose: 'partnership-reminder', letter: { to: ['info@dora.example'] } }]);
    await desk.user.click(await button('Done for Dora Informatica'));
    await screen.findByRole('heading', { level: 1, name: 'Dora Informatica' });
    await waitFor(async () => expect((await desk.services.work.partnerships.request(id))?.remindedAt).toHaveLength(1));
  });

  it('brings a request nobody answered to Home when its days are over, and not before', async () => {
    const desk = await openPartnershipDesk();
    const { id } = await sentRequest(desk);
    desk.show('/');
    await screen.findByRole('heading', { level: 1, name: 'Home' });
    await screen.findByRole('region', { name: 'Data on this computer' });
    expect(screen.queryByRole('region', { name: 'Partnerships' })).toBeNull();
    cleanup();
    at('2026-12-02T09:00:00.000Z');
    desk.show('/');
    const panel = await screen.findByRole('region', { name: 'Partnerships' });
    const link = within(panel).getByRole('link', { name: 'Partnership request to Dora Informatica' });
    expect(link.getAttribute('href')).toContain(`/resellers/requests?request=${id}`);
  });

  it('asks whether a new reseller of another name is the one, and takes the person’s word', async () => {
    const desk = await openPartnershipDesk();
    const { partnerships } = desk.services.work;
    const rows = threeResellers.map(({ id, name }) => ({
      id: ResellerTenantId.parse(id), name, partnerId: '4847383', state: 'Active', location: 'IT',
    }));
    await partnerships.notice(rows.slice(1), Instant.parse('2026-11-24T08:00:00.000Z'));
    const { id } = await sentRequest(desk);
    await partnerships.notice(rows, Instant.parse('2026-11-25T08:00:00.000Z'));
    at('2026-11-25T09:00:00.000Z');
    desk.show(`/resellers/requests?request=${id}`);
    const question = await screen.findByRole('region', { name: 'Is it this one?' });
    within(question).getByRole('button', { name: 'Not this one' });
    await expectAccessible();
    await desk.user.click(within(question).getByRole('button', { name: /It is Alba Sistemi/u }));
    await waitFor(async () => expect(await partnerships.request(id)).toMatchObject({ state: 'accepted', resellerId: albaId }));
    const link = await screen.findByRole('link', { name: 'Open reseller' });
    expect(link.getAttribute('href')).toBe(`/resellers/${albaId}`);
    expect(document.activeElement).not.toBe(document.body);
  });

  it('asks on Home and in the tab about a possible answer, until the person says that it is not the one', async () => {
    const desk = await openPartnershipDesk();
    const { partnerships } = desk.services.work;
    const rows = threeResellers.map(({ id, name }) => ({
      id: ResellerTenantId.parse(id), name, partnerId: '4847383', state: 'Active', location: 'IT',
    }));
    await partnerships.notice(rows.slice(1), Instant.parse('2026-11-24T08:00:00.000Z'));
    const { id } = await sentRequest(desk);
    await partnerships.notice(rows, Instant.parse('2026-11-25T08:00:00.000Z'));
    at('2026-11-25T09:00:00.000Z');
    desk.show('/');
    const panel = await screen.findByRole('region', { name: 'Partnerships' });
    await within(panel).findByText('Is it this one?');
    cleanup();
    desk.show('/resellers/requests');
    const area = (await screen.findByRole('navigation', { name: 'Resellers’ area' }));
    await within(area).findByRole('link', { name: 'Requests (1 open, 1 needs you)' });
    cleanup();
    desk.show(`/resellers/requests?request=${id}`);
    await desk.user.click(await button('Not this one'));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Is it this one?' })).toBeNull());
    expect(await partnerships.request(id)).toMatchObject({ state: 'sent', notThese: [albaId] });
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Dora Informatica' }));
    cleanup();
    desk.show('/resellers/requests');
    await screen.findByRole('link', { name: 'Requests (1 open)' });
  });

  it('puts a prepared letter right whose link was replaced, and says of a sent one what to do', async () => {
    const desk = await openPartnershipDesk();
    const { partnerships } = desk.services.work;
    const [request] = await partnerships.prepare([newRequest('Dora Informatica', 'info@dora.example')]);
    const { id } = PartnershipRequest.parse(request);
    const replaced = 'https://partner.microsoft.com/commerce/invitation?id=new-1';
    mainProcess.set('links.read', () => ({ partnership: replaced }));
    desk.show(`/resellers/requests?request=${id}`);
    await screen.findByText(/The link was changed/u);
    await expectAccessible();
    await desk.user.click(await button('Restore link'));
    await waitFor(async () => expect((await partnerships.request(id))?.body).toBe(`Gentile Dora Informatica\n${replaced}\n`));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Restore link' })).toBeNull());
    expect(document.activeElement?.textContent).toContain(replaced);
    await desk.user.click(await button('Open in email for Dora Informatica'));
    await waitFor(() => expect(calls('mail.open')).toMatchObject([{ letter: { body: `Gentile Dora Informatica\n${replaced}\n` } }]));
    await partnerships.advance(id, { name: 'sent' });
    mainProcess.set('links.read', () => ({ partnership: ownLink }));
    cleanup();
    desk.show(`/resellers/requests?request=${id}`);
    await screen.findByText(/was replaced after this letter was sent/u);
    expect(screen.queryByRole('button', { name: 'Restore link' })).toBeNull();
  });

  it('withdraws only after saying that an e-mail cannot be taken back; the open list then is empty, the whole one is not', async () => {
    const desk = await openPartnershipDesk();
    const { id } = await sentRequest(desk);
    desk.show(`/resellers/requests?request=${id}`);
    await desk.user.click(await button('Withdraw'));
    const dialog = await openDialog();
    expect(dialog.textContent).toContain('cannot be taken back');
    await desk.user.click(within(dialog).getByRole('button', { name: 'Withdraw', hidden: true }));
    await waitFor(async () => expect(await desk.services.work.partnerships.request(id)).toMatchObject({ state: 'withdrawn' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Withdraw' })));
    await screen.findByText('No request is open.');
    await desk.user.click(await screen.findByRole('switch', { name: 'Show accepted and withdrawn too' }));
    await within(await screen.findByRole('grid', { name: 'Partnership requests' })).findByText('Dora Informatica');
  });
});
