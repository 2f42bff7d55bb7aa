import { describe, expect, it } from 'vitest';
import type { LetterParts } from '../../shared/domain/letter/letter.ts';
import { table } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { readEml } from '../support/eml.ts';
import { journalEntries, openJournal } from '../support/journal.ts';
import { readMailto } from '../support/mailto.ts';
import { callApp, firstAccount } from '../support/page-bridge.ts';
import { partnershipCase } from '../support/partnership-case.ts';
import {
  awaitLink, letterBody, letterButton, letterItem, makeLetters, openRequest, openRequests, requestPreparation, requestRow,
} from '../support/prepared-request.ts';
import { casesFrom, prepareProfile } from '../support/prepared.ts';

const { prospect, second } = partnershipCase;

/** The personal link, as the main process keeps it. */
async function ownLink({ page }: Desk): Promise<string> {
  const { id: accountId } = await firstAccount(page);
  const links = await callApp(page, 'links.read', { accountId });
  if (!links.ok || links.value.partnership === undefined) throw new Error('the account has no partnership link');
  return links.value.partnership;
}

/** What the journal says about the letter to one recipient, counted. */
async function journalCounts(desk: Desk, email: string): Promise<Readonly<Record<'opened' | 'copied' | 'sent', number>>> {
  const { text } = desk;
  await openJournal(desk, email);
  await journalEntries(desk, text('journal.partnership-prepared', { email })).waitFor();
  const count = (what: string): Promise<number> => journalEntries(desk, text(`journal.partnership-${what}`, { email })).count();
  return { opened: await count('opened'), copied: await count('copied'), sent: await count('sent') };
}

const letterWith = (link: string): LetterParts => ({
  to: [prospect.email], bcc: [], subject: 'Partnership', body: `Dear partner,\n\n${link}\n`,
});

/** What a window that was taken over might change in a letter, and the refusal it must get. */
const tampered = (link: string): readonly (readonly [code: string, change: Partial<LetterParts>])[] => [
  ['mail-link-lost', { body: `Dear partner,\n\n${link.slice(0, -1)}\n` }],
  ['mail-link-lost', { body: `Dear partner,\n\n${link}/more\n` }],
  ['mail-link-lost', { body: `Dear partner,\n\n${link.replace(/^http:\/\/[^/]+/u, 'https://evil.example')}\n` }],
  ['mail-link-lost', { body: 'Dear partner,\n\nno link here\n' }],
  ['mail-subject-invalid', { subject: 'Partnership\nBcc: thief@evil.example' }],
  ['mail-subject-invalid', { subject: 'Partnership\r\nBcc: thief@evil.example' }],
  ['mail-subject-invalid', { subject: 'Partnership\u2028Bcc: thief@evil.example' }],
  ['mail-recipient-invalid', { to: [`${prospect.email}\nBcc: thief@evil.example`] }],
  ['mail-recipient-invalid', { to: [`${prospect.email}?bcc=thief@evil.example`] }],
  ['mail-recipient-invalid', { to: [prospect.email], bcc: ['thief@evil.example\r\nX-Unsent: 0'] }],
];

/** Links that are no page of the account's own portal, though some look like it. */
function foreignLinks(link: string): readonly string[] {
  const { host, port, pathname } = new URL(link);
  return [
    `https://evil.example${pathname}`,
    `http://${host}.evil.example${pathname}`,
    `http://${host}@evil.example${pathname}`,
    `http://somebody@${host}${pathname}`,
    `http://127.0.0.1:${Number(port) === 65_535 ? 65_534 : Number(port) + 1}${pathname}`,
    `https://partner.microsoft.com${pathname}`,
    `javascript:alert('${link}')`,
    `${link} https://evil.example`,
    `${link}\nhttps://evil.example`,
    'not a link',
  ];
}

async function nothingOpened({ app }: Desk): Promise<void> {
  expect(await app.openedExternal()).toEqual([]);
  expect(await app.openedFiles()).toEqual([]);
}

