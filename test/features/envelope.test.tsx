import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { oneEnvelope, operationId, password, storedText } from './one-envelope.ts';
import { calls, expectAccessible, mainProcess, openWizardDesk } from './wizard-desk.tsx';

describe('handing over a password', () => {
  it('opens on demand, copies through the main process, destroys after a confirmation, and tells the journal', async () => {
    const desk = await openWizardDesk();
    oneEnvelope(desk.account.id);
    desk.show(`/envelopes/${operationId}`);
    await screen.findByRole('heading', { level: 1, name: 'Password for Officina Caffè' });
    expect(screen.queryByText(password)).toBeNull();
    await desk.user.click(await screen.findByRole('button', { name: 'Open' }));
    await screen.findByText(password);
    await expectAccessible();
    await desk.user.click(screen.getByRole('button', { name: 'Copy password' }));
    await screen.findByText(/The clipboard is cleared in \d+ seconds/u);
    expect(calls('envelopes.copy')).toEqual([{ accountId: desk.account.id, operationId, what: 'password' }]);
    expect(calls('clipboard.writeText')).toEqual([]);
    const done = screen.getByRole<HTMLButtonElement>('button', { name: 'Hand-over done' });
    expect(done.disabled).toBe(true);
    await desk.user.click(screen.getByRole('checkbox', { name: 'Officina Caffè has received user name and password' }));
    await desk.user.click(done);
    await waitFor(() => expect(screen.queryByText(password)).toBeNull());
    await waitFor(async () => {
      const what = (await desk.work.journal({ limit: 10 })).map((entry) => entry.what).toSorted();
      expect(what).toEqual(['hand-over-confirmed', 'password-copied', 'password-revealed']);
    });
    expect(await storedText()).not.toContain(password);
  });

  it('forgets the password when it is hidden or the screen is left', async () => {
    const desk = await openWizardDesk();
    oneEnvelope(desk.account.id);
    desk.show(`/envelopes/${operationId}`);
    await desk.user.click(await screen.findByRole('button', { name: 'Open' }));
    await screen.findByText(password);
    await desk.user.click(screen.getByRole('button', { name: 'Hide' }));
    expect(screen.queryByText(password)).toBeNull();
    await screen.findByRole('button', { name: 'Open' });
  });

  it('says so when this computer has no such envelope', async () => {
    const desk = await openWizardDesk();
    mainProcess.set('envelopes.list', () => ({ envelopes: [] }));
    desk.show(`/envelopes/${operationId}`);
    await screen.findByText('There is no such envelope on this computer');
    await expectAccessible();
  });
});
