import './lists-realm.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Subscription } from '../../shared/domain/subscription/subscription.ts';
import type { UpgradeTarget } from '../../shared/domain/subscription/upgrade.ts';
import { CustomerTenantId } from '../../shared/ids.ts';
import { instantOf, plusSeconds } from '../../shared/instant.ts';
import type { OperationOf } from '../../shared/sync/operation.ts';
import { customerId, plan } from '../data/mirror/pull-tenant.ts';
import { openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { albaId, threeResellers } from './reseller-desk.ts';
import { expectAccessible, openDialog } from './wizard-desk.tsx';

const officina = CustomerTenantId.parse(customerId(0));
const customers = [{ id: officina, name: 'Officina', domain: 'officina.example', resellerId: albaId }];
const now = instantOf(new Date());
const day = 86_400;
const until = plusSeconds(now, 3 * day);
const mail = Subscription.parse({
  id: 's-1', offerId: 'CFQ1:0001:AV', offerName: 'Exchange Online Café', friendlyName: 'Mail', quantity: 5, status: 'active',
  autoRenewEnabled: true, billingCycle: 'monthly', termDuration: 'P1Y', startsAt: plusSeconds(now, -300 * day), endsAt: plusSeconds(now, 65 * day),
  billingCycleEndsAt: plusSeconds(now, 15 * day), partnerId: '4890005', orderId: 'order-1', cancellableUntil: until,
  refundOptions: [{ type: 'Partial', expiresAt: until }], promotionId: 'PROMO', suspensionReasons: undefined,
  refundableQuantity: { totalQuantity: 2, details: [{ quantity: 2, allowedUntil: until }] },
});
const addon = Subscription.parse({ ...mail, id: 's-2', offerName: 'Archive', friendlyName: 'Archive', parentSubscriptionId: 's-1' });
const page = `/subscriptions/${officina}/s-1`;
const skus = [plan, { ...plan, id: '0002', title: 'Exchange Online Plus', price: '12.00' }];

async function openDesk(more: Partial<Subscription> = {}): Promise<ListsDesk> {
  const desk = await openListsDesk({ resellers: threeResellers, customers, skus, promotions: [{ id: 'PROMO', name: 'Winter offer' }] });
  await desk.services.pull.pullNow();
  const { mirror, connectivity } = desk.services;
  const detail = { id: officina, companyName: 'Officina', domain: 'officina.example', relationship: 'reseller', country: 'IT' };
  await mirror.apply({ kind: 'customer-read', at: now, detail });
  await mirror.apply({ kind: 'subscriptions-read', customerId: officina, at: now, subscriptions: [{ ...mail, ...more }, addon] });
  const listed = [{ productName: 'Exchange Online Café', consumed: 4, active: 5 }];
  await mirror.apply({ kind: 'licenses-read', customerId: officina, licenses: { listed, at: now } });
  connectivity.setState({ isOnline: false, reason: 'no-network' });
  return desk;
}
const region = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });
const press = async ({ user }: ListsDesk, panel: HTMLElement, name: string): Promise<void> =>
  user.click(await within(panel).findByRole('button', { name }));
async function edits({ services }: ListsDesk): Promise<readonly OperationOf<'change-subscription'>[]> {
  return (await services.work.operations()).filter((one) => one.kind === 'change-subscription');
}
const lastEdits = async (desk: ListsDesk): Promise<unknown> => (await edits(desk)).at(-1)?.payload.edits;
async function type(desk: ListsDesk, field: HTMLElement, text: string): Promise<void> {
  await desk.user.clear(field);
  await desk.user.type(field, text);
}

describe('what is known of a subscription', () => {
  it('stands in groups: what it is, licenses bought, used and still to give back, term and renewal, status', async () => {
    const desk = await openDesk();
    desk.show(page);
    const facts = await region('Subscription details');
    expect(within(facts).getByRole('link', { name: 'Archive' }).getAttribute('href')).toBe(`/subscriptions/${officina}/s-2`);
    const seats = await region('Licenses');
    expect(seats.textContent).toMatch(/In use4 of 5.*Can be given back2 licenses until/u);
    const renewal = await region('Term and renewal');
    expect(renewal.textContent).toMatch(/PromotionWinter offer.*The price holds until .*also for licenses that are added/u);
    const status = await region('Status and cancellation');
    expect(status.textContent).toMatch(/[23] days.* left to cancel.*Part of the price is given back/u);
    await expectAccessible();
  });
});

