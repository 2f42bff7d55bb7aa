import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../shared/contract/contract.ts';
import { calls, expectAccessible, mainProcess, openWizardDesk } from './wizard-desk.tsx';

const operationId = '0193a000-0000-7000-8000-00000000000e';
const password = 'Zebra-7-Quartz';

/** The main process with one envelope in it. */
function oneEnvelope(accountId: string): void {
  let envelope = {
    operationId, accountId, customerId: 'c0000000-0000-4000-8000-000000000001', customerName: 'Officina Caffè',
    userName: 'admin@officinacaffe.onmicrosoft.com', state: 'sealed' as Envelope['state'], sealedAt: '2026-11-24T09:00:00.000Z',
  };
  mainProcess.set('envelopes.list', () => ({ envelopes: [envelope] }));
  mainProcess.set('envelopes.reveal', () => {
    envelope = { ...envelope, state: 'revealed' };
    return { userName: envelope.userName, password, envelope };
  });
  mainProcess.set('envelopes.copy', () => ({ clearsInSeconds: 60 }));
  mainProcess.set('envelopes.confirmHandOver', () => ({ ...envelope, state: 'handed-over' }));
}

/** Everything the work database holds, as text. */
async function storedText(): Promise<string> {
  const databases = await indexedDB.databases();
  const texts = await Promise.all(databases.map(({ name = '' }) => new Promise<string>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('error', () => reject(new Error('not readable')));
    opening.addEventListener('success', () => {
      const stores = [...opening.result.objectStoreNames];
      if (stores.length === 0) return resolve('');
      const reading = opening.result.transaction(stores);
      const rows: string[] = [];
      for (const store of stores) {
        const all = reading.objectStore(store).getAll();
        all.addEventListener('success', () => rows.push(JSON.stringify(all.result)));
      }
      reading.addEventListener('complete', () => {
        opening.result.close();
        resolve(rows.join('\n'));
      });
    });
  })));
  return texts.join('\n');
}

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
