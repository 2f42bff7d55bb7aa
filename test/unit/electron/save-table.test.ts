import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { saveFile } from '../../../electron/files/save-file.ts';
import { saveTable } from '../../../electron/files/save-table.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

describe('a table that is saved', () => {
  it('is UTF-8 with a mark for spreadsheets, where the user chose', async () => {
    const path = join(await temporaryFolder(), 'orders.csv');
    const proposals: object[] = [];
    const saved = await saveTable('Orders.csv', 'città\r\n', async (proposal) => {
      proposals.push(proposal);
      return path;
    });
    expect(saved).toEqual({ ok: true, value: { saved: { fileName: 'orders.csv' } } });
    expect(proposals).toEqual([{ fileName: 'Orders.csv', ending: 'csv' }]);
    expect(await readFile(path, 'utf8')).toBe('\uFEFFcittà\r\n');
  });

  it('is nothing when the dialog was closed, and a failure where nothing can be written', async () => {
    expect(await saveTable('Orders.csv', '', async () => undefined)).toEqual({ ok: true, value: {} });
    const file = join(await temporaryFolder(), 'a-file');
    await writeFile(file, '');
    expect(await saveTable('Orders.csv', '', async () => join(file, 'orders.csv'))).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
  });
});

describe('a calendar or a picture that is saved', () => {
  it('is what was handed over: a calendar as text without a mark, a picture as its bytes', async () => {
    const folder = await temporaryFolder();
    const endings: string[] = [];
    const askIn = async ({ fileName, ending }: { readonly fileName: string; readonly ending: string }) => {
      endings.push(ending);
      return join(folder, fileName);
    };
    expect(await saveFile('Ends.ics', 'BEGIN:VCALENDAR\r\n', askIn)).toEqual({ ok: true, value: { saved: { fileName: 'Ends.ics' } } });
    await saveFile('Ends.png', 'iVBORw0KGgo=', askIn);
    expect(endings).toEqual(['ics', 'png']);
    expect(await readFile(join(folder, 'Ends.ics'), 'utf8')).toBe('BEGIN:VCALENDAR\r\n');
    expect((await readFile(join(folder, 'Ends.png'))).toString('latin1')).toBe('\u0089PNG\r\n\u001A\n');
  });
});
