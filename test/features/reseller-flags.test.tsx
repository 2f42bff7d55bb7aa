import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CartDraft } from '../../shared/domain/draft.ts';
import type { CustomerReseller } from '../../shared/domain/reseller/customer-reseller.ts';
import { PartnerId, ResellerTenantId, newDraftId } from '../../shared/ids.ts';
import { customerId, resellerId } from '../data/mirror/pull-tenant.ts';
import { createCustomerDraft, waitingCustomer } from './lists-customers.ts';
import { openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { albaId, brumaId, finding, threeResellers } from './reseller-desk.ts';

const at = '2026-11-24T09:00:00.000Z';
const reseller = (id: string, partnerId: string, name: string): CustomerReseller => ({
  kind: 'reseller', id: ResellerTenantId.parse(id), partnerId: PartnerId.parse(partnerId), name,
});

async function keepCart(desk: ListsDesk, customerName: string, credited: CustomerReseller): Promise<void> {
  await desk.services.work.saveDraft(CartDraft.parse({
    id: newDraftId(), accountId: desk.services.account.id, state: 'open', createdAt: at, updatedAt: at, kind: 'cart',
    customer: { kind: 'tenant', customerId: customerId(0) }, customerName, domain: 'officina.example', market: 'IT', currency: 'EUR',
    reseller: credited, lines: [], attestationAccepted: false,
  }));
}

describe('work that names a reseller', () => {
  it('is flagged when the reseller is gone or refused, wherever it waits, and stays', async () => {
    const desk = await openListsDesk({ resellers: threeResellers });
    await desk.services.pull.pullNow();
    const { work } = desk.services;
    await work.partnerships.recordFindings([finding('4890005', 'other-region')]);
    await keepCart(desk, 'Gone', reseller(resellerId(99), '7000001', 'Zefiro Reti'));
    await keepCart(desk, 'Refused', reseller(brumaId, '4890005', 'Bruma Cloud GmbH'));
    await keepCart(desk, 'Well', reseller(albaId, '4847383', 'Alba Sistemi S.r.l.'));
    desk.show('/carts');
    const lineOf = (name: string): HTMLElement | null => screen.getByText(name).closest('[role="row"]');
    await waitFor(() => expect(lineOf('Gone')?.textContent).toContain('Reseller no longer in your list'));
    expect(lineOf('Refused')?.textContent).toContain('Reseller’s Partner ID is of another region');
    expect(lineOf('Well')?.textContent).not.toContain('Reseller');
    expect(await work.drafts()).toHaveLength(3);
  });

  it('is flagged on the first page and in the outbox too', async () => {
    const desk = await openListsDesk({ resellers: threeResellers });
    await desk.services.pull.pullNow();
    await keepCart(desk, 'Gone', reseller(resellerId(99), '7000001', 'Zefiro Reti'));
    await desk.services.work.confirmCustomer(createCustomerDraft(desk.services.account), waitingCustomer(resellerId(99)));
    desk.show('/');
    const drafts = await screen.findByRole('region', { name: 'Go on with' });
    await within(drafts).findByText('Reseller no longer in your list');
    const rail = screen.getByRole('navigation', { name: 'Sections' });
    await desk.user.click(within(rail).getByRole('link', { name: /^Outbox/u }));
    await screen.findByRole('heading', { level: 1, name: 'Outbox' });
    expect(await screen.findByText('Reseller no longer in your list')).toBeTruthy();
  });
});
