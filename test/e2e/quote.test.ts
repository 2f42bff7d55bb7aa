import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { button, field, goTo, link, listField, screen } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { readEml } from '../support/eml.ts';
import { milanJob } from '../support/job.ts';
import { addProducts, fillAgreement, reviewCart } from '../support/job-cart.ts';
import { journalEntries, openJournal } from '../support/journal.ts';
import { readPdf } from '../support/pdf.ts';
import { preparedCases } from '../support/prepared.ts';

/** A cart of two products as far as its review, then the quotes of it. */
async function openQuotes(desk: Desk): Promise<void> {
  const { text, hand } = desk;
  await screen(desk, text('nav.home'));
  await goTo(desk, 'nav.customers');
  await addProducts(desk, milanJob);
  await fillAgreement(desk, milanJob);
  await reviewCart(desk);
  await hand.press(link(desk, 'quote.ofCart'));
  await screen(desk, text('quote.title', { customer: milanJob.company }));
}

describe('a quote', () => {
  const cases = preparedCases();

  it('becomes a tagged PDF in its own language without network, alone and attached to an e-mail', async () => {
    const desk = await (await cases.begin()).open();
    const { page, text, hand, app } = desk;
    await openQuotes(desk);
    await hand.write(field(desk, 'quote.new.terms'), 'Pagamento a 30 giorni, però anticipato');
    await hand.choose(listField(desk, 'quote.new.language'), 'Italiano');
    await hand.press(button(desk, 'quote.new.make'));
    const paper = await page.getByRole('article').innerText();
    const number = /Q-\w{6}-v1/u.exec(paper)?.[0] ?? '';
    const path = join(desk.profile, 'offerta.pdf');
    await app.answerFileDialog(path);
    await hand.press(page.getByRole('button', { name: text('quote.save', { number }) }));
    await page.getByText(text('quote.saved', { fileName: 'offerta.pdf' })).waitFor();

    const pdf = readPdf(readFileSync(path));
    expect(pdf).toMatchObject({ pages: 1, isTagged: true, language: 'it', title: `Preventivo ${number} ${milanJob.company}` });
    // A4 is 595.3 by 841.9 points
    expect(Math.abs(pdf.size[0] - 595) + Math.abs(pdf.size[1] - 842)).toBeLessThan(3);
    expect([...pdf.tags]).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD', 'P']));
    const printed = (words: string): string => words.normalize('NFKC').replaceAll(/\s/gu, '');
    // everything that stands on the screen, and the foot of the page; nothing else of the window
    expect(pdf.text).toBe(printed(`${paper} Preventivo ${number} ${milanJob.company} 1 / 1`));
    const expected = [
      milanJob.company, 'Monteluce Sistemi S.r.l. (ID partner 5100148)', 'Totale all’anno', 'Pagamento a 30 giorni, però anticipato',
    ];
    for (const words of expected) expect(pdf.text).toContain(printed(words));

    await hand.write(field(desk, 'letter.to'), 'ordini@monteluce.example');
    await hand.press(button(desk, 'quote.mailIt'));
    await page.getByText(text('quote.mailed')).waitFor();
    const [opened, ...others] = await app.openedFiles();
    expect(others).toEqual([]);
    const message = readEml(opened?.content ?? '');
    expect(message.fields).toContainEqual(['To', 'ordini@monteluce.example']);
    expect(message.subject).toBe(`Preventivo ${number} per ${milanJob.company}`);
    expect(message.files).toMatchObject([{ name: `Preventivo ${number} ${milanJob.company}.pdf`, type: 'application/pdf' }]);
    expect(readPdf(Buffer.from(message.files[0]?.base64 ?? '', 'base64'))).toEqual(pdf);

    expect(await page.locator('.printed-page').count()).toBe(0);
    expect(await page.title()).toContain(text('quote.title', { customer: milanJob.company }));
    expect(await app.blockedRequests()).toEqual([]);
    await openJournal(desk, number);
    await journalEntries(desk, text('journal.quote-saved', { number, fileName: 'offerta.pdf' })).waitFor();
    await journalEntries(desk, text('journal.quote-mailed', { number })).waitFor();
    expect(desk.errors).toEqual([]);
  });
});
