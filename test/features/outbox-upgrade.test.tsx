import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../shared/sync/operation.ts';
import { answer, good, upgrade } from '../unit/sync/sync-builders.ts';
import { expectAccessible, openWizardDesk } from './wizard-desk.tsx';
import type { WizardDesk } from './wizard-desk.tsx';

async function confirm({ work, outbox }: WizardDesk, more: object = {}): Promise<string> {
  const made = await work.confirmChange([{ kind: 'transition-subscription', payload: upgrade(more) }], '5380000');
  outbox.wake();
  return made.ok ? (made.value[0]?.id ?? '') : '';
}
const stands = async ({ work }: WizardDesk, name: Operation['state']['name']): Promise<void> =>
  waitFor(async () => expect((await work.operations()).map(({ state }) => state.name)).toEqual([name]));
const seats = (quantity: number) => answer({ subscription: good.subscription('1111111', { quantity }), resource: {}, etag: 'tag-1' });
const content = async (): Promise<string | null> =>
  (await screen.findByText('Becomes')).closest('dl')?.textContent ?? null;

describe('the upgrade of a subscription in the outbox', () => {
  it('says what becomes what, is sent, and leads to the subscription that was made; licenses that stayed behind are told', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    const made = {
      id: 'u', toCatalogItemId: 'CFQ2:0001:NEW', toSubscriptionId: 'made-1', quantity: 2, type: 'transition_with_license_transfer',
      events: [
        { name: 'Conversion', status: 'Completed', errors: [] }, { name: 'SeatReassignment', status: 'Failed', errors: [{ code: '9', text: '' }] },
      ],
    };
    const ways = [{ type: 'transition_with_license_transfer', isEligible: true, errors: [] }];
    const target = { catalogItemId: 'CFQ2:0001:NEW', title: 'Premium', ways, into: [] };
    desk.answers.set('read-transitions', answer({ immediate: [target], scheduled: [] }));
    desk.answers.set('transition-subscription', answer({ upgrade: made }));
    const id = await confirm(desk, { quantity: 2, transitionType: 'transition_with_license_transfer', termDuration: 'P3Y', billingCycle: 'annual' });
    await stands(desk, 'done');
    desk.show(`/outbox/${id}`);
    await screen.findByRole('heading', { level: 1, name: 'Upgrade of Exchange Online of Fornace Bianchi to Business Premium' });
    await screen.findByText('2 licenses are now Business Premium');
    screen.getByText(/Assign them in the admin center/u);
    expect(await content()).toMatch(/2 of 5.*Licenses go intoA new subscription.*Move to the new product.*3 years/u);
    expect(screen.getByRole('link', { name: 'Open subscription' }).getAttribute('href')).toMatch(/\/made-1$/u);
    await expectAccessible();
  });

  it('stops when the subscription changed, and goes on with all licenses only when told to', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    desk.answers.set('read-subscription', seats(3));
    const id = await confirm(desk);
    await stands(desk, 'needs-decision');
    desk.show(`/outbox/${id}`);
    const sheet = await screen.findByRole('region', { name: 'Something differs from what you confirmed' });
    within(sheet).getByText(/Now: 3 licenses, Active; when you confirmed: 5 licenses, Active/u);
    within(sheet).getByText(/give this upgrade up/u);
    expect(await content()).toMatch(/All 5.*This subscription.*Are assigned by hand/u);
    expect(desk.server.performed).toEqual([]);
    desk.answers.set('read-subscription', seats(3));
    await desk.user.click(within(sheet).getByRole('button', { name: 'Upgrade 3 licenses' }));
    await stands(desk, 'done');
    expect(desk.server.performed).toMatchObject([{ call: 'transition-subscription', input: { quantity: 3 } }]);
  });

  it('of a part that is not there any more can only be given up', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    desk.answers.set('read-subscription', seats(3));
    const id = await confirm(desk, { quantity: 4 });
    await stands(desk, 'needs-decision');
    desk.show(`/outbox/${id}`);
    const sheet = await screen.findByRole('region', { name: 'Something differs from what you confirmed' });
    within(sheet).getByText(/fewer than 4 licenses left/u);
    expect(within(sheet).queryByRole('button', { name: /^Upgrade/u })).toBeNull();
  });

  it('is refused in words: the reason why the other subscription takes no licenses, and what Microsoft said', async () => {
    const desk = await openWizardDesk({ isOnline: true });
    const into = [{ subscriptionId: 's-9', name: 'Head office', isEligible: false, errors: [{ code: '4', text: 'ends before' }] }];
    const ways = [{ type: 'transition_only', isEligible: true, errors: [] }];
    desk.answers.set('read-transitions', answer({ immediate: [{ catalogItemId: 'CFQ2:0001:NEW', title: 'Premium', ways, into }], scheduled: [] }));
    const id = await confirm(desk, { toSubscription: { id: 's-9', name: 'Head office' } });
    await stands(desk, 'refused');
    desk.show(`/outbox/${id}`);
    expect((await screen.findAllByText('This subscription cannot be upgraded to that one.')).length).toBeGreaterThan(0);
    expect(await content()).toMatch(/Licenses go intoHead office.*Why notits term ends before that of this subscription/u);
    expect(desk.server.performed).toEqual([]);
  });
});
