import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addLine, cartPath, chooseInLine, keptCart, lineOf, linesList, shopMirror, shopPromotion, writeSeats } from './cart-shop.ts';
import { expectAccessible, openWizardDesk } from './wizard-desk.tsx';

describe('a promotion on a line', () => {
  it('says what it saves, until when and for how many seats, and is checked when the order is sent', async () => {
    const desk = await openWizardDesk({ mirror: shopMirror() });
    desk.show(cartPath);
    const line = await addLine(desk, 'Office 365 E3');
    await writeSeats(desk, line, 10);
    await desk.user.click(await within(line).findByRole('button', { name: /^No promotion \(1 possible\)/u }));
    const entry = await screen.findByRole('menuitemradio', { name: /Winter offer/u, hidden: true });
    expect(entry.textContent).toMatch(/15% off · saves €15\.00 per month · 1 to 20 licenses · until /u);
    await desk.user.click(entry);
    await waitFor(() => expect(line.textContent).toContain('€85.00 per month'));
    within(line).getByText('Promotion: checked for this customer when it is sent.');
    const summary = screen.getByRole('complementary');
    expect(summary.textContent).toMatch(/Total per month€85\.00Promotions, taken off−€15\.00/u);
    within(summary).getByText('Ask whether Officina Caffè may have the promotions');
    await waitFor(async () => expect((await keptCart(desk)).lines[0]?.promotion)
      .toMatchObject({ id: shopPromotion.id, discount: '0.15', maximumSeats: 20 }));
    await expectAccessible();
    await desk.user.selectOptions(within(line).getByRole('combobox'), '1 year, billed annually');
    await screen.findByText(/The promotion Winter offer was for the old term and is gone\./u);
    await waitFor(async () => expect((await keptCart(desk)).lines[0]?.promotion).toBeUndefined());
  });

  it('over its limit stops the order until the line is split in two', async () => {
    const desk = await openWizardDesk({ mirror: shopMirror() });
    desk.show(cartPath);
    const line = await addLine(desk, 'Office 365 E3');
    await chooseInLine(desk, line, /^No promotion/u, /Winter offer/u);
    await writeSeats(desk, line, 32);
    await within(line).findByText(/more licenses than the promotion Winter offer allows/u);
    expect(line.textContent).toContain('€320.00 per month');
    expect(line.textContent).not.toContain('saves');
    await desk.user.click(within(line).getByRole('button', { name: 'Split: 20 licenses with it, 12 without' }));
    await waitFor(() => expect(within(linesList()).getAllByRole('listitem')).toHaveLength(2));
    await waitFor(async () => expect((await keptCart(desk)).lines).toMatchObject([
      { id: 0, quantity: 20, promotion: { id: shopPromotion.id } }, { id: 1, quantity: 12 },
    ]));
    expect((await keptCart(desk)).lines[1]?.promotion).toBeUndefined();
    await desk.user.click(screen.getByRole('button', { name: 'Next: Agreement' }));
    await screen.findByText(/Accepted: Microsoft has it on file/u);
  });

  it('can be taken off again', async () => {
    const desk = await openWizardDesk({ mirror: shopMirror() });
    desk.show(cartPath);
    const line = await addLine(desk, 'Office 365 E3');
    await chooseInLine(desk, line, /^No promotion/u, /Winter offer/u);
    await chooseInLine(desk, lineOf('Office 365 E3'), /^Promotion: Winter offer/u, /Without a promotion/u);
    await waitFor(() => expect(line.textContent).toContain('€10.00 per month'));
    expect(within(line).queryByText(/checked for this customer/u)).toBeNull();
  });
});
