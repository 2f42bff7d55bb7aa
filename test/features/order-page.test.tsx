import './lists-realm.ts';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Order } from '../../shared/domain/order/order.ts';
import { Subscription } from '../../shared/domain/subscription/subscription.ts';
import { CustomerTenantId } from '../../shared/ids.ts';
import { Instant, instantOf, plusSeconds } from '../../shared/instant.ts';
import type { OperationOf } from '../../shared/sync/operation.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { albaId, answerReads, threeResellers } from './reseller-desk.ts';
import { expectAccessible, openDialog } from './wizard-desk.tsx';

const officina = CustomerTenantId.parse(customerId(0));
const customers = [{ id: officina, name: 'Officina', domain: 'officina.example', resellerId: albaId }];
const now = instantOf(new Date());
const day = 86_400;
const until = plusSeconds(now, 6 * day + 4 * 3600);
const bought = (id: string, more: object = {}): Subscription => Subscription.parse({
  id, offerId: `CFQ1:0001:${id}`, offerName: id, friendlyName: id, quantity: 5, status: 'active', autoRenewEnabled: true, billingCycle: 'monthly',
  termDuration: 'P1Y', cancellableUntil: until, refundOptions: [{ type: 'Partial', expiresAt: until }], ...more,
});
const base = bought('Mail');
const addon = bought('Archive', { parentSubscriptionId: 'Mail' });
const old = bought('Visio', { offerId: 'CFQ9:0001:Visio', cancellableUntil: Instant.parse('2026-01-08T09:00:00.000Z'), refundOptions: undefined });
const line = ({ id, offerId = '' }: Subscription, lineNumber: number, more: object = {}) => ({
  lineNumber, offerId, friendlyName: id, quantity: 5, termDuration: 'P1Y', subscriptionId: id, partnerId: '4847383', transactionType: 'new', ...more,
});
const order = Order.parse({
  id: 'order-1', customerId: officina, billingCycle: 'monthly', currencyCode: 'EUR', status: 'completed', createdAt: plusSeconds(now, -day),
  lines: [
    line(addon, 0, { parentSubscriptionId: 'Mail' }), line(base, 1, { promotionId: 'PROMO', additionalPartnerIds: ['4890005'] }), line(old, 2),
  ],
});

interface Given {
  readonly isOnline?: boolean;
  readonly subscriptions?: readonly Subscription[];
}

async function openDesk({ isOnline = false, subscriptions = [base, addon, old] }: Given = {}): Promise<ListsDesk> {
  const desk = await openListsDesk({ resellers: threeResellers, customers });
  await desk.services.pull.pullNow();
  const { mirror, connectivity } = desk.services;
  await mirror.apply({ kind: 'subscriptions-read', customerId: officina, at: now, subscriptions });
  await mirror.apply({ kind: 'orders-read', customerId: officina, at: now, orders: [order] });
  if (!isOnline) connectivity.setState({ isOnline: false, reason: 'no-network' });
  return desk;
}
const region = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });
const cancellations = async ({ services }: ListsDesk): Promise<readonly OperationOf<'cancel-subscription'>[]> =>
  (await services.work.operations()).filter((one) => one.kind === 'cancel-subscription');