describe('changes of a subscription', () => {
  it('go into one open operation, whatever the field, and what is taken back is not sent', async () => {
    const desk = await openDesk();
    desk.show(page);
    const seats = await region('Licenses');
    await press(desk, seats, 'Change licenses');
    const field = within(seats).getByRole('spinbutton', { name: 'Number of licenses' });
    expect(document.activeElement).toBe(field);
    await type(desk, field, '7');
    expect(seats.textContent).toMatch(/2 licenses more at €9\.40: €18\.80.*Now, for 1[456] of .* days.*Estimate by the/u);
    await desk.user.keyboard('{Enter}');
    const pending = await within(seats).findByRole('link', { name: '5 → 7' });
    expect(document.activeElement?.textContent).toContain('5 → 7');
    const facts = await region('Subscription details');
    await press(desk, facts, 'Change name');
    await type(desk, within(facts).getByRole('textbox', { name: 'Name' }), 'Post{Enter}');
    await within(facts).findByRole('link', { name: 'Mail → Post' });
    const [one, ...more] = await edits(desk);
    expect([one?.payload.edits, more]).toEqual([{ quantity: 7, friendlyName: 'Post' }, []]);
    expect(pending.getAttribute('href')).toBe(`/outbox/${one?.id ?? ''}`);
    await expectAccessible();
    // back to what stands on the server: that edit goes, the other one stays
    await press(desk, seats, 'Change licenses');
    await type(desk, within(seats).getByRole('spinbutton', { name: 'Number of licenses' }), '5{Enter}');
    await waitFor(async () => expect(await lastEdits(desk)).toEqual({ friendlyName: 'Post' }));
    expect(await edits(desk)).toHaveLength(1);
    // and the form opens from the outbox with what is edited
    cleanup();
    desk.show(`${page}?operation=${one?.id ?? ''}`);
    const name = await within(await region('Subscription details')).findByRole<HTMLInputElement>('textbox', { name: 'Name' });
    expect(name.value).toBe('Post');
  });

  it('of licenses say why fewer cannot be had now, and offer the renewal instead', async () => {
    const desk = await openDesk();
    desk.show(`${page}?seats=8`);
    const seats = await region('Licenses');
    const field = await within(seats).findByRole<HTMLInputElement>('spinbutton', { name: 'Number of licenses' });
    expect(field.value).toBe('8');
    await type(desk, field, '2');
    await within(seats).findByText(/Only 2 can still be given back/u);
    await press(desk, seats, 'Put in outbox');
    expect(await edits(desk)).toEqual([]);
    await press(desk, seats, 'Schedule 2 licenses for the renewal');
    const renewal = await region('Term and renewal');
    const next = await within(renewal).findByRole<HTMLInputElement>('spinbutton', { name: 'Licenses from the renewal on' });
    expect(next.value).toBe('2');
    expect(renewal.textContent).toContain('2 licenses at €9.40: €18.80 per billing period');
    await expectAccessible();
    await press(desk, renewal, 'Put in outbox');
    await waitFor(async () => expect(await lastEdits(desk)).toEqual({
      scheduled: { product: { productId: 'CFQ1', skuId: '0001', availabilityId: 'AV', billingCycle: 'monthly', termDuration: 'P1Y' }, quantity: 2 },
    }));
    await within(renewal).findByRole('link', { name: /^Nothing → Exchange Online Café, 2 licenses, 1 year/u });
    // not renewing drops it, said before it is done
    await press(desk, renewal, 'Change what happens at the end');
    expect(within(renewal).getAllByRole('radio')).toHaveLength(3);
    await desk.user.click(within(renewal).getByRole('radio', { name: 'End with the term' }));
    within(renewal).getByText(/It counts once the service shows it/u);
    expect(renewal.textContent).toContain('What is scheduled for the renewal is dropped with it.');
    await press(desk, renewal, 'Put in outbox');
    await waitFor(async () => expect(await lastEdits(desk)).toEqual({ autoRenewEnabled: false, atTermEnd: 'cancel' }));
    await within(renewal).findByRole('link', { name: 'renews → ends' });
    await press(desk, renewal, 'Change what happens at the end');
    await desk.user.click(within(renewal).getByRole('radio', { name: 'Go on by the month (Extended Service Term)' }));
    await press(desk, renewal, 'Put in outbox');
    await waitFor(async () => expect(await lastEdits(desk)).toEqual({ autoRenewEnabled: false, atTermEnd: 'extend' }));
  });

  it('at the renewal turn the renewal on, to another product, and are taken back', async () => {
    const desk = await openDesk({ autoRenewEnabled: false });
    desk.show(`${page}?schedule=`);
    const renewal = await region('Term and renewal');
    const product = await within(renewal).findByRole('combobox', { name: 'Product from the renewal on' });
    await desk.user.click(product);
    await desk.user.click(await screen.findByRole('option', { name: 'Exchange Online Plus' }));
    expect(renewal.textContent).toContain('Automatic renewal is turned on with it');
    expect(renewal.textContent).toContain('Exchange Online Plus is not confirmed');
    const at = plusSeconds(now, -3600);
    const targets = (scheduled: UpgradeTarget[]) => ({ targets: { immediate: [], scheduled }, at });
    const apply = (scheduled: UpgradeTarget[]) => desk.services.mirror.apply(
      { kind: 'upgrades-known', customerId: officina, subscriptionId: 's-1', upgrades: targets(scheduled) },
    );
    await apply([]);
    await within(renewal).findByText(/Microsoft does not list Exchange Online Plus/u);
    await apply([{ catalogItemId: 'CFQ1:0002:NEW', title: 'Exchange Online Plus', ways: [], into: [] }]);
    await waitFor(() => expect(renewal.textContent).not.toMatch(/not confirmed|does not list/u));
    await press(desk, renewal, 'Put in outbox');
    await waitFor(async () => expect(await lastEdits(desk)).toMatchObject({
      autoRenewEnabled: true, scheduled: { product: { skuId: '0002' }, quantity: 5 },
    }));
    await press(desk, renewal, 'Schedule changes for the renewal');
    await press(desk, renewal, 'Take back what is scheduled');
    await waitFor(async () => expect(await lastEdits(desk)).toEqual({ autoRenewEnabled: true }));
  });

  it('suspend with its add-ons, say that billing goes on, and warn of what is arranged for the renewal', async () => {
    const product = { productId: 'CFQ1', skuId: '0002', availabilityId: 'AV', billingCycle: 'monthly', termDuration: 'P1Y' };
    const desk = await openDesk({ scheduled: { product, quantity: 9 } });
    desk.show(page);
    const status = await region('Status and cancellation');
    await press(desk, status, 'Suspend');
    expect(status.textContent).toMatch(/Billing goes on.*Its add-on follows.*deleted by Microsoft with this change/u);
    await press(desk, status, 'Put in outbox');
    await within(status).findByRole('link', { name: 'Active → Suspended' });
    expect(await lastEdits(desk)).toEqual({ status: 'suspended' });
    // with it in the outbox the subscription is not cancelled behind its back
    expect(status.textContent).toContain('A change of this subscription waits');
    expect((await region('Term and renewal')).textContent).toContain('Exchange Online Plus, 9 licenses, 1 year, billing: monthly');
  });

  it('of a suspended one are none but its status', async () => {
    const desk = await openDesk({ status: 'suspended', suspensionReasons: ['PartnerInitiated'] });
    desk.show(`${page}?seats=9`);
    const status = await region('Status and cancellation');
    expect(status.textContent).toContain('PartnerInitiated');
    expect((await region('Licenses')).textContent).toContain('Reactivate it first');
    expect(screen.queryByRole('spinbutton')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Change reseller' })).toBeNull();
    await press(desk, status, 'Reactivate');
    await press(desk, status, 'Put in outbox');
    await waitFor(async () => expect(await lastEdits(desk)).toEqual({ status: 'active' }));
  });

  it('end with a cancellation: the window, an estimate marked as one, the name typed; then nothing more is changed', async () => {
    const desk = await openDesk();
    desk.show(page);
    const status = await region('Status and cancellation');
    await press(desk, status, 'Cancel subscription…');
    const dialog = await openDialog();
    expect(dialog.textContent).toMatch(/Cancel 2 subscriptions\?.*Our estimate of what is given back: €\d+\.\d\d/u);
    const confirm = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Cancel for good', hidden: true });
    expect(confirm.disabled).toBe(true);
    await desk.user.type(within(dialog).getByRole('textbox', { hidden: true }), 'Officina');
    await desk.user.click(confirm);
    await within(status).findByRole('link', { name: 'Cancellation of Mail of Officina', hidden: true });
    expect((await desk.services.work.operations()).map(({ kind }) => kind)).toEqual(['cancel-subscription']);
    const seats = await screen.findByRole('region', { name: 'Licenses', hidden: true });
    expect(seats.textContent).toContain('A cancellation of this subscription is on its way');
  });
});

describe('an upgrade', () => {
  it('says what the subscription can become, what it costs and means, and goes to the outbox offline once it is confirmed', async () => {
    const desk = await openDesk();
    const catalogItemId = 'CFQ1:0002:AV';
    const ways = [{ type: 'transition_only' as const, isEligible: true, errors: [] }];
    const target = { catalogItemId, title: 'Exchange Online Plus', ways, into: [] };
    const upgrades = { targets: { immediate: [target], scheduled: [target] }, at: now };
    await desk.services.mirror.apply({ kind: 'upgrades-known', customerId: officina, subscriptionId: 's-1', upgrades });
    desk.show(page);
    const panel = await region('Upgrade');
    expect(panel.textContent).toContain('Can become at onceExchange Online Plus');
    await press(desk, panel, 'Upgrade');
    await type(desk, within(panel).getByRole('spinbutton', { name: 'Licenses to upgrade' }), '2');
    await within(panel).findByText(/get none of their own/u);
    expect(panel.textContent).toMatch(
      /Then €12\.00 per license and billing period \(monthly\)\.Now €9\.40 per license: the difference is €2\.60\./u,
    );
    await press(desk, panel, 'Put in outbox');
    await within(panel).findByText('Confirm this to go on.');
    await desk.user.click(within(panel).getByRole('checkbox', { name: /cannot be taken back/u }));
    await expectAccessible();
    await press(desk, panel, 'Put in outbox');
    await within(panel).findByRole('link', { name: 'Upgrade of Mail of Officina to Exchange Online Plus' });
    const [made] = await desk.services.work.operations();
    expect(made).toMatchObject({ kind: 'transition-subscription', payload: { quantity: 2, target: { catalogItemId }, before: { quantity: 5 } } });
    const seats = await region('Licenses');
    expect(within(seats).queryByRole('button', { name: 'Change licenses' })).toBeNull();
    await within(seats).findByText(/An upgrade of this subscription is on its way/u);
  });

  it('of all licenses into a subscription that is there, with those of users; only what Microsoft allows can be chosen', async () => {
    const desk = await openDesk();
    const into = [
      { subscriptionId: 's-7', name: 'Head office', isEligible: true, termDuration: 'P1Y', billingCycle: 'monthly', errors: [] },
      { subscriptionId: 's-8', name: 'Branch', isEligible: false, errors: [{ code: '2', text: '' }] },
    ];
    const ways = (isEligible: boolean) => (['transition_only', 'transition_with_license_transfer'] as const).map((type) => (
      { type, isEligible: isEligible || type === 'transition_only', errors: [{ code: '3', text: 'Conflicting services.' }] }
    ));
    const targets = [
      { catalogItemId: 'CFQ1:0002:AV', title: 'Exchange Online Plus', ways: ways(true), into },
      { catalogItemId: 'CFQ3:0001:AV', title: 'Unlisted', ways: ways(false), into: [] },
    ];
    await desk.services.mirror.apply({
      kind: 'upgrades-known', customerId: officina, subscriptionId: 's-1', upgrades: { targets: { immediate: targets, scheduled: [] }, at: now },
    });
    desk.show(page);
    const panel = await region('Upgrade');
    await press(desk, panel, 'Upgrade');
    within(panel).getByText(/You are offline: this rests on what was read last/u);
    within(panel).getByText('The subscription keeps its term and its cancellation window.');
    const becomes = within(panel).getByRole('combobox', { name: 'Becomes' });
    await desk.user.selectOptions(becomes, 'Unlisted');
    within(panel).getByText('Not possible: Conflicting services.');
    await desk.user.selectOptions(becomes, 'Exchange Online Plus');
    const where = within(panel).getByRole('combobox', { name: 'Licenses go into' });
    expect(within(where).getByRole('option', { name: 'Branch: it is still in its cancellation window' })).toHaveProperty('disabled', true);
    await desk.user.selectOptions(where, 'Head office');
    within(panel).getByText(/go into Head office and follow its term.*This subscription ends\./u);
    const field = within(panel).getByRole('spinbutton', { name: 'Licenses to upgrade' });
    await type(desk, field, '9');
    await desk.user.click(within(panel).getByRole('checkbox', { name: 'Move the licenses of users too' }));
    await desk.user.click(within(panel).getByRole('checkbox', { name: /cannot be taken back/u }));
    await press(desk, panel, 'Put in outbox');
    within(panel).getByText('Enter a number from 1 to 5.');
    expect(await desk.services.work.operations()).toEqual([]);
    await type(desk, field, '5');
    await press(desk, panel, 'Put in outbox');
    await waitFor(async () => expect(await desk.services.work.operations()).toMatchObject([{ payload: {
      quantity: 5, transitionType: 'transition_with_license_transfer', toSubscription: { id: 's-7', name: 'Head office' },
    } }]));
  });

  it('of a trial begins a term that is chosen; without a reading, or beside an open change, there is none', async () => {
    const desk = await openDesk({ isTrial: true, termDuration: 'P1M', billingCycle: 'none' });
    desk.show(page);
    const panel = await region('Upgrade');
    within(panel).getByText(/was never read on this computer/u);
    expect(within(panel).queryByRole('button', { name: 'Upgrade' })).toBeNull();
    const ways = [{ type: 'transition_only' as const, isEligible: true, errors: [] }];
    const immediate = [{ catalogItemId: 'CFQ1:0002:AV', title: 'Exchange Online Plus', ways, into: [] }];
    await desk.services.mirror.apply({
      kind: 'upgrades-known', customerId: officina, subscriptionId: 's-1', upgrades: { targets: { immediate, scheduled: [] }, at: now },
    });
    await press(desk, panel, 'Upgrade');
    within(panel).getByText(/becomes a subscription that is paid for\. Its term begins with the upgrade/u);
    await desk.user.click(within(panel).getByRole('checkbox', { name: /cannot be taken back/u }));
    await press(desk, panel, 'Put in outbox');
    await waitFor(async () => expect(await desk.services.work.operations()).toMatchObject([{ payload: {
      termDuration: 'P1Y', billingCycle: 'monthly', before: { quantity: 5 },
    } }]));
  });

  it('waits for an edit that is on its way', async () => {
    const desk = await openDesk();
    const ways = [{ type: 'transition_only' as const, isEligible: true, errors: [] }];
    const immediate = [{ catalogItemId: 'CFQ1:0002:AV', title: 'Exchange Online Plus', ways, into: [] }];
    await desk.services.mirror.apply({
      kind: 'upgrades-known', customerId: officina, subscriptionId: 's-1', upgrades: { targets: { immediate, scheduled: [] }, at: now },
    });
    desk.show(page);
    const seats = await region('Licenses');
    await press(desk, seats, 'Change licenses');
    await type(desk, within(seats).getByRole('spinbutton', { name: 'Number of licenses' }), '7');
    await press(desk, seats, 'Put in outbox');
    const panel = await region('Upgrade');
    await within(panel).findByText(/can be upgraded once that is done or taken back/u);
    expect(within(panel).queryByRole('button', { name: 'Upgrade' })).toBeNull();
  });
});
