import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pdfName, savePdf, windowPdf } from '../../../electron/files/window-pdf.ts';
import { draftFile } from '../../../electron/mail/draft-file.ts';
import { checkLetter } from '../../../shared/domain/letter/letter.ts';
import type { Letter } from '../../../shared/domain/letter/letter.ts';
import { ok } from '../../../shared/result.ts';
import { testFolder } from '../../support/folder.ts';
import { readEml } from '../../support/eml.ts';

const letter = (): Letter => {
  const checked = checkLetter({ to: ['ordini@alba.example'], bcc: [], subject: 'Preventivo', body: 'Buongiorno,\n\nin allegato.' });
  if (!checked.ok) throw new Error(checked.error);
  return checked.value;
};
/** Every byte there is, longer than a line of base64, with a length that needs padding. */
const content = Uint8Array.from({ length: 1000 }, (_unused, index) => index % 256);
const draft = (fileName: string): string => Buffer.from(draftFile(letter(), 'letter_0f', { fileName, content })).toString('latin1');

describe('a letter with a PDF attached', () => {
  it('is a message of two parts: the text as every letter has it, and the file byte by byte', () => {
    const message = draft('Preventivo.pdf');
    const read = readEml(message);
    expect(message).toMatch(/\r\nContent-Type: multipart\/mixed;\r\n boundary="mixed_letter_0f"\r\n\r\n--mixed_letter_0f\r\n/u);
    expect(read).toMatchObject({ subject: 'Preventivo', text: 'Buongiorno,\r\n\r\nin allegato.' });
    expect(read.html).toContain('<p>in allegato.</p>');
    expect(read.files).toMatchObject([{ name: 'Preventivo.pdf', type: 'application/pdf' }]);
    const lines = (read.files[0]?.base64 ?? '').split('\r\n');
    // 1000 bytes are 1336 signs: 17 whole lines and one of 44
    expect(lines.map((line) => line.length)).toEqual([...Array.from({ length: 17 }, () => 76), 44]);
    expect(Uint8Array.from(Buffer.from(lines.join(''), 'base64'))).toEqual(content);
  });

  it.each(['Offerta è già pronta – Caffè & Söhne 漢字 Q-ABCDEF-v12.pdf', 'è.pdf', `${'a'.repeat(70)}.pdf`, "l'offerta.pdf", 'a "quoted"\r\nX: y.pdf'])(
    'keeps the name "%s" in lines that are short enough', (fileName) => {
      const message = draft(fileName);
      expect(message).toMatch(/^[\r\n\u0020-\u007e]*$/u);
      expect(message.split('\r\n').filter((line) => line.length > 78)).toEqual([]);
      expect(readEml(message).files.map(({ name }) => name)).toEqual([fileName]);
      expect(message).not.toContain('\r\nX: y');
    });
});

describe('the PDF of the window', () => {
  const printed = async () => ok(content);

  it('is saved where the user says, whole, under a name every system takes', async () => {
    const folder = testFolder();
    onTestFinished(() => folder.remove());
    const path = join(folder.path, 'chosen.pdf');
    const asked: unknown[] = [];
    const answer = await savePdf({ fileName: 'Quote Q-ABCDEF-v1 A/B: "C"', paper: 'A4' }, printed, async (proposal) => {
      asked.push(proposal);
      return path;
    });
    expect(answer).toEqual({ ok: true, value: { saved: { fileName: 'chosen.pdf' } } });
    expect(asked).toEqual([{ fileName: 'Quote Q-ABCDEF-v1 AB C.pdf', ending: 'pdf' }]);
    expect(new Uint8Array(await readFile(path))).toEqual(content);
    expect(await readdir(folder.path)).toEqual(['chosen.pdf']);
  });

  it('is nothing when the dialog was closed, and says so when the disk or the printing fails', async () => {
    const errand = { fileName: 'Quote', paper: 'Letter' } as const;
    expect(await savePdf(errand, printed, async () => undefined)).toEqual({ ok: true, value: {} });
    expect(await savePdf(errand, printed, async () => '/nowhere\0/quote.pdf')).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
    const noWindow = windowPdf(() => undefined);
    expect(await savePdf(errand, noWindow, async () => '/never-asked')).toMatchObject({ ok: false, error: { code: 'pdf-failed' } });
  });

  it('always has a name', () => {
    expect(pdfName('///')).toBe('PDF.pdf');
  });
});
