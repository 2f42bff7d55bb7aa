import './lists-realm.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../renderer/text/language.ts';
import { agreementSetting } from '../../shared/domain/customer/agreement-ways.ts';
import { CustomerTenantId, newDraftId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import type { MirrorUpdate } from '../../shared/ports/mirror.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { cartDraft } from '../unit/sync/sync-builders.ts';
import { calls, mainProcess } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { button, field, goOffline, openPartnershipDesk } from './partnership-desk.ts';
import { albaId, answerReads, finding } from './reseller-desk.ts';
import { expectAccessible } from './wizard-desk.tsx';

const officina = CustomerTenantId.parse(customerId(0));
const customers = [{ id: officina, name: 'Officina', domain: 'officina.example', resellerId: albaId }];
const at = Instant.parse('2026-11-24T09:00:00.000Z');
const page = `/customers/${officina}`;
const anna = { firstName: 'Anna', lastName: 'Bianchi', email: 'anna@bianchi.example', phoneNumber: '' };
const link = 'https://admin.microsoft.com/Adminportal/Home#/BillingAccounts/billing-accounts';

const panel = (name = 'Microsoft Customer Agreement'): Promise<HTMLElement> => screen.findByRole('region', { name });
const tell = ({ services }: ListsDesk, agreement: Extract<MirrorUpdate, { kind: 'agreement-read' }>['agreement']): Promise<void> =>
  services.mirror.apply({ kind: 'agreement-read', customerId: officina, agreement });

async function openDesk(language: Language = 'en'): Promise<ListsDesk> {
  const desk = await openPartnershipDesk({ customers });
  await desk.services.work.saveSetting('language', language);
  mainProcess.set('links.readAgreement', () => ({ link }));
  return desk;
}
/** An order of the customer that was bought with an invitation. */
async function buyInvited({ services }: ListsDesk): Promise<string> {
  const draft = cartDraft({
    id: newDraftId(), accountId: services.account.id, customer: { kind: 'tenant', customerId: officina }, customerName: 'Officina',
    agreement: { kind: 'invited', contact: anna },
  });
  const made = await services.work.confirmCart(draft);
  const [order, ...others] = made.ok ? made.value : [];
  expect(others).toEqual([]);
  return order?.id ?? '';
}

describe('the agreement of a customer', () => {
  it('offline is said as it was read last: by whom, when, and how old that is', async () => {
    const desk = await openDesk();
    goOffline(desk);
    await desk.services.work.partnerships.recordFindings([finding('4847383', 'agreement-missing')]);
    desk.show(page);
    expect((await panel()).textContent).toContain('Not known here yet');
    await tell(desk, { isAccepted: true, how: 'attested', acceptedAt: at, contact: { name: 'Marco Neri', email: 'm@neri.example' }, readAt: at });
    await within(await panel()).findByText(/Accepted by Marco Neri, m@neri.example, attested to Microsoft:/u);
    expect((await panel()).textContent).toContain('Nov 24, 2026');
    await tell(desk, { isAccepted: true, how: 'direct', readAt: at });
    await within(await panel()).findByText('Accepted by the customer itself in the Microsoft 365 admin center');
    // What was kept before the app knew how is still readable.
    await tell(desk, { isAccepted: true, acceptedAt: at });
    await within(await panel()).findByText(/^Accepted/u);
    await tell(desk, { isAccepted: false, how: 'none', readAt: at });
    const shown = await panel();
    await within(shown).findByText(/Not accepted yet/u);
    const resellers = within(shown).getByRole('list', { name: /Microsoft Partner Agreement of its resellers/u });
    expect(resellers.textContent).toContain('Alba Sistemi S.r.l.');
    expect(resellers.textContent).toContain('Agreement not accepted');
    expect(within(shown).getByRole<HTMLButtonElement>('button', { name: /Read the agreement/u }).disabled).toBe(true);
    await expectAccessible();
  });

  it('is asked of Microsoft again, and its text opened in a language of the country, from a fresh link each time', async () => {
    const desk = await openDesk();
    let opened = 0;
    answerReads({
      'read-agreement-state': () => ({ isAccepted: true, how: 'direct' }),
      'read-agreement-template': () => ({ templateId: 'template-1', agreementLink: 'https://aka.ms/customeragreement' }),
      'read-agreement-document': (input) => {
        opened += 1;
        const { country, language } = input as { country: string; language: string };
        return { links: [`https://document.microsoft.com/${country}/${language}/${opened}`] };
      },
    });
    await desk.services.mirror.apply({
      kind: 'customer-read', at,
      detail: { id: officina, companyName: 'Officina', domain: 'officina.example', relationship: 'reseller', country: 'IT', culture: 'it-IT' },
    });
    desk.show(page);
    const shown = await panel();
    await desk.user.click(within(shown).getByRole('button', { name: 'Ask Microsoft now' }));
    await within(shown).findByText('Accepted by the customer itself in the Microsoft 365 admin center');
    expect(within(shown).queryByRole('link', { name: 'Write the invitation to accept' })).toBeNull();
    await desk.user.click(within(shown).getByRole('button', { name: 'Read the agreement' }));
    await desk.user.selectOptions(within(shown).getByRole('combobox', { name: 'Language of the text' }), 'en-US');
    await desk.user.click(within(shown).getByRole('button', { name: 'Read the agreement' }));
    const accountId = desk.services.account.id;
    await waitFor(() => expect(calls('app.openExternal')).toEqual([
      { url: 'https://document.microsoft.com/IT/it-IT/1', accountId }, { url: 'https://document.microsoft.com/IT/en-US/2', accountId },
    ]));
  });

  it('that is missing leads to the invitation, to the person named in the cart, with the link it must carry', async () => {
    const desk = await openDesk();
    const order = await buyInvited(desk);
    goOffline(desk);
    desk.show(page);
    const shown = await panel();
    await within(shown).findByText(/An order waits for the customer to accept/u);
    expect(within(shown).getByRole('link', { name: 'Open the order' }).getAttribute('href')).toBe(`/outbox/${order}`);
    await desk.user.click(within(shown).getByRole('link', { name: 'Write the invitation to accept' }));
    await screen.findByRole('heading', { level: 1, name: 'Ask a customer to accept the agreement' });
    expect((await field('To')).value).toBe('anna@bianchi.example');
    await waitFor(async () => expect((await field('Text')).value).toContain(link));
    expect((await field('Text')).value).toContain('Anna Bianchi');
    await desk.user.click(await button('Open in email for Officina'));
    await waitFor(() => expect(calls('mail.open')).toMatchObject([{ purpose: 'customer-agreement', letter: { to: ['anna@bianchi.example'] } }]));
    await desk.user.click(await button('Done for Officina'));
    await within(await panel()).findByText(/Invitation sent, as somebody here said/u);
    cleanup();
    desk.show(`/outbox/${order}`);
    const way = await screen.findByRole('link', { name: 'Write the invitation to accept' });
    expect(way.getAttribute('href')).toContain('customer-agreement');
  });

  it('is in Italian, too, and its way is a setting', async () => {
    const desk = await openDesk('it');
    goOffline(desk);
    await tell(desk, { isAccepted: false, how: 'none', readAt: at });
    desk.show(page);
    await within(await panel('Contratto del cliente Microsoft')).findByText(/Non ancora accettato/u);
    cleanup();
    desk.show('/settings');
    const setting = await screen.findByRole('region', { name: 'Contratto dei clienti' });
    await waitFor(() => expect(within(setting).getByRole<HTMLInputElement>('radio', { name: 'Offrire entrambe' }).checked).toBe(true));
    await desk.user.click(within(setting).getByRole('radio', { name: /^Invitare il cliente ad accettare/u }));
    await waitFor(async () => expect(await desk.services.work.setting(agreementSetting)).toBe('invite'));
    await expectAccessible();
  });
});
