import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Instant } from '../../shared/instant.ts';
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
    expect(document.activeElement?.tagName).toBe('DL');
    await desk.user.click(screen.getByRole('button', { name: 'Hide' }));
    expect(screen.queryByText(password)).toBeNull();
    expect(document.activeElement).toBe(await screen.findByRole('button', { name: 'Open' }));
  });

  it('keeps the keyboard at the place when it is handed over, and says that the password is destroyed', async () => {
    const desk = await openWizardDesk();
    oneEnvelope(desk.account.id);
    const heard: ((payload: unknown) => void)[] = [];
    const on = (name: string, listener: (payload: unknown) => void): (() => void) => {
      if (name === 'envelopes.changed') heard.push(listener);
      return () => undefined;
    };
    vi.stubGlobal('app', { ...window.app, on });
    desk.show(`/envelopes/${operationId}`);
    await desk.user.click(await screen.findByRole('checkbox', { name: /has received/u }));
    oneEnvelope(desk.account.id, { state: 'handed-over', handedOverAt: Instant.parse('2026-11-24T10:00:00.000Z') });
    await desk.user.click(screen.getByRole('button', { name: 'Hand-over done' }));
    for (const listener of heard) listener({});
    const said = await screen.findByText(/^The password was handed over and destroyed/u);
    expect(document.activeElement).not.toBe(document.body);
    expect(document.activeElement?.contains(said)).toBe(true);
    await expectAccessible();
  });

  it('says so when this computer has no such envelope', async () => {
    const desk = await openWizardDesk();
    mainProcess.set('envelopes.list', () => ({ envelopes: [] }));
    desk.show(`/envelopes/${operationId}`);
    await screen.findByText('There is no such envelope on this computer');
    await expectAccessible();
  });
});
