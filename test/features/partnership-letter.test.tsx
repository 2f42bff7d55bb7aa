import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { calls, mainProcess } from './lists-desk.tsx';
import { button, field, fill, goOffline, openPartnershipDesk } from './partnership-desk.ts';
import { albaId, brumaId, finding } from './reseller-desk.ts';
import { expectAccessible, openDialog } from './wizard-desk.tsx';

const invitation = 'https://admin.microsoft.com/Adminportal/Home?invType=Reseller&msppId=1';
const officina = { id: customerId(1), name: 'Officina Caffè', domain: 'officina.example', resellerId: albaId };

describe('writing a letter', () => {
  it('writes in the reader’s language, keeps the address it was given, and journals that, never the text', async () => {
    const desk = await openPartnershipDesk();
    const { work } = desk.services;
    await work.partnerships.recordFindings([finding('4890005', 'unknown-id')]);
    desk.show(`/resellers/write/reseller-partner-id?reseller=${brumaId}&back=/resellers/${brumaId}`);
    const body = await field('Text');
    expect(body.value).toContain('Guten Tag Bruma Cloud GmbH');
    expect(body.value).toContain('Microsoft kennt diese Partner-ID nicht.');
    await fill('To', 'info@bruma.example');
    await expectAccessible();
    await desk.user.click(await button('Copy to clipboard for Bruma Cloud GmbH'));
    await screen.findByText(/Paste it into your mail/u);
    await desk.user.click(await button('Done for Bruma Cloud GmbH'));
    await screen.findByRole('heading', { level: 1, name: 'Bruma Cloud GmbH' });
    expect(await work.partnerships.contacts()).toMatchObject([{ id: brumaId, email: 'info@bruma.example', language: 'de' }]);
    const journal = await work.journal({ limit: 20 });
    expect(journal.map(({ what }) => what)).toEqual(expect.arrayContaining(['letter-copied', 'letter-sent']));
    expect(JSON.stringify(journal)).not.toContain('Guten Tag');
  });

  it('asks before another language throws away what was typed', async () => {
    const desk = await openPartnershipDesk();
    desk.show(`/resellers/write/reseller-note?reseller=${albaId}`);
    expect((await field('Text')).value).toContain('Gentile Alba Sistemi S.r.l.');
    await fill('Text', 'Mine');
    const languages = screen.getByRole('combobox', { name: 'Language of the letter' });
    await desk.user.selectOptions(languages, 'French');
    const dialog = await openDialog();
    await desk.user.click(within(dialog).getByRole('button', { name: 'Keep my text', hidden: true }));
    expect((await field('Text')).value).toBe('Mine');
    await desk.user.selectOptions(languages, 'French');
    await desk.user.click(within(await openDialog()).getByRole('button', { name: 'Write it anew', hidden: true }));
    await waitFor(async () => expect((await field('Text')).value).toContain('Bonjour Alba Sistemi S.r.l.'));
  });

  it('refuses a letter to a customer without its link, and says that it takes the network once', async () => {
    const desk = await openPartnershipDesk({ customers: [officina] });
    goOffline(desk);
    desk.refusals.set('links.readRelationship', 'partnership-link-missing');
    desk.show(`/resellers/write/customer-relationship?reseller=${albaId}&customer=${officina.id}`);
    await screen.findByText(/Go online once/u);
    expect((await button('Open in email for Officina Caffè') as HTMLButtonElement).disabled).toBe(true);
    desk.refusals.clear();
    mainProcess.set('links.readRelationship', () => ({ link: invitation, readAt: '2026-11-24T08:00:00.000Z' }));
    desk.services.connectivity.setState({ isOnline: true, reason: 'online' });
    await screen.findByText('The link is in the text, unchanged');
    expect((await field('Text')).value).toContain(invitation);
    expect((await field('Text')).value).toContain('Alba Sistemi S.r.l.');
    await desk.user.click(await button('Open in email for Officina Caffè'));
    await waitFor(() => expect(calls('mail.open')).toMatchObject([{ purpose: 'customer-relationship', resellerId: albaId }]));
  });

  it('writes to customers in Bcc only, and to no more of them than one letter may have', async () => {
    const desk = await openPartnershipDesk({ customers: [officina] });
    desk.show(`/resellers/write/removal-customer?reseller=${albaId}`);
    expect((await field('To')).value).toBe('');
    expect((await field('Text')).value).toContain('Alba Sistemi S.r.l.');
    await fill('Bcc', Array.from({ length: 501 }, (_unused, index) => `c${index}@customer.example`).join('\n'));
    await screen.findByText(/at most 50 in To and 500 in Bcc/u);
    await fill('Bcc', 'c1@customer.example; c2@customer.example');
    await screen.findByText(/^2 addresses/u);
    await desk.user.click(await button('Open in email for Alba Sistemi S.r.l.'));
    await waitFor(() => expect(calls('mail.open')).toMatchObject([{ letter: { to: [], bcc: ['c1@customer.example', 'c2@customer.example'] } }]));
  });

  it('says what is wrong with an address, and goes back to no place outside the app', async () => {
    const desk = await openPartnershipDesk();
    desk.show(`/resellers/write/reseller-note?reseller=${albaId}&back=//evil.example`);
    await fill('To', 'not-an-address');
    await screen.findByText(/An address is not complete/u);
    expect(screen.getByRole('link', { name: 'Back to where you were' }).getAttribute('href')).toBe('/resellers');
  });
});
