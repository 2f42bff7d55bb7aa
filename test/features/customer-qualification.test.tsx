import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Language } from '../../renderer/text/language.ts';
import { CustomerTenantId, newStepId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import { failure } from '../../shared/contract/failure.ts';
import { ok } from '../../shared/result.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { albaId, answerReads, threeResellers } from './reseller-desk.ts';
import { expectAccessible, openDialog } from './wizard-desk.tsx';

const officina = CustomerTenantId.parse(customerId(0));
const customers = [{ id: officina, name: 'Officina', domain: 'officina.example', resellerId: albaId }];
const at = Instant.parse('2026-11-24T09:00:00.000Z');
const page = `/customers/${officina}`;

interface Opening {
  readonly isOnline?: boolean;
  readonly language?: Language;
}
async function openDesk({ isOnline = false, language = 'en' }: Opening = {}): Promise<ListsDesk> {
  const desk = await openListsDesk({ resellers: threeResellers, customers }, language);
  await desk.services.work.saveSetting('language', language);
  await desk.services.pull.pullNow();
  if (!isOnline) desk.services.connectivity.setState({ isOnline: false, reason: 'no-network' });
  return desk;
}
const panel = (name = 'Qualification'): Promise<HTMLElement> => screen.findByRole('region', { name });
const press = async ({ user }: ListsDesk, where: HTMLElement, name: string): Promise<void> =>
  user.click(within(where).getByRole('button', { name }));

describe('the qualification of a customer', () => {
  it('offline is what was read last, with its age, in words', async () => {
    const desk = await openDesk();
    desk.show(page);
    expect((await panel()).textContent).toContain('Not read yet');
    await desk.services.mirror.apply({
      kind: 'qualifications-read', customerId: officina, at,
      qualifications: [
        { name: 'Education', vetting: 'denied', reason: 'Not an Education Customer', requestedAt: at }, { name: 'Research', vetting: 'unknown' },
      ],
    });
    const shown = await panel();
    await within(shown).findByText('Denied');
    expect(shown.textContent).toContain('Reason given by Microsoft: Not an Education Customer');
    expect(shown.textContent).toContain('Research');
    expect(within(shown).queryByRole('button', { name: 'Look now' })).toBeNull();
    await expectAccessible();
  });

  it('online is read when the page opens, when asked, and each minute while it is looked into', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const desk = await openDesk({ isOnline: true });
      let vetting = 'in-review';
      answerReads({
        'read-qualifications': () => ({ qualifications: [{ name: 'Education', vetting }] }),
        'read-validation-status': () => ({ status: 'VettingPending' }),
      });
      desk.show(page);
      const shown = await panel();
      await within(shown).findByText('Microsoft is looking into it');
      expect(shown.textContent).toContain('still reviewing this customer’s account (VettingPending)');
      vetting = 'approved';
      await vi.advanceTimersByTimeAsync(60_000);
      await within(shown).findByText('Approved');
      vetting = 'denied';
      await press(desk, shown, 'Look now');
      await within(shown).findByText('Denied');
    } finally {
      vi.useRealTimers();
    }
  });

  it('is asked for offline, confirmed by typing the name, and waits in the outbox once', async () => {
    const desk = await openDesk();
    desk.show(page);
    const shown = await panel();
    await press(desk, shown, 'Request a qualification');
    expect(document.activeElement?.getAttribute('type')).toBe('radio');
    await press(desk, shown, 'Go on to confirm');
    await within(shown).findByText('Choose the kind of institution.');
    await desk.user.click(within(shown).getByRole('radio', { name: 'School (K-12)' }));
    await desk.user.type(within(shown).getByRole('textbox', { name: 'Website of the customer' }), ' www.liceo.edu.it ');
    await expectAccessible();
    await press(desk, shown, 'Go on to confirm');
    const dialog = await openDialog();
    const send = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Put in outbox', hidden: true });
    expect(send.disabled).toBe(true);
    await desk.user.type(within(dialog).getByRole('textbox', { hidden: true }), 'Officin');
    expect(send.disabled).toBe(true);
    await desk.user.type(within(dialog).getByRole('textbox', { hidden: true }), 'a');
    await desk.user.click(send);
    const way = await within(await panel()).findByRole('link', { name: 'Qualification Education for Officina' });
    const operations = await desk.services.work.operations();
    expect(operations).toMatchObject([{
      kind: 'request-qualification',
      payload: {
        customer: { kind: 'tenant', customerId: officina }, customerName: 'Officina', qualification: 'Education', educationSegment: 'K12',
        website: 'www.liceo.edu.it',
      },
    }]);
    expect(way.getAttribute('href')).toBe(`/outbox/${operations[0]?.id ?? ''}`);
    await desk.user.click(way);
    await screen.findByRole('heading', { level: 1, name: 'Qualification Education for Officina' });
    expect((await screen.findByRole('region', { name: 'What you confirmed' }).catch(() => document.body)).textContent).toContain('www.liceo.edu.it');
  });

  it('for the government cloud offers the codes of the partner', async () => {
    const desk = await openDesk({ isOnline: true });
    answerReads({
      'read-qualifications': () => ({ qualifications: [] }),
      'read-validation-codes': () => ({ codes: [{ code: '12345', organization: 'Comune', remaining: 1 }] }),
    });
    desk.show(page);
    const shown = await panel();
    await within(shown).findByText(/None on file/u);
    await press(desk, shown, 'Request a qualification');
    await desk.user.click(within(shown).getByRole('radio', { name: 'Government Community Cloud' }));
    await waitFor(() => expect(shown.querySelector('datalist')?.textContent).toContain('Comune, 1 use left'));
    await press(desk, shown, 'Go on to confirm');
    await within(shown).findByText('Enter the validation code.');
  });

  it('that was refused is changed in its place, and both languages say the same', async () => {
    const desk = await openDesk({ language: 'it' });
    const { work } = desk.services;
    const made = await work.confirmQualification({
      customer: { kind: 'tenant', customerId: officina }, customerName: 'Officina', qualification: 'StateOwnedEntity', website: 'x.example',
    });
    const [operation] = made.ok ? made.value : [];
    if (operation === undefined) throw new Error('no operation');
    const step = { id: newStepId(), name: 'request-qualification', requestId: crypto.randomUUID(), state: 'answered', attempts: 1 };
    const refused = { ...operation, steps: [step], state: { name: 'refused', stepId: step.id, failure: failure('invalid-property') } };
    await work.commit({ before: [operation], after: [refused as typeof operation], journal: [] });
    const edit = vi.spyOn(desk.services.outbox, 'edit').mockResolvedValue(ok(undefined));
    desk.show(`${page}?operation=${operation.id}`);
    const shown = await panel('Qualifica');
    const website = await within(shown).findByRole('textbox', { name: 'Sito Web del cliente' });
    await desk.user.clear(website);
    await desk.user.type(website, 'ente.gov.it');
    await press(desk, shown, 'Avanti per confermare');
    const dialog = await openDialog();
    await desk.user.type(within(dialog).getByRole('textbox', { hidden: true }), 'Officina');
    await desk.user.click(within(dialog).getByRole('button', { name: 'Aggiungi alla posta in uscita', hidden: true }));
    await waitFor(() => expect(edit).toHaveBeenCalledWith(operation.id, expect.objectContaining({ website: 'ente.gov.it' })));
  });
});
