import { cleanup, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible, openWizardDesk } from './wizard-desk.tsx';
import { knownCustomer } from './wizard-mirror.ts';

describe('what is written about an order', () => {
  it('is kept as it is typed, survives a reload, and goes with the order', async () => {
    const desk = await openWizardDesk();
    const place = desk.show(`/carts/new?customer=${knownCustomer}`);
    await desk.user.click(await screen.findByRole('button', { name: 'Add to cart: Exchange Online (Plan 1)' }));
    await desk.user.type(screen.getByRole('textbox', { name: 'Name of this cart' }), 'Shop');
    await desk.user.type(screen.getByRole('textbox', { name: 'Purchase order reference' }), 'PO-77');
    await desk.user.type(screen.getByRole('textbox', { name: 'Notes' }), 'Call first');
    await waitFor(async () => expect(await desk.work.drafts()).toMatchObject([
      { name: 'Shop', purchaseOrderReference: 'PO-77', notes: 'Call first' },
    ]));
    await waitFor(() => expect(place()).toMatch(/^\/carts\/[0-9a-f-]{36}$/u));
    const address = place();
    cleanup();
    desk.show(address);
    expect(await screen.findByDisplayValue('PO-77')).toBeDefined();
    await desk.user.clear(screen.getByRole('textbox', { name: 'Name of this cart' }));
    await desk.user.click(screen.getByRole('button', { name: 'Next: Agreement' }));
    await desk.user.click(await screen.findByRole('button', { name: 'Next: Review' }));
    await screen.findByText('PO-77');
    await desk.user.click(screen.getByRole('checkbox', { name: /^I act as an indirect provider/u }));
    await desk.user.click(screen.getByRole('button', { name: 'Put in outbox' }));
    await waitFor(async () => expect(await desk.work.operations()).toHaveLength(1));
    const [order] = await desk.work.operations();
    expect(order?.payload).toMatchObject({ purchaseOrderReference: 'PO-77', notes: 'Call first' });
    const [draft] = await desk.work.drafts();
    expect(draft && 'name' in draft).toBe(false);
  });

  it('takes further resellers by their Partner ID: a good one, no other twice, never our own or the credited one', async () => {
    const desk = await openWizardDesk();
    desk.show(`/carts/new?customer=${knownCustomer}`);
    const field = await screen.findByRole('textbox', { name: 'Additional resellers (Partner ID)' });
    const add = async (partnerId: string): Promise<void> => {
      await desk.user.clear(field);
      await desk.user.type(field, `${partnerId}{Enter}`);
    };
    await screen.findByDisplayValue('Alba Sistemi S.r.l.');
    await add('12a');
    await screen.findByText('A Partner ID has 4 to 10 digits.');
    await add('5380000');
    await screen.findByText('This is your own Partner ID. Microsoft refuses it.');
    await add('4847383');
    await screen.findByText('This reseller is credited already.');
    await add('4890002');
    await screen.findByText('Bruma Cloud S.p.A. · 4890002');
    await add('4890002');
    await screen.findByText('This Partner ID is in the list already.');
    for (const partnerId of ['6000001', '6000002', '6000003', '6000004', '6000005']) await add(partnerId);
    await screen.findByText('At most 5 additional resellers. Remove one first.');
    await expectAccessible();
    await desk.user.click(screen.getByRole('button', { name: 'Remove Partner ID 6000004' }));
    expect(document.activeElement).toBe(field);
    await waitFor(async () => expect(await desk.work.drafts()).toMatchObject([
      { additionalPartnerIds: ['4890002', '6000001', '6000002', '6000003'] },
    ]));
  });
});
