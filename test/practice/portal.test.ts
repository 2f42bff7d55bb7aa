import { createHash } from 'node:crypto';
import { get } from 'node:http';
import fastCheck from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { escaped } from '../../electron/practice/portal/html.ts';
import { languageOf } from '../../electron/practice/portal/language.ts';
import { sentencesIn } from '../../electron/practice/portal/sentences.ts';
import { provider } from '../../electron/practice/seed/provider.ts';
import type { Reseller } from '../../electron/practice/seed/resellers.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { startPractice } from '../../electron/practice/server.ts';
import { type PracticeClient, startPracticeClient } from '../support/practice-client.ts';
import { acceptAs, providerLinks, visit } from './portal-client.ts';
import { textAt } from './shapes.ts';

let client: PracticeClient & { readonly close: () => Promise<void> };
let links: { readonly invitation: string; readonly list: string };
const seed = createSeed('small');
const [prospect] = seed.prospects as [Reseller];
const [en, italian] = [sentencesIn('en'), sentencesIn('it')];
const invented = { company: 'other', name: 'Nuvole e Figli', mpnId: '6200001', country: 'IT', answer: 'accept' };
const portalLog = async (): Promise<unknown> => (await client.call('GET', '/_practice/portal-log')).body;

beforeEach(async () => {
  client = await startPracticeClient();
  links = await providerLinks(client);
});
afterEach(async () => {
  await client.close();
});