describe('a partnership request by e-mail, without network', () => {
  const cases = casesFrom(() => prepareProfile(requestPreparation));

  const begin = async (): Promise<Desk> => (await cases.begin()).open();

  it('is copied instead where no mail client is there or it refuses, and counts as sent only by Done', async () => {
    const desk = await begin();
    const { app, text, hand } = desk;
    await openRequest(desk);
    await makeLetters(desk);
    const link = await ownLink(desk);
    for (const [standing, { name, email }] of [['missing', prospect], ['refusing', second]] as const) {
      const item = letterItem(desk, email);
      await app.setMailClient(standing);
      await hand.press(letterButton(desk, 'letter.open', name));
      await item.getByText(text(`failure.mail-client-${standing === 'missing' ? 'missing' : 'refused'}.what`)).waitFor();
      await item.getByText(text('partnershipRequest.standing.prepared')).waitFor();
      await hand.press(item.getByRole('button', { name: text('letter.copyInstead'), exact: true }));
      await item.getByText(text('letter.handedOver.copy')).waitFor();
      await item.getByText(text('partnershipRequest.standing.opened')).waitFor();
      expect(await app.clipboardText()).toContain(`${name},\n`);
      expect(await app.clipboardText()).toContain(`\n${link}\n`);
      expect(await app.clipboardHtml()).toContain(`<a href="${link}">${link}</a>`);
    }
    await nothingOpened(desk);
    for (const { email } of [prospect, second]) expect(await journalCounts(desk, email)).toEqual({ opened: 0, copied: 1, sent: 0 });
    await openRequest(desk);
    await hand.press(letterButton(desk, 'letter.done', prospect.name));
    await letterItem(desk, prospect.email).getByText(text('partnershipRequest.standing.sent')).waitFor();
    expect(await journalCounts(desk, prospect.email)).toEqual({ opened: 0, copied: 1, sent: 1 });
    expect(await journalCounts(desk, second.email)).toEqual({ opened: 0, copied: 1, sent: 0 });
    expect(desk.errors).toEqual([]);
  });

  it('too long for a link goes out as a draft file, whole', async () => {
    const desk = await begin();
    const { app, text, hand } = desk;
    await openRequest(desk);
    await awaitLink(desk);
    const body = letterBody(desk, prospect.language);
    const longer = `${await body.inputValue()}\n${'È così: più righe, con accenti.\n'.repeat(300)}Fine.`;
    await hand.write(body, longer);
    await makeLetters(desk);
    await hand.press(letterButton(desk, 'letter.open', prospect.name));
    await letterItem(desk, prospect.email).getByText(text('letter.handedOver.draft')).waitFor();
    expect(await app.openedExternal()).toEqual([]);
    const files = await app.openedFiles();
    expect(files).toHaveLength(1);
    const { fields, subject, text: plain, html } = readEml(files[0]?.content ?? '');
    const named = (name: string): readonly string[] => fields.flatMap(([known, value]) => (known === name ? [value] : []));
    expect(fields.map(([name]) => name)).toEqual(['X-Unsent', 'MIME-Version', 'To', 'Subject', 'Content-Type']);
    expect(named('X-Unsent')).toEqual(['1']);
    expect(named('To')).toEqual([prospect.email]);
    expect(subject).not.toBe('');
    const link = await ownLink(desk);
    expect(plain.split('\r\n')).toContain(link);
    expect(plain).toBe(longer.replaceAll('\n', '\r\n'));
    expect(html).toContain(`<a href="${link}">`);
  });

  it('is refused by the main process when tampered with, and no foreign link is kept, whatever the window says', async () => {
    const desk = await begin();
    const { app, page } = desk;
    const { id: accountId } = await firstAccount(page);
    const link = await ownLink(desk);
    const good = letterWith(link);
    for (const [code, change] of tampered(link)) {
      const errand = { accountId, purpose: 'partnership-request', letter: { ...good, ...change } } as const;
      for (const as of ['auto', 'draft'] as const) {
        const opened = await callApp(page, 'mail.open', { ...errand, as });
        expect({ change, as, opened }).toMatchObject({ opened: { ok: false, error: { code } } });
      }
      const copied = await callApp(page, 'mail.copy', errand);
      expect({ change, copied }).toMatchObject({ copied: { ok: false, error: { code } } });
    }
    await nothingOpened(desk);
    expect(await app.clipboardText()).toBe('');
    const taken = await callApp(page, 'mail.open', { accountId, purpose: 'partnership-request', letter: good, as: 'auto' });
    expect(taken).toEqual({ ok: true, value: { openedAs: 'mailto' } });
    const [opened = ''] = await app.openedExternal();
    expect(readMailto(opened)).toMatchObject({ to: good.to, subject: good.subject, body: good.body });
    for (const foreign of foreignLinks(link)) {
      const answer = await callApp(page, 'links.setPartnership', { accountId, link: foreign });
      expect({ foreign, answer }).toMatchObject({ answer: { ok: false, error: { code: 'partnership-link-not-allowed' } } });
    }
    expect(await ownLink(desk)).toBe(link);
    expect(await callApp(page, 'links.setPartnership', { accountId, link })).toEqual({ ok: true, value: { partnership: link } });
  });

  it('stands as opened after a crash, and Done says once that it was sent', async () => {
    const run = await cases.begin();
    const first = await run.open();
    await openRequest(first);
    await makeLetters(first);
    await first.hand.press(letterButton(first, 'letter.open', prospect.name));
    await letterItem(first, prospect.email).getByText(first.text('partnershipRequest.standing.opened')).waitFor();
    await first.app.kill();
    const desk = await run.open();
    const { text, hand } = desk;
    await openRequests(desk);
    await requestRow(desk, prospect.email).getByText(text('partnershipRequest.standing.opened')).waitFor();
    expect(await journalCounts(desk, prospect.email)).toEqual({ opened: 1, copied: 0, sent: 0 });
    await openRequests(desk);
    await hand.openRow(table(desk, 'requests.title'), prospect.email);
    await hand.press(letterButton(desk, 'letter.done', prospect.name));
    await desk.page.getByText(text('partnershipRequest.standing.sent')).first().waitFor();
    expect(await journalCounts(desk, prospect.email)).toEqual({ opened: 1, copied: 0, sent: 1 });
    await openRequests(desk);
    await requestRow(desk, prospect.email).getByText(text('partnershipRequest.standing.sent')).waitFor();
  });
});
