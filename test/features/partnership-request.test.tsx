import './lists-realm.ts';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { requestDraftSetting } from '../../renderer/features/resellers/request/request-draft.ts';
import { calls, mainProcess } from './lists-desk.tsx';
import { button, field, fill, goOffline, openPartnershipDesk, ownLink } from './partnership-desk.ts';
import type { PartnershipDesk } from './partnership-desk.ts';
import { expectAccessible, openDialog } from './wizard-desk.tsx';

const twoLines = 'Dora Informatica;info@dora.example;it\nEco Systems <sales@eco.example>';

async function paste({ user }: PartnershipDesk, text: string): Promise<void> {
  await fill('Paste lines here', text);
  await user.click(await button('Add these lines'));
}
const stored = ({ services }: PartnershipDesk) => services.work.partnerships.requests();
const states = async (desk: PartnershipDesk): Promise<Record<string, string>> =>
  Object.fromEntries((await stored(desk)).map(({ reseller, state }) => [reseller.name, state]));

async function goToSend(desk: PartnershipDesk, text = twoLines): Promise<void> {
  desk.show('/resellers/request');
  await paste(desk, text);
  await desk.user.click(await button('Next: Message'));
  await desk.user.click(await button('Next: Send'));
  await screen.findByRole('list', { name: 'Letters to send' });
}

