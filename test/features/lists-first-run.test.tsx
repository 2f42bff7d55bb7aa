import './lists-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { FirstPull } from '../../renderer/app/first-pull.tsx';
import { Welcome } from '../../renderer/app/welcome.tsx';
import { customerId, resellerId } from '../data/mirror/pull-tenant.ts';
import { mainProcess, openListsDesk, testAccount } from './lists-desk.tsx';

const resellers = [{ id: resellerId(1), name: 'Alba Sistemi S.r.l.' }];
const customers = Array.from({ length: 25 }, (_unused, index) => ({
  id: customerId(index), name: `C ${index}`, domain: `c${index}.example`,
}));

describe('the first run', () => {
  it('offers the practice tenant in one click', async () => {
    const desk = await openListsDesk();
    const account = testAccount();
    mainProcess.set('accounts.addPractice', () => account);
    const opened = vi.fn<(account: unknown) => void>();
    desk.showAlone(<Welcome onOpened={opened} />);
    await desk.user.click(screen.getByRole('button', { name: 'Start with the practice tenant' }));
    await waitFor(() => expect(opened).toHaveBeenCalledWith(account));
  });

  it('shows how the data comes and then opens the app by itself', async () => {
    const desk = await openListsDesk({ customers, resellers });
    desk.showAlone(<FirstPull><p>{'ready'}</p></FirstPull>);
    await screen.findByText('ready');
    const status = await desk.services.mirror.status();
    expect(status.collections.customers.count).toBe(25);
  });

  it('says why it stopped, and goes on from there', async () => {
    const failures = new Map([['customers', { code: 'server-trouble', afterPages: 1 } as const]]);
    const desk = await openListsDesk({ customers, resellers, failures });
    desk.showAlone(<FirstPull><p>{'ready'}</p></FirstPull>);
    await screen.findByText('Microsoft’s service has trouble at the moment.');
    expect(screen.queryByText('ready')).toBeNull();
    failures.clear();
    await desk.user.click(screen.getByRole('button', { name: 'Go on' }));
    await screen.findByText('ready');
  });

  it('lets one start working before everything is there', async () => {
    const failures = new Map([['customers', { code: 'unreachable', afterPages: 1 } as const]]);
    const desk = await openListsDesk({ customers, resellers, failures });
    desk.showAlone(<FirstPull><p>{'ready'}</p></FirstPull>);
    await desk.user.click(await screen.findByRole('button', { name: 'Start working now' }));
    expect(screen.getByText('ready')).toBeDefined();
  });
});
