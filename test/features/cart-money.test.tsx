import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Offer } from '../../shared/domain/catalogue/offer.ts';
import { Instant } from '../../shared/instant.ts';
import { cartDraft } from '../unit/sync/sync-builders.ts';
import { addLine, cartPath, keptCart, lineOf, shopMirror, shopOffers, writeSeats } from './cart-shop.ts';
import { expectAccessible, openWizardDesk } from './wizard-desk.tsx';
import { albaSistemi, knownCustomer } from './wizard-mirror.ts';

describe('the money of a cart', () => {
  it('keeps cost and recommended price apart, names the difference, and never adds up two periods', async () => {
    const desk = await openWizardDesk({ mirror: shopMirror() });
    desk.show(cartPath);
    await writeSeats(desk, await addLine(desk, 'Office 365 E3'), 10);
    await writeSeats(desk, await addLine(desk, 'Defender for Servers'), 2);
    const summary = screen.getByRole('complementary');
    await waitFor(() => expect(summary.textContent).toMatch(/Total per month€111\.00Recommended \(ERP\) \(1 line without\)€125\.00/u));
    expect(summary.textContent).not.toContain('Difference to your cost');
    await desk.user.click(within(lineOf('Defender for Servers')).getByRole('button', { name: /^Remove/u }));
    await waitFor(() => expect(summary.textContent).toMatch(/Recommended \(ERP\)€125\.00Difference to your cost€25\.00 \(20%\)/u));
    await desk.user.selectOptions(within(lineOf('Office 365 E3')).getByRole('combobox'), '1 year, billed annually');
    await addLine(desk, 'Defender for Servers');
    await waitFor(() => expect(summary.textContent).toMatch(/Total per month€5\.50Total per year€1,140\.00/u));
    expect(summary.textContent).not.toContain('1,145.50');
    expect(within(lineOf('Office 365 E3')).getByText('recommended €1,440.00 per year')).toBeDefined();
  });

  it('of an older price list offers the prices of today, with what they change', async () => {
    const dearer = (offer: Offer): Offer => (offer.productId === 'E3'
      ? { ...offer, terms: offer.terms.map((term) => (term.termDuration === 'P1Y' && term.billingCycle === 'monthly'
        ? { ...term, unitPrice: { amount: '11.00', currency: 'EUR' } } : term)) }
      : offer);
    const desk = await openWizardDesk({ mirror: shopMirror({ offers: shopOffers.map(dearer) }) });
    const old = Instant.parse('2026-10-01T00:00:00.000Z');
    const lineWith = (id: number, productId: string, title: string, unitPrice: string, retailPrice: object): object => ({
      id, productId, skuId: '0001', catalogItemId: `${productId}:0001:OLD`, title, quantity: 10, termDuration: 'P1Y', billingCycle: 'monthly',
      unitPrice: { amount: unitPrice, currency: 'EUR' }, partnerId: '4847383', ...retailPrice,
    });
    const draft = cartDraft({
      accountId: desk.account.id, customer: { kind: 'tenant', customerId: knownCustomer }, customerName: 'Officina Caffè',
      reseller: albaSistemi, listDate: old,
      lines: [
        lineWith(0, 'E3', 'Office 365 E3', '10.00', { retailPrice: { amount: '12.50', currency: 'EUR' } }),
        lineWith(1, 'SERVER', 'Defender for Servers', '5.50', { attestationAccepted: true }),
      ],
    });
    await desk.work.saveDraft(draft);
    desk.show(`/carts/${draft.id}`);
    const changes = await screen.findByRole('table', { name: 'Prices have changed since' });
    expect(within(changes).getAllByRole('row').map((row) => row.textContent)).toEqual([
      'ProductLicensesIn the cartTodayDifference', 'Office 365 E310€100.00€110.00€10.00 per month',
    ]);
    await expectAccessible();
    await desk.user.click(screen.getByRole('button', { name: 'Take today’s prices' }));
    const taken = await screen.findByText('Today’s prices taken.');
    await waitFor(() => expect(document.activeElement?.contains(taken)).toBe(true));
    expect(document.activeElement).not.toBe(document.body);
    await waitFor(() => expect(lineOf('Office 365 E3').textContent).toContain('€110.00 per month'));
    await waitFor(async () => expect(await keptCart(desk)).toMatchObject({
      listDate: '2026-11-24T09:00:00.000Z', lines: [{ unitPrice: { amount: '11.00' } }, { unitPrice: { amount: '5.50' }, attestationAccepted: true }],
    }));
    expect(screen.queryByRole('button', { name: 'Take today’s prices' })).toBeNull();
  });
});
