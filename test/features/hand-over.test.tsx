import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../shared/domain/journal/journal-entry.ts';
import { oneEnvelope, operationId, password, storedText } from './one-envelope.ts';
import { calls, expectAccessible, mainProcess, openWizardDesk } from './wizard-desk.tsx';
import type { WizardDesk } from './wizard-desk.tsx';

async function openEnvelope(): Promise<WizardDesk> {
  const desk = await openWizardDesk();
  oneEnvelope(desk.account.id);
  desk.show(`/envelopes/${operationId}`);
  await screen.findByRole('heading', { level: 1, name: 'Password for Officina Caffè' });
  return desk;
}
const sheets = (): readonly string[] => [...document.querySelectorAll('.printed-sheet')].map((sheet) => sheet.textContent);
/** A printer that takes what is in the page, as the browser does while print() runs. */
function printer(): string[] {
  const printed: string[] = [];
  vi.stubGlobal('print', () => {
    window.dispatchEvent(new Event('beforeprint'));
    printed.push(...sheets());
    window.dispatchEvent(new Event('afterprint'));
  });
  return printed;
}
const events = async ({ work }: WizardDesk): Promise<readonly JournalEntry[]> => (await work.journal({ limit: 20 })).toReversed();

describe('handing over on paper', () => {
  it('prints one sheet with all that is needed, leaves nothing in the page, and tells the journal', async () => {
    const printed = printer();
    const desk = await openEnvelope();
    await desk.user.click(await screen.findByRole('button', { name: 'Print the sheet' }));
    await waitFor(async () => expect((await events(desk)).map(({ what }) => what)).toEqual(['password-printed']));
    expect(printed).toHaveLength(1);
    for (const part of ['Officina Caffè', 'admin@officinacaffe.onmicrosoft.com', password, 'https://admin.microsoft.com', 'private window']) {
      expect(printed[0]).toContain(part);
    }
    expect(sheets()).toEqual([]);
    expect(document.body.textContent).not.toContain(password);
    expect(await storedText()).not.toContain(password);
  });

  it('takes the sheet out of the page also where nothing tells that it was printed', async () => {
    const desk = await openEnvelope();
    vi.stubGlobal('print', () => undefined);
    vi.useFakeTimers({ toFake: ['setTimeout'], shouldAdvanceTime: true, advanceTimeDelta: 1000 });
    try {
      await desk.user.click(await screen.findByRole('button', { name: 'Print the sheet' }));
      await waitFor(() => expect(sheets()).toHaveLength(1));
      await vi.advanceTimersByTimeAsync(10_000);
      expect(sheets()).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('handing over as a file', () => {
  it('shows the passphrase of the saved file once, in the language that was chosen, and keeps it nowhere', async () => {
    const saved = { fileName: 'Dati di accesso.html', passphrase: 'kq7m-abcd-wxyz-2345-hjkm' };
    const desk = await openEnvelope();
    mainProcess.set('envelopes.saveFile', () => ({ saved }));
    await desk.user.selectOptions(await screen.findByRole('combobox', { name: 'Language of the file' }), 'Italiano');
    await desk.user.click(screen.getByRole('button', { name: 'Save the encrypted file' }));
    await screen.findByText(saved.passphrase);
    await expectAccessible();
    expect(calls('envelopes.saveFile')).toEqual([{ accountId: desk.account.id, operationId, language: 'it' }]);
    expect(calls('envelopes.reveal')).toEqual([]);
    await waitFor(async () => {
      expect(await events(desk)).toMatchObject([{ what: 'password-file-saved', details: { fileName: saved.fileName } }]);
    });
    expect(await storedText()).not.toContain(saved.passphrase);
    await desk.user.click(screen.getByRole('checkbox', { name: /has received/u }));
    await desk.user.click(screen.getByRole('button', { name: 'Hand-over done' }));
    await waitFor(() => expect(screen.queryByText(saved.passphrase)).toBeNull());
  });

  it('writes nothing into the journal when the dialog was closed', async () => {
    const desk = await openEnvelope();
    mainProcess.set('envelopes.saveFile', () => ({}));
    await desk.user.click(await screen.findByRole('button', { name: 'Save the encrypted file' }));
    await waitFor(() => expect(calls('envelopes.saveFile')).toHaveLength(1));
    expect(await events(desk)).toEqual([]);
  });
});

describe('the receipt', () => {
  it('says who did what and when, on screen, on paper and as text, without the password', async () => {
    const printed = printer();
    const desk = await openEnvelope();
    await desk.user.click(await screen.findByRole('button', { name: 'Open' }));
    await screen.findByText(password);
    await desk.user.click(screen.getByRole('button', { name: 'Copy password' }));
    const receipt = await screen.findByRole('region', { name: 'Receipt' });
    await within(receipt).findByText('Temporary password copied');
    await desk.user.click(within(receipt).getByRole('button', { name: 'Print the receipt' }));
    expect(printed[0]).toContain('Temporary password shown · sales@nordsee.example');
    await desk.user.click(within(receipt).getByRole('button', { name: 'Copy the receipt' }));
    await waitFor(() => expect(calls('clipboard.writeText')).toHaveLength(1));
    const [copied] = calls('clipboard.writeText') as readonly { text: string }[];
    expect(copied?.text).toContain('Customer: Officina Caffè');
    for (const text of [...printed, copied?.text ?? '']) expect(text).not.toContain(password);
    expect(receipt.textContent).not.toContain(password);
  });
});
