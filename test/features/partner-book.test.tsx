import './lists-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { usePartners } from '../../renderer/platform/use-partners.ts';
import type { Partners } from '../../renderer/platform/use-partners.ts';
import { CustomerTenantId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import type { Mirror, MirrorUpdate } from '../../shared/ports/mirror.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { openListsDesk } from './lists-desk.tsx';
import { albaId, finding, threeResellers } from './reseller-desk.ts';

const officina = CustomerTenantId.parse(customerId(0));
const customers = [{ id: officina, name: 'Officina', domain: 'officina.example', resellerId: albaId }];
const at = Instant.parse('2026-11-24T09:00:00.000Z');
const bought: MirrorUpdate = {
  kind: 'subscriptions-read', customerId: officina, at,
  subscriptions: [{
    id: 's-1', offerName: 'Exchange', friendlyName: 'Mail', quantity: 5, status: 'active', autoRenewEnabled: true,
    partnerId: '4847383', createdAt: at,
  }],
};

/**
 * The copy has told all it had to: of the pull, and of when each reseller was last credited, which it works out behind
 * the first list that is asked. What is told after this is told for what the test does.
 */
async function toldAll(mirror: Mirror): Promise<void> {
  await mirror.apply(bought);
  await waitFor(async () => expect((await mirror.resellers())[0]?.lastActivityAt).toBe(at));
  const told = new Promise((resolve) => {
    mirror.subscribe(resolve);
  });
  // the same again is news of a customer, not of a reseller; whatever else is left to tell is told with it
  await mirror.apply(bought);
  await told;
}

const seen: (Partners | undefined)[] = [];

function Reader() {
  const partners = usePartners();
  seen.push(partners);
  return <p>{partners === undefined ? 'nothing' : `${partners.rows.length} ${partners.verdictOf('4847383')?.standing ?? 'unchecked'}`}</p>;
}

describe('the book of the resellers', () => {
  it('is read once, however many parts of the screen show it, and again once for each change', async () => {
    const desk = await openListsDesk({ resellers: threeResellers, customers });
    await desk.services.pull.pullNow();
    const { mirror, work } = desk.services;
    await toldAll(mirror);
    const lists = vi.spyOn(mirror, 'resellers');
    const verdicts = vi.spyOn(work.partnerships, 'verdicts');
    desk.showAlone(<>{Array.from({ length: 6 }, (_unused, index) => <Reader key={index} />)}</>);
    await waitFor(() => expect(screen.getAllByText('3 unchecked')).toHaveLength(6));
    expect(lists).toHaveBeenCalledTimes(1);
    expect(verdicts).toHaveBeenCalledTimes(1);
    expect(new Set(seen.filter((one) => one !== undefined)).size).toBe(1);
    await work.partnerships.recordFindings([finding('4847383', 'good')]);
    await waitFor(() => expect(screen.getAllByText('3 good')).toHaveLength(6));
    expect(verdicts).toHaveBeenCalledTimes(2);
    expect(lists).toHaveBeenCalledTimes(1);
  });
});