describe('asking resellers for a partnership', () => {
  it('works offline from pasted lines: a spoilt link is caught and restored, only Done marks as sent', async () => {
    const desk = await openPartnershipDesk();
    goOffline(desk);
    desk.show('/resellers/request');
    await paste(desk, twoLines);
    await screen.findByText('2 rows added');
    expect((await field('Company, row 2')).value).toBe('Eco Systems');
    await expectAccessible();
    await desk.user.click(await button('Next: Message'));
    await screen.findByText('The link is in the text, unchanged');
    const body = await field('Text');
    expect(body.value).toContain('{{name}}');
    await fill('Text', body.value.replace('own-4890001', 'own-48900'));
    await screen.findByText(/The link was changed/u);
    await desk.user.click(await button('Next: Send'));
    expect(await stored(desk)).toEqual([]);
    await desk.user.click(await button('Restore link'));
    await screen.findByText('The link is in the text, unchanged');
    await expectAccessible();
    await desk.user.click(await button('Next: Send'));
    await screen.findByRole('list', { name: 'Letters to send' });
    expect(await states(desk)).toEqual({ 'Dora Informatica': 'prepared', 'Eco Systems': 'prepared' });
    const requests = await stored(desk);
    expect(requests).toHaveLength(2);
    expect(requests.every(({ reseller, subject, body: text }) =>
      subject.includes(reseller.name) && text.includes(reseller.name) && text.includes(ownLink))).toBe(true);
    // "Copy to clipboard" gives the text alone: the subject is copied by itself.
    const own = requests.find(({ reseller }) => reseller.name === 'Dora Informatica')?.subject ?? '';
    const letters = await screen.findByRole('list', { name: 'Letters to send' });
    within(letters).getByText(own);
    within(letters).getByRole('button', { name: 'Copy subject for Dora Informatica' });
    await desk.user.click(await button('Open in email for Dora Informatica'));
    await screen.findByText('Opened, not marked as sent');
    expect(calls('mail.open')).toMatchObject([{ purpose: 'partnership-request', as: 'auto', letter: { to: ['info@dora.example'] } }]);
    expect(await states(desk)).toEqual({ 'Dora Informatica': 'opened', 'Eco Systems': 'prepared' });
    await desk.user.click(await button('Done for Dora Informatica'));
    await screen.findByText('Sent, no answer yet');
    expect(await states(desk)).toEqual({ 'Dora Informatica': 'sent', 'Eco Systems': 'prepared' });
    await expectAccessible();
    await desk.user.click(await button('Finish'));
    await screen.findByRole('heading', { level: 1, name: 'Partnership requests' });
    expect(await desk.services.work.setting(requestDraftSetting)).toBe('');
  });

  it('prepares nobody twice: going back and changing the text rewords, a row that was sent stays', async () => {
    const desk = await openPartnershipDesk();
    await goToSend(desk);
    const ids = (await stored(desk)).map(({ id }) => id).toSorted();
    await desk.user.click(await button('Done for Dora Informatica'));
    await screen.findByText('Sent, no answer yet');
    await desk.user.click(await button('Back'));
    await fill('Subject', 'Another subject for {{name}}');
    await desk.user.click(await button('Next: Send'));
    await screen.findByRole('list', { name: 'Letters to send' });
    const after = await stored(desk);
    expect(after.map(({ id }) => id).toSorted()).toEqual(ids);
    expect(after.find(({ reseller }) => reseller.name === 'Eco Systems')?.subject).toBe('Another subject for Eco Systems');
    expect(after.find(({ reseller }) => reseller.name === 'Dora Informatica')?.subject).not.toContain('Another');
    await desk.user.click(await button('Back'));
    await desk.user.click(await button('Back'));
    expect((await field('Company, row 1')).disabled).toBe(true);
    expect((await field('Company, row 2')).disabled).toBe(false);
  });

  it('adopts what was prepared when the app died before the draft could note it', async () => {
    const desk = await openPartnershipDesk();
    await goToSend(desk);
    const kept: unknown = JSON.parse((await desk.services.work.setting(requestDraftSetting)) ?? '{}');
    cleanup();
    await desk.services.work.saveSetting(requestDraftSetting, JSON.stringify({ ...(kept as object), step: 'message', requestIds: [] }));
    desk.show('/resellers/request');
    await desk.user.click(await button('Next: Send'));
    await screen.findByRole('list', { name: 'Letters to send' });
    expect(await stored(desk)).toHaveLength(2);
  });

  it('begins anew when all that was asked is sent, and goes on while one letter is not', async () => {
    const desk = await openPartnershipDesk();
    await goToSend(desk);
    await desk.user.click(await button('Done for Dora Informatica'));
    await screen.findByText('Sent, no answer yet');
    cleanup();
    desk.show('/resellers/request');
    await desk.user.click(await button('Done for Eco Systems'));
    await waitFor(() => expect(screen.getAllByText('Sent, no answer yet')).toHaveLength(2));
    cleanup();
    desk.show('/resellers/request');
    expect((await field('Company, row 1')).value).toBe('');
    expect(await states(desk)).toEqual({ 'Dora Informatica': 'sent', 'Eco Systems': 'sent' });
  });

  it('prepares once on a double click, and shows the letters when they are there', async () => {
    const desk = await openPartnershipDesk();
    desk.show('/resellers/request');
    await paste(desk, twoLines);
    await desk.user.click(await button('Next: Message'));
    await screen.findByText('The link is in the text, unchanged');
    const next = await button('Next: Send');
    fireEvent.click(next);
    fireEvent.click(next);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Next: Send' })).toBeNull());
    expect(screen.queryByText('Nothing is prepared yet')).toBeNull();
    expect(await screen.findByRole('list', { name: 'Letters to send' })).toBeDefined();
    expect(await stored(desk)).toHaveLength(2);
  });

  it('asks for a reseller when none is entered, and for days that leave room for a reminder', async () => {
    const desk = await openPartnershipDesk();
    desk.show('/resellers/request');
    await desk.user.click(await button('Next: Message'));
    await screen.findByText('Enter at least one reseller.');
    await paste(desk, 'Dora Informatica;info@dora.example');
    await desk.user.click(await button('Next: Message'));
    const expires = await screen.findByRole('spinbutton', { name: 'Counts as expired after (days)' });
    fireEvent.change(expires, { target: { value: '7' } });
    await screen.findByText(/Must be more than the days until the reminder \(7\)/u);
    await desk.user.click(await button('Next: Send'));
    await screen.findByText('The marked text or number must be put right first.');
    expect(document.activeElement).toBe(expires);
    expect(await stored(desk)).toEqual([]);
    fireEvent.change(expires, { target: { value: '8' } });
    await desk.user.click(await button('Next: Send'));
    await waitFor(async () => expect(await stored(desk)).toMatchObject([{ remindAfterDays: 7, expiresAfterDays: 8 }]));
  });

  it('leaves a draft that cannot be read to the error page: no waiting for ever', async () => {
    const desk = await openPartnershipDesk();
    const reading = vi.spyOn(desk.services.work.partnerships, 'requests').mockRejectedValue(new Error('the disk is gone'));
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    desk.show('/resellers/request');
    expect(await screen.findByText(/the disk is gone/u)).toBeDefined();
    reading.mockRestore();
  });

  it('offers the clipboard when there is no mail client, and records nothing before something was handed over', async () => {
    const desk = await openPartnershipDesk();
    await goToSend(desk, 'Dora Informatica;info@dora.example');
    desk.refusals.set('mail.open', 'mail-client-missing');
    await desk.user.click(await button('Open in email for Dora Informatica'));
    await screen.findByText(/no default mail app/u);
    expect(await stored(desk)).toMatchObject([{ state: 'prepared' }]);
    expect((await stored(desk))[0]).not.toHaveProperty('openedAt');
    await desk.user.click(await button('Copy to clipboard instead'));
    await screen.findByText('Opened, not marked as sent');
    expect(await stored(desk)).toMatchObject([{ state: 'opened', openedAs: 'copy' }]);
    expect(calls('mail.copy')).toHaveLength(1);
  });

  it('sends nothing while the account has no link: it says how to paste it, and goes on with it', async () => {
    const desk = await openPartnershipDesk();
    mainProcess.set('links.read', () => ({}));
    desk.show('/resellers/request');
    await paste(desk, 'Dora Informatica;info@dora.example');
    await desk.user.click(await button('Next: Message'));
    await screen.findByText('The link of your account is not known yet');
    await desk.user.click(await button('Next: Send'));
    expect(await stored(desk)).toEqual([]);
    desk.refusals.set('links.setPartnership', 'partnership-link-not-allowed');
    await fill('Link from the portal', 'https://evil.example/x');
    await desk.user.click(await button('Keep link'));
    await screen.findByText(/no link of your Partner Center portal/u);
    desk.refusals.clear();
    mainProcess.set('links.setPartnership', () => ({ partnership: ownLink }));
    await fill('Link from the portal', ` ${ownLink} `);
    await desk.user.click(await button('Keep link'));
    await screen.findByText('The link is in the text, unchanged');
    expect(calls('links.setPartnership')).toMatchObject([{ link: ownLink }]);
    await desk.user.click(await button('Next: Send'));
    await waitFor(async () => expect(await stored(desk)).toHaveLength(1));
  });

  it('shows bad lines and loses none, warns of a partner, and puts the keyboard on the first mistake', async () => {
    const desk = await openPartnershipDesk();
    desk.show('/resellers/request');
    await paste(desk, 'Alba Sistemi S.r.l.;info@alba.example\nFaro;faro(at)example;klingonese\nSelf;me@own.example;4890001');
    await screen.findByText('A reseller like this is in your list already. Ask only if it is another company.');
    await screen.findByText(/e-mail address is not complete/u);
    await screen.findByText(/your own Partner ID/u);
    expect((await field('Email address, row 2')).value).toBe('faro(at)example');
    await desk.user.click(await button('Next: Message'));
    await screen.findByText('Correct the marked rows first.');
    expect(document.activeElement).toBe(await field('Email address, row 2'));
    await fill('Email address, row 2', 'info@faro.example');
    await desk.user.click(await button('Remove row: Self'));
    await desk.user.click(await button('Next: Message'));
    await screen.findByText('The link is in the text, unchanged');
  });

  it('takes a CSV file that is chosen or dropped on the list', async () => {
    const desk = await openPartnershipDesk();
    desk.show('/resellers/request');
    const list = await screen.findByRole('list', { name: 'Resellers to ask' });
    const dropped = new File(['Azienda;E-mail\nDora;info@dora.example'], 'a.csv', { type: 'text/csv' });
    fireEvent.drop(list, { dataTransfer: { files: [dropped] } });
    await waitFor(async () => expect((await field('Company, row 1')).value).toBe('Dora'));
    // As spreadsheets of western Europe write it: one byte a letter.
    const bytes = new Uint8Array(Buffer.from('Caffè,a@caffe.example', 'latin1'));
    const picker = document.querySelector<HTMLInputElement>('input[type="file"]');
    fireEvent.change(picker ?? document.body, { target: { files: [new File([bytes], 'b.csv')] } });
    await waitFor(async () => expect((await field('Company, row 2')).value).toBe('Caffè'));
  });

  it('keeps what was typed when the page is left, and Cancel says what it throws away', async () => {
    const desk = await openPartnershipDesk();
    desk.show('/resellers/request');
    await desk.user.type(await field('Company, row 1'), 'Dora');
    cleanup();
    await waitFor(async () => expect(await desk.services.work.setting(requestDraftSetting)).toContain('Dora'));
    desk.show('/resellers/request');
    expect((await field('Company, row 1')).value).toBe('Dora');
    await desk.user.click(await button('Cancel'));
    const dialog = await openDialog();
    expect(dialog.textContent).toContain('What you typed and the texts are thrown away');
    await desk.user.click(within(dialog).getByRole('button', { name: 'Throw away', hidden: true }));
    await waitFor(async () => expect(await desk.services.work.setting(requestDraftSetting)).toBe(''));
  });

  it('withdraws with Cancel what was prepared and not sent, and leaves what was sent', async () => {
    const desk = await openPartnershipDesk();
    await goToSend(desk);
    await desk.user.click(await button('Done for Dora Informatica'));
    await screen.findByText('Sent, no answer yet');
    await desk.user.click(await button('Cancel'));
    const dialog = await openDialog();
    await desk.user.click(within(dialog).getByRole('button', { name: 'Throw away', hidden: true }));
    await waitFor(async () => expect(await states(desk)).toEqual({ 'Dora Informatica': 'sent', 'Eco Systems': 'withdrawn' }));
  });
});
