import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sentencesIn } from '../../electron/practice/portal/sentences.ts';
import { provider } from '../../electron/practice/seed/provider.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { type PracticeClient, startPracticeClient } from '../support/practice-client.ts';
import { visit } from './portal-client.ts';
import { codeOf, collectionOf, textAt } from './shapes.ts';

const seed = createSeed('small');
/** Of ten customers the last two have accepted nothing. */
const customer = seed.listingAt(8);
const [en, italian] = [sentencesIn('en'), sentencesIn('it')];
let client: PracticeClient & { readonly close: () => Promise<void> };
let now: Date;
let page: string;

beforeEach(async () => {
  now = new Date();
  client = await startPracticeClient({ now: () => now });
  page = textAt((await client.call('GET', '/_practice/sign-in', { token: '' })).body, 'agreementLink');
});
afterEach(async () => {
  await client.close();
});

const isSigned = async (): Promise<unknown> =>
  (await client.call('GET', `/v1/customers/${customer.tenantId}/directSignedMicrosoftCustomerAgreementStatus`)).body;

describe('the page where a customer accepts', () => {
  it('says that it is an exercise, and whose wish it is', async () => {
    const { text, status } = await visit(page, { language: 'it' });
    expect(status).toBe(200);
    expect(text).toContain(italian.banner);
    expect(text).toContain(italian.agreementIntro(provider.companyName));
  });

  it('takes the domain of a customer: from then on it has accepted directly', async () => {
    expect(await isSigned()).toEqual({ isSigned: false });
    for (const [domain, problem] of [['', en.badDomain], ['nobody.example', en.unknownDomain]] as const) {
      const wrong = await visit(page, { form: { domain } });
      expect([wrong.status, wrong.text.includes(problem)]).toEqual([422, true]);
    }
    expect(await isSigned()).toEqual({ isSigned: false });
    const done = await visit(page, { form: { domain: customer.domain.toUpperCase() } });
    expect([done.status, done.text.includes(en.agreedTitle)]).toEqual([200, true]);
    expect(await isSigned()).toEqual({ isSigned: true });
    expect((await client.call('GET', '/_practice/portal-log')).body).toMatchObject({
      events: [{ type: 'agreement-accepted', customerTenantId: customer.tenantId }],
    });
    const again = await visit(page, { form: { domain: customer.domain } });
    expect([again.status, again.text.includes(en.alreadyAgreedTitle)]).toEqual([409, true]);
  });

  it('needs its own code', async () => {
    expect((await visit(`${page}x`)).status).toBe(404);
    expect((await visit(`${page}x`, { form: { domain: customer.domain } })).status).toBe(404);
    expect(await isSigned()).toEqual({ isSigned: false });
  });
});

describe('the text of the agreement', () => {
  const templates = '/v1/agreements?agreementType=MicrosoftCustomerAgreement';
  async function document(query: string): Promise<Awaited<ReturnType<PracticeClient['call']>>> {
    const [template] = collectionOf((await client.call('GET', templates)).body).items;
    return client.call('GET', `/v1/agreementtemplates/${String(template?.templateId)}/document${query}`);
  }

  it('is there in the languages of the country, else not', async () => {
    expect((await document('?country=IT&language=it-IT')).body).toMatchObject({ country: 'IT', language: 'it-IT' });
    expect((await document('')).body).toMatchObject({ country: 'US', language: 'en-US' });
    for (const query of ['?country=IT&language=de-DE', '?country=it&language=it-IT', '?country=CN&language=en-US', '?country=IT&language=it-it']) {
      const reply = await document(query);
      expect([reply.status, codeOf(reply.body)]).toEqual([400, 3000]);
    }
    expect((await client.call('GET', '/v1/agreementtemplates/other/document')).status).toBe(404);
  });

  it('stands behind a link that is dead after five minutes and cannot be altered', async () => {
    const link = textAt((await document('?country=DE&language=de-DE')).body, 'displayUri');
    const shown = await visit(link);
    expect([shown.status, shown.text.includes('Germany')]).toEqual([200, true]);
    expect(shown.text).toContain(en.documentText[0] ?? '');
    expect((await visit(link.replace('country=DE', 'country=AT'))).status).toBe(404);
    expect((await visit(link.replace(/until=\d+/u, 'until=99999999999999'))).status).toBe(404);
    now = new Date(now.getTime() + 5 * 60_000);
    const late = await visit(link);
    expect([late.status, late.text.includes(en.documentOver)]).toEqual([410, true]);
  });
});
