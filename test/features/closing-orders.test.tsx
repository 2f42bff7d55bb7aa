import './lists-realm.ts';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Language } from '../../renderer/text/language.ts';
import { Order } from '../../shared/domain/order/order.ts';
import { Subscription } from '../../shared/domain/subscription/subscription.ts';
import { CustomerTenantId } from '../../shared/ids.ts';
import { instantOf, plusSeconds } from '../../shared/instant.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { calls, openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { albaId, threeResellers } from './reseller-desk.ts';
import { expectAccessible } from './wizard-desk.tsx';

const officina = CustomerTenantId.parse(customerId(0));
const now = instantOf(new Date());
const hour = 3600;
// in the middle of a minute, which is counted whole
const soon = plusSeconds(now, 20 * hour + 5 * 60 - 30);
const bought = (id: string, more: object): Subscription => Subscription.parse({
  id, offerName: id, friendlyName: id, quantity: 5, status: 'active', autoRenewEnabled: true, ...more,
});
const order = (id: string, subscriptionId: string, ageHours: number): Order => Order.parse({
  id, customerId: officina, billingCycle: 'monthly', status: 'completed', createdAt: plusSeconds(now, -ageHours * hour),
  lines: [{ lineNumber: 0, offerId: 'CFQ1:0001:1', friendlyName: subscriptionId, quantity: 5, subscriptionId }],
});

const both = [bought('Mail', { cancellableUntil: soon }), bought('Visio', {})];

async function openDesk(language: Language = 'en', subscriptions: readonly Subscription[] = both): Promise<ListsDesk> {
  const customers = [{ id: officina, name: 'Officina', domain: 'officina.example', resellerId: albaId }];
  const desk = await openListsDesk({ resellers: threeResellers, customers }, language);
  await desk.services.work.saveSetting('language', language);
  await desk.services.pull.pullNow();
  const { mirror, connectivity } = desk.services;
  await mirror.apply({ kind: 'subscriptions-read', customerId: officina, at: now, subscriptions });
  const orders = [order('order 1', 'Mail', 147), order('order-2', 'Visio', 130), order('order-3', 'Teams', 24)];
  await mirror.apply({ kind: 'orders-read', customerId: officina, at: now, orders });
  connectivity.setState({ isOnline: false, reason: 'no-network' });
  return desk;
}
/** Lets the computer wake up for all that listen. */
function stubWaking(): () => void {
  const listeners = new Set<(payload: unknown) => void>();
  vi.stubGlobal('app', {
    ...window.app,
    on: (name: string, listener: (payload: unknown) => void) => {
      if (name === 'system.resumed') listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  return () => {
    for (const listener of listeners) listener({});
  };
}

/** The system's notices as a browser hands them on. */
class FakeNotification extends EventTarget {
  static readonly permission: NotificationPermission = 'granted';
  static readonly shown: FakeNotification[] = [];
  readonly title: string;
  readonly body: string;
  constructor(title: string, { body = '' }: NotificationOptions) {
    super();
    this.title = title;
    this.body = body;
    FakeNotification.shown.push(this);
  }
  close(): void {
    this.dispatchEvent(new Event('close'));
  }
}

describe('what can still be cancelled, on Home', () => {
  it('is listed offline with the time left, the first to end first, an estimate marked, each leading to its order', async () => {
    const desk = await openDesk();
    desk.show('/');
    const panel = await screen.findByRole('region', { name: 'Can still be cancelled' });
    const [first, second, ...more] = within(panel).getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
    expect(first).toMatch(/^Officina: 20 hours, [45] minutes left to cancelOrder order 1/u);
    expect(first).not.toContain('Estimate');
    expect(second).toMatch(/^Officina: 1 day, 1[34] hours left to cancelOrder order-2.*Estimate: Microsoft named no date/u);
    expect(more).toEqual([]);
    expect(calls('sync.read')).toEqual([]);
    await expectAccessible();
    await desk.user.click(within(panel).getAllByRole('link')[0] ?? panel);
    await screen.findByRole('heading', { level: 1, name: 'Order order 1' });
  });

  it('says so in Italian', async () => {
    const desk = await openDesk('it');
    desk.show('/');
    const panel = await screen.findByRole('region', { name: 'Ancora annullabili' });
    expect(within(panel).getAllByRole('link')[0]?.textContent).toMatch(/^Officina: 20 ore,? (?:e )?[45] minuti per annullare$/u);
    expect(panel.textContent).toContain('Stima: Microsoft non ha indicato una data');
  });

  it('goes once its time ran out while the computer slept', async () => {
    const desk = await openDesk('en', [bought('Mail', { cancellableUntil: soon }), bought('Visio', { status: 'deleted' })]);
    const wake = stubWaking();
    desk.show('/');
    await screen.findByRole('region', { name: 'Can still be cancelled' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(soon) });
    act(wake);
    vi.useRealTimers();
    expect(screen.queryByRole('region', { name: 'Can still be cancelled' })).toBeNull();
  });
});

describe('the notice of the desktop', () => {
  it('names who and how long, is shown once over two starts, and opens the order, with no call to the server', async () => {
    FakeNotification.shown.length = 0;
    vi.stubGlobal('Notification', FakeNotification);
    const focus = vi.spyOn(window, 'focus').mockReturnValue();
    const desk = await openDesk();
    desk.show('/customers');
    await waitFor(() => expect(FakeNotification.shown).toHaveLength(1));
    const [notice] = FakeNotification.shown;
    expect(notice?.title).toMatch(/^Officina: 20 hours, [45] minutes left to cancel$/u);
    expect(notice?.body).toBe('Order order 1: after that the whole term is owed. Click to open it.');
    act(() => void notice?.dispatchEvent(new Event('click')));
    await screen.findByRole('heading', { level: 1, name: 'Order order 1' });
    expect(focus).toHaveBeenCalledOnce();
    expect(calls('sync.read')).toEqual([]);
    cleanup();
    desk.show('/');
    await screen.findByRole('region', { name: 'Can still be cancelled' });
    // the second start has looked once a window that came later has its notice
    const later = [bought('Mail', { cancellableUntil: soon }), bought('Visio', { cancellableUntil: plusSeconds(now, hour) })];
    await desk.services.mirror.apply({ kind: 'subscriptions-read', customerId: officina, at: now, subscriptions: later });
    await waitFor(() => expect(FakeNotification.shown).toHaveLength(2));
    expect(FakeNotification.shown[1]?.body).toContain('order-2');
  });

  it.each(['denied', 'default'] as const)('is not asked for, nor shown, where the system says %s', async (permission) => {
    const asked = vi.fn<() => Promise<NotificationPermission>>();
    const made = vi.fn<() => void>();
    vi.stubGlobal('Notification', Object.assign(made, { permission, requestPermission: asked }));
    const desk = await openDesk();
    desk.show('/');
    await screen.findByRole('region', { name: 'Can still be cancelled' });
    expect(asked).not.toHaveBeenCalled();
    expect(made).not.toHaveBeenCalled();
    expect(await desk.services.work.setting('orders.reminded')).toBeUndefined();
  });
});
