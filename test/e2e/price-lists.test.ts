import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberedSheet, sheetOf } from '../data/mirror/price-sheet-text.ts';
import { seriousFindings } from '../support/accessibility.ts';
import { startPractice } from '../support/connection.ts';
import { button, goTo, link, openDesk, screen, table } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { testFolder } from '../support/folder.ts';
import { zipOf } from '../support/zip.ts';

const largeName = 'Nov_NCE_LicenseBasedPL_GA_PT.zip';
const smallName = 'Nov_NCE_LicenseBasedPL_GA_IE.csv';

describe('price lists in the app', () => {
  const folder = testFolder();
  let desk: Desk;
  const bytesOf = async (content: Blob): Promise<Uint8Array> => new Uint8Array(await content.arrayBuffer());
  const write = async (name: string, content: Blob): Promise<void> => writeFile(folder.at(name), await bytesOf(content));
  const choose = (name: string): Promise<void> => desk.page.locator('input[type=file]').setInputFiles(folder.at(name));
  const held = (): Promise<string | null> => desk.page.getByRole('table', { name: desk.text('priceLists.held') }).textContent();

  beforeAll(async () => {
    // in a zip, because the driver of the browser hands over no file of more than 50 MB
    await write(largeName, zipOf('sheets.csv', await bytesOf(numberedSheet(400_000))));
    await write(smallName, sheetOf({ Market: 'IE' }, { Market: 'IE', SkuId: '0002' }));
    desk = await openDesk({ folder: folder.path });
    await startPractice(desk);
    // the markets come with the catalogue, at the end of the first pull
    await goTo(desk, 'nav.catalogue');
    await table(desk, 'nav.catalogue').getByRole('row').nth(2).waitFor();
    await desk.hand.press(link(desk, 'priceLists.title'));
    await screen(desk, desk.text('priceLists.title'));
  }, 120_000);
  afterAll(async () => {
    await desk.app.close();
    folder.remove();
  });

  it('takes a file in', async () => {
    await choose(smallName);
    await desk.page.getByText(desk.text('priceLists.taken', { name: smallName, count: 2, shown: '2' })).waitFor();
    await expect.poll(held).toContain(smallName);
    expect(await seriousFindings(desk.page)).toEqual([]);
  });

  it('answers clicks while a large list is imported, and leaves nothing of one that is cancelled', async () => {
    const before = await held();
    await choose(largeName);
    await button(desk, 'priceLists.cancel').waitFor();
    await goTo(desk, 'nav.customers');
    await table(desk, 'nav.customers').getByRole('row').nth(5).waitFor();
    await goTo(desk, 'nav.catalogue');
    await desk.hand.press(link(desk, 'priceLists.title'));
    // three screens later it is still at it: the window did not wait for it
    await desk.hand.press(button(desk, 'priceLists.cancel'));
    await desk.page.getByText(desk.text('priceLists.cancelled', { name: largeName })).waitFor();
    expect(await held()).toBe(before);
    expect(desk.errors).toEqual([]);
  });
});
