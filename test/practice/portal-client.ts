import type { PracticeClient } from '../support/practice-client.ts';
import { textAt } from './shapes.ts';

/** A page of the portal as a browser gets it. */
export interface Page {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** What a visit may say besides its address. */
export interface VisitOptions {
  readonly form?: Readonly<Record<string, string>>;
  readonly language?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Opens a page as a browser does, or sends its form; a form carries the Origin of the page. */
export async function visit(url: string, options: VisitOptions = {}): Promise<Page> {
  const { form, language = 'en', headers } = options;
  const reply = await fetch(url, {
    headers: {
      'Accept-Language': language,
      ...(form === undefined ? {} : { Origin: new URL(url).origin }),
      ...headers,
    },
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  });
  return { status: reply.status, text: await reply.text(), headers: reply.headers };
}

/** The two links of the provider. */
export async function providerLinks(client: PracticeClient): Promise<{ readonly invitation: string; readonly list: string }> {
  const signIn = (await client.call('GET', '/_practice/sign-in', { token: '' })).body;
  return { invitation: textAt(signIn, 'partnerLink'), list: textAt(signIn, 'portalUrl') };
}

/** Accepts the invitation in the name of a company of the list, or of one invented. */
export async function acceptAs(client: PracticeClient, form: Readonly<Record<string, string>>): Promise<Page> {
  const { invitation } = await providerLinks(client);
  return visit(invitation, { form: { ...form, answer: 'accept' } });
}

/** Removes the partnership with a reseller. */
export async function removePartner(client: PracticeClient, tenantId: string): Promise<Page> {
  const { list } = await providerLinks(client);
  return visit(`${list}/${tenantId}/remove`, { form: {} });
}