describe('an order', () => {
  it('shows each line, its add-ons under it, the promotion and who is credited', async () => {
    const desk = await openDesk();
    desk.show('/orders/order-1');
    const rows = within(await screen.findByRole('table', { name: 'Lines' })).getAllByRole('row').slice(1).map((row) => row.textContent ?? '');
    expect(rows.map((row) => row.slice(0, 7))).toEqual([expect.stringMatching(/^Mail/u), 'Archive', expect.stringMatching(/^Visio/u)]);
    expect(rows[0]).toContain('PROMO');
    expect(rows[0]).toContain('4847383, 4890005');
    expect(rows[1]).toContain('Add-on of the line above');
    expect((await region('Where it came from')).textContent).toContain('not placed with Provider Desk');
    await expectAccessible();
  });

  it('counts down to the end the server named, and says when it is over', async () => {
    const desk = await openDesk();
    desk.show('/orders/order-1');
    const panel = await region('Cancellation');
    const [mail, , visio] = within(panel).getAllByRole('listitem');
    expect(mail?.textContent).toMatch(/6 days, (4 hours|3 hours)/u);
    expect(mail?.textContent).toContain('Part of the price is given back');
    expect(mail?.textContent).not.toContain('Estimate');
    expect(visio?.textContent).toContain('The whole term is owed');
    expect(within(panel).getByRole<HTMLInputElement>('checkbox', { name: 'Visio' }).disabled).toBe(true);
  });

  it('reads the clock anew when the computer wakes up: what ran out meanwhile can no longer be chosen (story F23)', async () => {
    const desk = await openDesk();
    const listeners = new Map<string, (payload: unknown) => void>();
    vi.stubGlobal('app', {
      ...window.app,
      on: (name: string, listener: (payload: unknown) => void) => {
        listeners.set(name, listener);
        return () => undefined;
      },
    });
    desk.show('/orders/order-1');
    const panel = await region('Cancellation');
    const mail = within(panel).getByRole<HTMLInputElement>('checkbox', { name: 'Mail' });
    await desk.user.click(mail);
    expect(mail).toMatchObject({ checked: true, disabled: false });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(until) });
    act(() => listeners.get('system.resumed')?.({}));
    vi.useRealTimers();
    expect(mail).toMatchObject({ checked: false, disabled: true });
    expect(within(panel).getAllByRole('listitem')[0]?.textContent).toContain('The whole term is owed');
    expect(within(panel).queryByRole('button', { name: 'Cancel what is chosen…' })).toBeNull();
  });

  it('marks 168 hours from the order as an estimate where the server named no date', async () => {
    const desk = await openDesk({ subscriptions: [bought('Mail', { cancellableUntil: undefined, refundOptions: undefined })] });
    desk.show('/orders/order-1');
    const panel = await region('Cancellation');
    expect(panel.textContent).toMatch(/5 days, 23 hours|6 days/u);
    expect(panel.textContent).toContain('Estimate: Microsoft named no date');
    expect(panel.textContent).toContain('Not all subscriptions of this order were read yet');
  });

  it('cancels a chosen line, its add-ons with it, after its customer was typed; then it waits in the outbox', async () => {
    const desk = await openDesk();
    desk.show('/orders/order-1');
    const panel = await region('Cancellation');
    const start = within(panel).getByRole<HTMLButtonElement>('button', { name: 'Cancel what is chosen…' });
    expect(start.disabled).toBe(true);
    await desk.user.click(within(panel).getByRole('checkbox', { name: 'Mail' }));
    expect(within(panel).getByRole<HTMLInputElement>('checkbox', { name: 'Archive' })).toMatchObject({ checked: true, disabled: true });
    await desk.user.click(start);
    const dialog = await openDialog();
    expect(dialog.textContent).toContain('Cancel 2 subscriptions?');
    expect(dialog.textContent).toContain('You are offline');
    const confirm = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Cancel for good', hidden: true });
    expect(confirm.disabled).toBe(true);
    await desk.user.type(within(dialog).getByRole('textbox', { hidden: true }), 'Officina');
    await desk.user.click(confirm);
    await waitFor(async () => expect(await cancellations(desk)).toHaveLength(1));
    expect(await cancellations(desk)).toMatchObject([
      { payload: { subscriptionId: 'Mail', orderId: 'order-1', before: { status: 'active', quantity: 5, cancellableUntil: until } } },
    ]);
    await within(panel).findByRole('link', { name: 'Cancellation of Mail of Officina', hidden: true });
    expect(within(panel).getByRole<HTMLInputElement>('checkbox', { name: 'Mail', hidden: true }).disabled).toBe(true);
  });

  it('reads how far it is handed out while it is shown online, and keeps the last reading with its age', async () => {
    const desk = await openDesk({ isOnline: true });
    const quantities = [{ quantity: 5, status: 'PrefulfillmentPending' }];
    answerReads({
      'list-orders': () => ({ orders: [order] }), 'list-subscriptions': () => ({ subscriptions: [base, addon, old] }),
      'read-provisioning': () => ({ lines: [{ lineNumber: 1, status: 'PrefulfillmentPending', quantities }] }),
    });
    desk.show('/orders/order-1');
    await within(await region('Provisioning')).findByText('Being prepared at Microsoft');
    cleanup();
    desk.services.connectivity.setState({ isOnline: false, reason: 'no-network' });
    desk.show('/orders/order-1');
    const panel = await region('Provisioning');
    expect(panel.textContent).toContain('5: Being prepared at Microsoft');
    expect(panel.textContent).toContain('Updated');
  });

  it('says when there is no such order', async () => {
    const desk = await openDesk();
    desk.show('/orders/nowhere');
    expect(await screen.findByRole('heading', { level: 1, name: 'Order not found' })).toBeDefined();
  });
});

describe('ordering again', () => {
  it('names what is gone, and asks for the country first where it is not known', async () => {
    const desk = await openDesk();
    desk.show('/orders/order-1');
    await desk.user.click(await screen.findByRole('button', { name: 'Order again' }));
    await screen.findByText('The country of the customer is not known');
    cleanup();
    const detail = { id: officina, companyName: 'Officina', domain: 'officina.example', relationship: 'reseller', country: 'DE' };
    await desk.services.mirror.apply({ kind: 'customer-read', at: now, detail });
    desk.show('/orders/order-1');
    await desk.user.click(await screen.findByRole('button', { name: 'Order again' }));
    const dialog = await screen.findByRole('dialog', { hidden: true });
    expect(dialog.textContent).toContain('Not everything can be ordered again');
    expect(within(dialog).getAllByRole('listitem', { hidden: true }).map(({ textContent }) => textContent)).toEqual(['Visio']);
    await desk.user.click(within(dialog).getByRole('button', { name: 'Make a cart without them', hidden: true }));
    const drafts = await waitFor(async () => {
      const kept = (await desk.services.work.drafts()).filter((draft) => draft.kind === 'cart');
      expect(kept).toHaveLength(1);
      return kept;
    });
    const unitPrice = { amount: '9.4', currency: 'EUR' };
    expect(drafts).toMatchObject([{
      customer: { customerId: officina }, market: 'DE', reseller: { partnerId: '4847383' }, attestationAccepted: false,
      lines: [
        { id: 0, skuId: '0001', quantity: 5, termDuration: 'P1Y', billingCycle: 'monthly', partnerId: '4847383', unitPrice },
        { id: 1, quantity: 5, addonOf: { kind: 'line', lineId: 0 } },
      ],
    }]);
  });
});