describe('every page', () => {
  it('loads nothing, runs nothing, and stands in no frame and no cache', async () => {
    const question = `${links.list}/${seed.resellerAt(0).tenantId}/remove`;
    for (const url of [links.invitation, links.list, question, `${links.invitation}x`]) {
      const { text, headers } = await visit(url);
      const style = /<style>([\s\S]*)<\/style>/u.exec(text)?.[1] ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      expect(headers.get('content-security-policy')).toBe(
        `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
      );
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(text).not.toMatch(/<script|<img|\sstyle=|\son\w+=|https?:/iu);
      expect(text).toContain(en.banner);
    }
  });

  it('speaks the language of the browser', async () => {
    const page = await visit(links.invitation, { language: 'it-IT,it;q=0.9,en;q=0.5' });
    expect(page.text).toContain('<html lang="it">');
    expect(page.text).toContain(italian.invitationText(provider.companyName));
    expect(page.text).toContain('Germania');
    expect(['de, en;q=0.3, it;q=0.4', 'it;q=0, en', 'fr', undefined, ';;,q=x', 'italian'].map(languageOf)).toEqual([
      'it',
      'en',
      'en',
      'en',
      'en',
      'en',
    ]);
  });

  it('needs its own code', async () => {
    const code = (url: string): string => url.split('/')[5] ?? '';
    const swapped = [
      links.invitation.replace(code(links.invitation), code(links.list)),
      `${links.list.replace(code(links.list), code(links.invitation))}/${seed.resellerAt(0).tenantId}/remove`,
      `${client.url}/portal/relationship/${code(links.invitation)}?partnerId=${provider.tenantId}`,
      links.invitation.slice(0, -1),
    ];
    for (const url of swapped) {
      const page = await visit(url);
      expect([page.status, page.text.includes(en.notFound)]).toEqual([404, true]);
      expect((await visit(url, { form: { answer: 'accept', company: prospect.mpnId } })).status).toBe(404);
    }
    expect(code(links.invitation)).toMatch(/^[\w-]{43}$/u);
    expect(await portalLog()).toEqual({ events: [] });
    const other = await startPracticeClient();
    const foreign = (await providerLinks(other)).invitation.replace(other.url, client.url);
    await other.close();
    expect((await visit(foreign)).status).toBe(404);
  });
});

describe('the invitation', () => {
  it('offers every company that is no partner, and says who invites', async () => {
    const { text } = await visit(links.invitation);
    expect(text).toContain(en.invitationText(provider.companyName));
    for (const { name, mpnId } of seed.prospects) expect(text).toContain(`>${escaped(name)}, ${en.partnerId} ${mpnId}, `);
    expect(text.match(/<option value="5/gu)).toHaveLength(8);
    const done = await acceptAs(client, { company: prospect.mpnId });
    expect(done.text).toContain(en.accepted(prospect.name, provider.companyName));
    expect((await visit(links.invitation)).text).not.toContain(prospect.mpnId);
  });

  it('says so to a company that is a partner already', async () => {
    await acceptAs(client, { company: prospect.mpnId });
    for (const form of [
      { company: prospect.mpnId, answer: 'accept' },
      { ...invented, mpnId: prospect.mpnId, name: prospect.name.toUpperCase() },
    ]) {
      const again = await visit(links.invitation, { form });
      expect([again.status, again.text.includes(en.already(prospect.name, provider.companyName))]).toEqual([409, true]);
    }
    expect(await portalLog()).toMatchObject({ events: [{ type: 'partnership-accepted' }] });
  });

  it.each([
    ['nothing chosen', { company: '' }, 'missingCompany'],
    ['a company that is not there', { company: '9999999' }, 'unknownCompany'],
    ['no name', { name: '  ' }, 'badName'],
    ['a name of two lines', { name: 'a\nb' }, 'badName'],
    ['a long name', { name: 'x'.repeat(101) }, 'badName'],
    ['six digits', { mpnId: '620000' }, 'badPartnerId'],
    ['letters', { mpnId: '62000a1' }, 'badPartnerId'],
    ['another country', { country: 'JP' }, 'badCountry'],
    ['the Partner ID of a reseller', { mpnId: seed.resellerAt(1).mpnId }, 'takenPartnerId'],
    ['the Partner ID of the provider', { mpnId: provider.mpnId }, 'takenPartnerId'],
    ['no answer', { answer: '' }, 'badAnswer'],
  ] as const)('refuses %s, says so in both languages, and keeps what was typed', async (_name, change, message) => {
    const form = { ...invented, ...change };
    for (const [language, say] of [
      ['en', en],
      ['it', italian],
    ] as const) {
      const page = await visit(links.invitation, { form, language });
      expect([page.status, page.text.includes(say[message])]).toEqual([422, true]);
      expect(page.text).toContain(`name="mpnId" maxlength="7" inputmode="numeric" autocomplete="off" value="${form.mpnId}"`);
      expect(page.text).toContain(`value="${form.name.trim()}"`);
      expect(page.text.includes('<option value="other" selected>')).toBe(form.company === 'other');
    }
    expect(await portalLog()).toEqual({ events: [] });
  });

  it('declined changes nothing, and is noted', async () => {
    expect((await visit(links.invitation, { form: { answer: 'decline' } })).text).toContain(en.declined(provider.companyName));
    await visit(links.invitation, { form: { answer: 'decline', company: prospect.mpnId } });
    await visit(links.invitation, { form: { ...invented, answer: 'decline' } });
    expect(await portalLog()).toMatchObject({
      events: ['', prospect.name, invented.name].map((name) => ({ type: 'partnership-declined', name })),
    });
    expect((await visit(links.invitation)).text).toContain(prospect.mpnId);
  });

  it('reads nothing but a form', async () => {
    const body = JSON.stringify(invented);
    const reply = await fetch(links.invitation, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
    expect(reply.status).toBe(422);
    expect((await fetch(links.invitation, { method: 'POST' })).status).toBe(422);
    const form = new URLSearchParams({ company: prospect.mpnId, answer: 'accept' }).toString();
    const asText = await fetch(links.invitation, { method: 'POST', body: form, headers: { 'Content-Type': 'text/plain' } });
    expect(asText.status).toBe(422);
    expect(await portalLog()).toEqual({ events: [] });
  });
});

describe("the provider's list", () => {
  it('finds by name in any spelling, and by Partner ID', async () => {
    const [third, fourth] = [seed.resellerAt(3), seed.resellerAt(4)];
    const byName = await visit(`${links.list}?q=${encodeURIComponent(third.name.toUpperCase())}`);
    expect([byName.text.includes(escaped(third.name)), byName.text.includes(fourth.mpnId)]).toEqual([true, false]);
    const byId = await visit(`${links.list}?q=${fourth.mpnId}`);
    expect([byId.text.includes(en.count(1)), byId.text.includes(`${fourth.tenantId}/remove`)]).toEqual([true, true]);
    expect((await visit(`${links.list}?q=nobody+at+all`)).text).toContain(en.noneFound);
    expect((await visit(links.list)).text).toContain(en.count(40));
  });

  it('asks before a partnership is removed, and a look removes nothing', async () => {
    const reseller = seed.resellerAt(5);
    const url = `${links.list}/${reseller.tenantId}/remove`;
    const { text } = await visit(url);
    for (const point of en.removePoints) expect(text).toContain(escaped(point));
    expect(await portalLog()).toEqual({ events: [] });
    expect((await visit(url, { form: {} })).text).toContain(escaped(en.removed(reseller.name)));
    expect((await visit(url)).status).toBe(404);
    expect((await visit(`${links.list}/nobody/remove`)).status).toBe(404);
  });
});

describe('the guard', () => {
  const form = { company: prospect.mpnId, answer: 'accept' };
  const statusUnderHost = (url: string, host: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      get(url, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });

  it('lets no foreign page send a form of the portal', async () => {
    const sameComputer = client.url.replace('127.0.0.1', 'localhost');
    for (const origin of ['https://esempio.example', 'null', sameComputer, `${client.url}.example`]) {
      expect((await visit(links.invitation, { form, headers: { Origin: origin } })).status).toBe(403);
      expect((await visit(links.invitation, { headers: { Origin: origin } })).status).toBe(403);
    }
    expect(await statusUnderHost(links.invitation, 'esempio.example')).toBe(403);
    expect(await portalLog()).toEqual({ events: [] });
  });

  it('lets no foreign page send a form without Origin either', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const body = new URLSearchParams(form);
      const sent = await fetch(links.invitation, { method: 'POST', body, headers: { 'Sec-Fetch-Site': site } });
      expect(sent.status).toBe(403);
      expect((await visit(links.invitation, { headers: { 'Sec-Fetch-Site': site } })).status).toBe(200);
    }
    expect(await portalLog()).toEqual({ events: [] });
    expect((await visit(links.invitation, { form, headers: { 'Sec-Fetch-Site': 'same-origin' } })).status).toBe(200);
  });

  it('lets no page of the portal reach anything else', async () => {
    const paths = [
      '/v1/profiles/organization',
      '/_practice/sign-in',
      '/_PRACTICE/sign-in',
      '/%5Fpractice/sign-in',
      '/portal/nothing',
      '/_practice/ledger?x=/portal/',
    ];
    for (const path of paths) {
      expect((await client.call('GET', path, { headers: { Origin: client.url } })).status).toBe(403);
      expect((await client.call('POST', path, { headers: { Origin: client.url }, body: { clear: true } })).status).toBe(403);
    }
    const spelled = links.invitation.replace('/portal/', '/Portal/');
    expect((await visit(spelled, { form })).status).toBe(200);
  });
});

describe('the log', () => {
  it('names no code of a link, whatever its spelling', async () => {
    const lines: string[] = [];
    const server = await startPractice({ seed: 'small', log: (line) => void lines.push(line) });
    const user: unknown = await (await fetch(`${server.url}/_practice/sign-in`)).json();
    const link = textAt(user, 'partnerLink');
    const code = link.split('/').at(-1) ?? '';
    await visit(link);
    await visit(link, { form: { answer: 'decline' } });
    await visit(link.replace('/portal/', '/PORTAL/'));
    await visit(`${link}/more`);
    await visit(`${textAt(user, 'portalUrl')}?q=a`);
    await server.close();
    expect(code).toMatch(/^[\w-]{43}$/u);
    expect(lines.filter((line) => line.includes(code))).toEqual([]);
    expect(lines.map((line) => line.replace(/ \d+ms$/u, ''))).toEqual([
      'GET /_practice/sign-in 200', 'GET /portal/invitation/:code 200', 'POST /portal/invitation/:code 200', 'GET /portal/invitation/:code 200',
      'GET /portal/* 404', 'GET /portal/provider/:code/resellers 200',
    ]);
  });
});

describe('whatever is typed', () => {
  const tagsIn = (text: string): number => text.split('<').length;
  const names = fastCheck.oneof(
    fastCheck.string({ unit: 'grapheme', maxLength: 60 }),
    fastCheck.string({ unit: fastCheck.constantFrom('<', '>', '"', "'", '&', '/', 'a', '=', ' ', ';'), maxLength: 30 }),
    fastCheck.constantFrom('</style><script>alert(1)</script>', '" onfocus="x', '&lt;b&gt;', '${name}'),
  );

  it('comes back with every sign of markup as an entity, in an attribute and between tags', async () => {
    const name = `" onfocus="x' onclick='y <b>&lt;`;
    const written = '&quot; onfocus=&quot;x&#39; onclick=&#39;y &lt;b&gt;&amp;lt;';
    expect((await visit(links.invitation, { form: { ...invented, name, country: '' } })).text).toContain(`value="${written}">`);
    await acceptAs(client, { ...invented, name });
    expect((await visit(links.list)).text).toContain(`<th scope="row">${written}</th>`);
  });

  it('comes back as text, never as markup', async () => {
    const plain = await visit(links.invitation, { form: { ...invented, country: '' } });
    await fastCheck.assert(
      fastCheck.asyncProperty(names, names, async (name, mpnId) => {
        const page = await visit(links.invitation, { form: { ...invented, name, mpnId, country: '' } });
        expect(page.status).toBe(422);
        expect(tagsIn(page.text)).toBe(tagsIn(plain.text));
        expect(page.text).toContain(`name="name" maxlength="100" autocomplete="off" value="${escaped(name.trim())}">`);
      }),
      { numRuns: 150 },
    );
  }, 30_000);

  it('stays text as the name of a partner', async () => {
    const plain = await acceptAs(client, { ...invented, name: 'x' });
    await fastCheck.assert(
      fastCheck.asyncProperty(names, fastCheck.integer({ min: 7_000_000, max: 9_999_999 }), async (name, mpnId) => {
        const page = await acceptAs(client, { ...invented, name, mpnId: String(mpnId) });
        if (page.status !== 200) return;
        expect(tagsIn(page.text)).toBe(tagsIn(plain.text));
        const list = await visit(`${links.list}?q=${mpnId}`);
        expect(list.text).toContain(`<th scope="row">${escaped(name.trim())}</th>`);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('never breaks a search', async () => {
    await fastCheck.assert(
      fastCheck.asyncProperty(names, async (q) => {
        const page = await visit(`${links.list}?${new URLSearchParams({ q }).toString()}`);
        expect([page.status, page.text.includes(`value="${escaped(q.trim())}"`)]).toEqual([200, true]);
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});
