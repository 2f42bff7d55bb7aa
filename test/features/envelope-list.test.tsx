import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../shared/contract/contract.ts';
import { Instant } from '../../shared/instant.ts';
import { newOperationId } from '../../shared/ids.ts';
import { expectAccessible, mainProcess, openWizardDesk } from './wizard-desk.tsx';

const made = (customerName: string, state: Envelope['state'], day: number): Omit<Envelope, 'accountId'> => ({
  operationId: newOperationId(), customerId: 'c', customerName, userName: `admin@${customerName.toLowerCase()}.onmicrosoft.com`, state,
  sealedAt: Instant.parse(`2026-11-${day}T09:00:00.000Z`),
});
const envelopes = [
  made('Alba', 'handed-over', 10), made('Bruma', 'sealed', 20), made('Cedro', 'revealed', 12), made('Dorica', 'void', 21),
  made('Elba', 'prepared', 22),
];

describe('the list of envelopes', () => {
  it('begins with what waits longest for its hand-over, says each state, and finds by customer, user and state', async () => {
    const desk = await openWizardDesk();
    mainProcess.set('envelopes.list', () => ({ envelopes: envelopes.map((one) => ({ ...one, accountId: desk.account.id })) }));
    const where = desk.show('/envelopes');
    const rows = (): readonly HTMLElement[] => screen.getAllByRole('row').slice(1);
    const names = (): readonly string[] => rows().map((row) => within(row).getAllByRole('gridcell')[0]?.textContent ?? '');
    await screen.findByText('5 envelopes, 2 to hand over');
    expect(names()).toEqual(['Cedro', 'Bruma', 'Elba', 'Alba', 'Dorica']);
    screen.getByText('Waits for the server');
    screen.getByText('Never set, destroyed');
    await expectAccessible();
    await desk.user.selectOptions(screen.getByRole('combobox', { name: 'Which envelopes' }), 'To be handed over');
    expect(names()).toEqual(['Cedro', 'Bruma']);
    await desk.user.type(screen.getByRole('searchbox', { name: 'Search for a customer or user' }), 'admin@BRU');
    expect(names()).toEqual(['Bruma']);
    await desk.user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(where()).toBe(`/envelopes/${envelopes[1]?.operationId ?? ''}`));
  });

  it('says so when nothing matches', async () => {
    const desk = await openWizardDesk();
    mainProcess.set('envelopes.list', () => ({ envelopes: envelopes.map((one) => ({ ...one, accountId: desk.account.id })) }));
    desk.show('/envelopes');
    await desk.user.type(await screen.findByRole('searchbox', { name: 'Search for a customer or user' }), 'nobody');
    await screen.findByText('No envelope matches.');
    expect(screen.queryByText('Bruma')).toBeNull();
  });
});
