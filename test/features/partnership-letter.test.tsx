import './lists-realm.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useRequestMail } from '../../renderer/features/resellers/requests/use-request-mail.ts';
import { MailActions } from '../../renderer/features/resellers/letter/mail-actions.tsx';
import { useLive } from '../../renderer/platform/services.tsx';
import { MailAddress } from '../../shared/domain/letter/letter.ts';
import { PartnershipRequest } from '../../shared/domain/partnership/request.ts';
import { ResellerTenantId } from '../../shared/ids.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { calls, mainProcess } from './lists-desk.tsx';
import { button, field, fill, goOffline, openPartnershipDesk, ownLink } from './partnership-desk.ts';
import { albaId, brumaId, finding } from './reseller-desk.ts';
import { expectAccessible, openDialog } from './wizard-desk.tsx';

const invitation = 'https://admin.microsoft.com/Adminportal/Home?invType=Reseller&msppId=1';
const newRequest = {
  reseller: { name: 'Dora', email: MailAddress.parse('info@dora.example'), language: 'it' as const },
  subject: 'Partnership', body: `Gentile Dora\n${ownLink}\n`,
  remindAfterDays: 7, expiresAfterDays: 30,
};
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
    await fill('Text', 'No link');
    await desk.user.click(await button('Restore link'));
    expect(document.activeElement).toBe(await field('Text'));
    expect((await field('Text')).value).toContain(invitation);
    await fill('Text', `Alba Sistemi S.r.l.\n${invitation}`);
    expect((await field('Text')).value).toContain('Alba Sistemi S.r.l.');
    await desk.user.click(await button('Open in email for Officina Caffè'));
    await waitFor(() => expect(calls('mail.open')).toMatchObject([{ purpose: 'customer-relationship', resellerId: albaId }]));
  });

  it('writes to customers in Bcc only, and to no more of them than one letter may have', async () => {
    const desk = await openPartnershipDesk({ customers: [officina] });
    desk.show(`/resellers/write/removal-customer?reseller=${albaId}`);
    expect((await field('To')).value).toBe('');
    expect((await field('Text')).value).toContain('Alba Sistemi S.r.l.');
    await screen.findByText('Customers: 1; read: 0; addresses found: 0.');
    await screen.findByText(/^No recipient yet/u);
    await button('Read all now');
    await fill('Bcc', Array.from({ length: 501 }, (_unused, index) => `c${index}@customer.example`).join('\n'));
    await screen.findByText(/at most 50 in To and 500 in Bcc/u);
    await fill('Bcc', 'c1@customer.example; c2@customer.example');
    await screen.findByText(/^2 addresses/u);
    await desk.user.click(await button('Open in email for Alba Sistemi S.r.l.'));
    await waitFor(() => expect(calls('mail.open')).toMatchObject([{ letter: { to: [], bcc: ['c1@customer.example', 'c2@customer.example'] } }]));
  });

  it('keeps a letter while it is written, and throws it away only when the person says so', async () => {
    const desk = await openPartnershipDesk();
    const address = `/resellers/write/reseller-note?reseller=${albaId}&back=/resellers/${albaId}`;
    desk.show(address);
    await fill('Text', 'Half a letter');
    await fill('To', 'info@alba.example');
    await desk.user.click(screen.getByRole('link', { name: 'Back to where you were' }));
    await screen.findByRole('heading', { level: 1, name: 'Alba Sistemi S.r.l.' });
    cleanup();
    // Another letter to the same reseller is another letter.
    desk.show(`/resellers/write/reseller-agreement?reseller=${albaId}`);
    expect((await field('Text')).value).toContain('Gentile Alba Sistemi');
    cleanup();
    desk.show(address);
    await screen.findByText('What you typed before is here again.');
    expect((await field('Text')).value).toBe('Half a letter');
    expect((await field('To')).value).toBe('info@alba.example');
    await desk.user.click(await button('Cancel'));
    await desk.user.click(within(await openDialog()).getByRole('button', { name: 'Keep writing', hidden: true }));
    expect((await field('Text')).value).toBe('Half a letter');
    await desk.user.click(await button('Cancel'));
    await desk.user.click(within(await openDialog()).getByRole('button', { name: 'Throw away', hidden: true }));
    await screen.findByRole('heading', { level: 1, name: 'Alba Sistemi S.r.l.' });
    cleanup();
    desk.show(address);
    expect((await field('Text')).value).toContain('Gentile Alba Sistemi');
    expect(screen.queryByText('What you typed before is here again.')).toBeNull();
    // Nothing typed, nothing asked; said to be sent, nothing left.
    await fill('Text', 'A whole letter');
    await desk.user.click(await button('Done for Alba Sistemi S.r.l.'));
    await screen.findByRole('heading', { level: 1, name: 'Alba Sistemi S.r.l.' });
    cleanup();
    desk.show(address);
    expect((await field('Text')).value).toContain('Gentile Alba Sistemi');
    await desk.user.click(await button('Cancel'));
    await screen.findByRole('heading', { level: 1, name: 'Alba Sistemi S.r.l.' });
  });

  it('keeps no name with another address, takes a recipient as mail clients write it, and copies the subject alone', async () => {
    const desk = await openPartnershipDesk();
    const { partnerships } = desk.services.work;
    await partnerships.saveContact({
      id: ResellerTenantId.parse(albaId), email: MailAddress.parse('anna@alba.example'), name: 'Anna Neri', language: 'it',
    });
    desk.show(`/resellers/write/reseller-note?reseller=${albaId}`);
    expect((await field('Text')).value).toContain('Gentile Anna Neri');
    await desk.user.click(await button('Copy subject for Alba Sistemi S.r.l.'));
    await waitFor(() => expect(calls('clipboard.writeText')).toMatchObject([
      { text: (screen.getByRole<HTMLInputElement>('textbox', { name: 'Subject' })).value },
    ]));
    await fill('To', '"Verdi, Bruno" <bruno@alba.example>');
    await desk.user.click(await button('Open in email for Alba Sistemi S.r.l.'));
    await waitFor(() => expect(calls('mail.open')).toMatchObject([{ letter: { to: ['bruno@alba.example'] } }]));
    await waitFor(async () => expect(await partnerships.contacts()).toMatchObject([{ email: 'bruno@alba.example', name: '' }]));
  });

  it('signs with the account’s name while the own company is not known', async () => {
    const desk = await openPartnershipDesk();
    await desk.services.mirror.clear();
    desk.show(`/resellers/write/reseller-note?reseller=${albaId}`);
    const body = await field('Text');
    expect(body.value).toContain(desk.services.account.name);
    expect(body.value).not.toContain('{{provider}}');
  });

  it('leaves the keyboard on Done and says what was done; opened again it asks for nothing more', async () => {
    const desk = await openPartnershipDesk();
    const [request] = await desk.services.work.partnerships.prepare([newRequest]);
    const dora = PartnershipRequest.parse(request);
    const Shown = () => {
      const { handOver, done } = useRequestMail(dora);
      const live = useLive(({ partnerships }) => partnerships.request(dora.id), []);
      return live === undefined ? null : <MailActions name="Dora" handOver={handOver} {...(live.state === 'sent' ? {} : { onDone: done })} />;
    };
    desk.showAlone(<Shown />);
    await desk.user.click(await button('Open in email for Dora'));
    await screen.findByText(/then choose Done/u);
    await desk.user.click(await button('Done for Dora'));
    await screen.findByText('Marked as sent.');
    expect(document.activeElement).toBe(await button('Done for Dora'));
    await desk.user.click(await button('Copy to clipboard for Dora'));
    await screen.findByText('Copied without its subject.');
  });

  it('goes on with the letter once its link is kept, and journals a reminder as a letter, not as a request opened again', async () => {
    const desk = await openPartnershipDesk();
    const { partnerships } = desk.services.work;
    const [request] = await partnerships.prepare([newRequest]);
    const dora = PartnershipRequest.parse(request);
    await partnerships.advance(dora.id, { name: 'sent' });
    mainProcess.set('links.read', () => ({}));
    mainProcess.set('links.setPartnership', () => ({ partnership: ownLink }));
    desk.show(`/resellers/write/partnership-reminder?request=${dora.id}`);
    await fill('Link from the portal', ownLink);
    await desk.user.click(await button('Keep link'));
    await screen.findByText('The link is in the text, unchanged');
    // The field is gone: the keyboard goes on with the letter.
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Subject' })));
    await desk.user.click(await button('Open in email for Dora'));
    await screen.findByText(/then choose Done/u);
    const journal = await desk.services.work.journal({ limit: 20 });
    expect(journal.map(({ what }) => what)).not.toContain('partnership-opened');
    expect(journal[0]).toMatchObject({ what: 'letter-opened', details: { purpose: 'partnership-reminder' } });
    expect(await partnerships.request(dora.id)).not.toHaveProperty('openedAt');
  });

  it('says what is wrong with an address, and goes back to no place outside the app', async () => {
    const desk = await openPartnershipDesk();
    desk.show(`/resellers/write/reseller-note?reseller=${albaId}&back=//evil.example`);
    await fill('To', 'not-an-address');
    await screen.findByText(/An address is not complete/u);
    expect(screen.getByRole('link', { name: 'Back to where you were' }).getAttribute('href')).toBe('/resellers');
  });
});
