import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addLine, cartPath, chooseInLine, keptCart, lineOf, linesList, ownE3, shopMirror, writeSeats } from './cart-shop.ts';
import { expectAccessible, openWizardDesk } from './wizard-desk.tsx';

const dialog = (): Promise<HTMLElement> => screen.findByRole('dialog', { hidden: true });
const inDialog = async (role: string, name: string | RegExp): Promise<HTMLElement> => within(await dialog()).getByRole(role, { name, hidden: true });
const titles = (): readonly (string | null)[] => within(linesList()).getAllByRole('listitem').map((item) => item.getAttribute('aria-label'));

describe('an add-on in a cart', () => {
  it('is offered at its base, stands under it with its own seats, and goes with it', async () => {
    const desk = await openWizardDesk({ mirror: shopMirror() });
    desk.show(cartPath);
    const base = await addLine(desk, 'Office 365 E3');
    await addLine(desk, 'Defender for Servers');
    await chooseInLine(desk, base, /^Add an add-on/u, /Extra File Storage/u);
    await waitFor(() => expect(titles()).toEqual(['Office 365 E3', 'Extra File Storage', 'Defender for Servers']));
    const addon = lineOf('Extra File Storage');
    within(addon).getByText('Add-on of Office 365 E3');
    await writeSeats(desk, addon, 40);
    await waitFor(() => expect(addon.textContent).toContain('€10.00 per month'));
    expect(within(lineOf('Defender for Servers')).queryByRole('button', { name: /^Add an add-on/u })).toBeNull();
    await waitFor(async () => expect((await keptCart(desk)).lines).toMatchObject([
      { id: 0, quantity: 1 }, { productId: 'STORAGE', quantity: 40, addonOf: { kind: 'line', lineId: 0 } }, {},
    ]));
    await expectAccessible();
    await desk.user.click(within(base).getByRole('button', { name: 'Remove Office 365 E3' }));
    await screen.findByText('Office 365 E3 removed, with its 1 add-on.');
    expect(titles()).toEqual(['Defender for Servers']);
    // What stands in the place of the removed line has the keyboard.
    await waitFor(() => expect(lineOf('Defender for Servers').contains(document.activeElement)).toBe(true));
  });

  it('found in the catalogue asks for its base: a line, or a subscription the customer has', async () => {
    const desk = await openWizardDesk({ mirror: shopMirror({ subscriptions: [ownE3] }) });
    desk.show(cartPath);
    await addLine(desk, 'Office 365 E3');
    await desk.user.click(screen.getByRole('button', { name: 'Add to cart: Extra File Storage' }));
    await inDialog('radio', 'In this cart: Office 365 E3 (1 year, billed monthly)');
    await desk.user.click(await inDialog('radio', 'Subscription of the customer: E3 of the shop'));
    await desk.user.click(await inDialog('button', 'Add to cart'));
    const addon = await waitFor(() => lineOf('Extra File Storage'));
    within(addon).getByText('Add-on of the subscription E3 of the shop');
    await waitFor(async () => expect((await keptCart(desk)).lines[1]?.addonOf)
      .toEqual({ kind: 'subscription', subscriptionId: 'subscription-e3', name: 'E3 of the shop' }));
    await desk.user.click(screen.getByRole('button', { name: 'Next: Agreement' }));
    await desk.user.click(await screen.findByRole('button', { name: 'Next: Review' }));
    await screen.findByText('Add-on of the subscription E3 of the shop');
  });

  it('says what is needed where no base is', async () => {
    const desk = await openWizardDesk({ mirror: shopMirror() });
    desk.show(cartPath);
    await desk.user.click(await screen.findByRole('button', { name: 'Add to cart: Extra File Storage' }));
    await within(await dialog()).findByText('Office 365 E3');
    within(await dialog()).getByText('Add one of them to the cart first, then the add-on.');
    await desk.user.click(await inDialog('button', 'Close'));
    await waitFor(() => expect(screen.queryByRole('dialog', { hidden: true })).toBeNull());
    expect(within(linesList()).queryAllByRole('listitem')).toEqual([]);
  });
});
