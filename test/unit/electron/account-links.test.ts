import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMicrosoftPage, isOneRun } from '../../../electron/link-rule.ts';
import { ResellerTenantId, newAccountId } from '../../../shared/ids.ts';
import { accountOf, openLinksDesk } from './support/account-desk.ts';
import { closedAddress, localServer } from './support/local-server.ts';
import { permissionsOf, temporaryFolder } from './support/temporary-folder.ts';

const pasted = 'https://partner.microsoft.com/commerce/indirectproviders/invite?id=7&code=x#top';
const invitation = 'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682#/BillingAccounts/partner-invitation';
const resellerId = ResellerTenantId.parse(crypto.randomUUID());

/** A practice tenant as far as sign-in tells of its links. */
const practiceTenant = (links: (origin: string) => object): Promise<{ url: string }> =>
  localServer((response, { headers }) => {
    const origin = `http://${headers.host ?? ''}`;
    const user = { authority: origin, tenantId: crypto.randomUUID(), clientId: 'c', refreshToken: 'r', userName: 'u', organization: 'o' };
    response.end(JSON.stringify({ ...user, resource: origin, ...links(origin) }));
  });

describe('the personal link of an account', () => {
  it('is kept as pasted, over a restart, for its account only', async () => {
    const folder = await temporaryFolder();
    const { account, links } = openLinksDesk(folder, await closedAddress());
    expect(await links.read(account.id)).toEqual({ ok: true, value: {} });
    expect(await links.setPartnership(account.id, `  ${pasted}\n`)).toEqual({ ok: true, value: { partnership: pasted } });
    const again = openLinksDesk(folder, await closedAddress(), account);
    expect(await again.links.read(account.id)).toEqual({ ok: true, value: { partnership: pasted } });
    expect(await again.links.read(newAccountId())).toMatchObject({ ok: false, error: { code: 'account-missing' } });
    expect(await permissionsOf(join(folder, 'links', `${account.id}.json`))).toBe(0o600);
  });

  it.each([
    '', 'partner.microsoft.com/invite', 'http://partner.microsoft.com/invite', 'https://partner.microsoft.com:8443/invite',
    'https://user@partner.microsoft.com/invite', 'https://partner.microsoft.com.evil.example/invite', 'https://aka.ms/invite',
    'https://evilmicrosoft.com/invite', 'https://partner.microsoft.com/a b', 'https://partner.microsoft.com/"><b>', 'mailto:a@microsoft.com',
    'https://partner.microsoft.com/\nhttps://evil.example', 'https://partner.microsoft.com/\u202e', 'javascript:alert(1)', 'file:///etc/passwd',
    'https://partner.microsoft.com\\@evil.example/x', 'https:///partner.microsoft.com/x',
    'https://partner.microsoft.com/x.', 'https://partner.microsoft.com/(x)',
    'https://answers.microsoft.com/x', 'https://go.microsoft.com/fwlink?x=1',
  ])('is refused when it is no page of the portal: %j', async (link) => {
    const { account, links } = openLinksDesk(await temporaryFolder(), await closedAddress());
    const answer = await links.setPartnership(account.id, link);
    expect(answer).toMatchObject({ ok: false, error: { code: 'partnership-link-not-allowed' } });
    expect(await links.read(account.id)).toEqual({ ok: true, value: {} });
  });

  it('is filled in by the practice tenant, follows its port, and stays when it is gone', async () => {
    const folder = await temporaryFolder();
    const partnerLink = (origin: string): object => ({ partnerLink: `${origin}/portal/invitation/x` });
    const [first, second] = [await practiceTenant(partnerLink), await practiceTenant(partnerLink)];
    const desk = openLinksDesk(folder, first.url, accountOf('practice'));
    expect(await desk.links.read(desk.account.id)).toEqual({ ok: true, value: { partnership: `${first.url}/portal/invitation/x` } });
    const moved = openLinksDesk(folder, second.url, desk.account);
    const now = { ok: true, value: { partnership: `${second.url}/portal/invitation/x` } };
    expect(await moved.links.read(desk.account.id)).toEqual(now);
    const gone = openLinksDesk(folder, await closedAddress(), desk.account);
    expect(await gone.links.read(desk.account.id)).toEqual(now);
  });

  it('is told by a practice tenant that was named localhost too', async () => {
    const { url } = await practiceTenant(() => ({ partnerLink: `${url}/portal/invitation/x` }));
    const { account, links } = openLinksDesk(await temporaryFolder(), url.replace('127.0.0.1', 'localhost'), accountOf('practice'));
    expect(await links.read(account.id)).toEqual({ ok: true, value: { partnership: `${url}/portal/invitation/x` } });
  });

  it('of a practice account is a page of the practice tenant and no other', async () => {
    const { url } = await practiceTenant(() => ({ partnerLink: 'https://evil.example/portal' }));
    const { account, links } = openLinksDesk(await temporaryFolder(), url, accountOf('practice'));
    expect(await links.read(account.id)).toEqual({ ok: true, value: {} });
    for (const link of [pasted, `${url}1/portal`, url.replace('http:', 'https:'), url.replace('://', '://user@')]) {
      expect(await links.setPartnership(account.id, link)).toMatchObject({ ok: false, error: { code: 'partnership-link-not-allowed' } });
    }
    expect(await links.setPartnership(account.id, `${url}/portal/y`)).toMatchObject({ ok: true });
  });
});

describe('the link that invites a customer', () => {
  it('is asked of the server with the reseller, kept, and answered offline with the time it was read', async () => {
    const folder = await temporaryFolder();
    const server = await localServer((response) => response.end(JSON.stringify({ url: invitation, attributes: {} })));
    const desk = openLinksDesk(folder, server.url);
    const asked = { accountId: desk.account.id, resellerId };
    const read = { ok: true, value: { link: invitation, readAt: '2026-11-26T09:00:00.000Z' } };
    expect(await desk.links.readRelationship(asked)).toEqual(read);
    expect(server.asked[0]?.url).toBe(`/v1/customers/relationshiprequests?indirectResellerId=${resellerId}`);
    desk.network.now = new Date('2026-11-27T09:00:00Z');
    desk.network.isOnline = false;
    expect(await desk.links.readRelationship(asked)).toEqual(read);
    expect(desk.heard).toEqual(['answered']);
    const gone = openLinksDesk(folder, await closedAddress(), desk.account);
    expect(await gone.links.readRelationship(asked)).toEqual(read);
    expect(gone.heard).toEqual(['not-sent']);
    // Another reseller, or none, is another link.
    expect(await gone.links.readRelationship({ accountId: desk.account.id })).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    desk.network.isOnline = true;
    await desk.links.readRelationship({ accountId: desk.account.id });
    expect(server.asked.at(-1)?.url).toBe('/v1/customers/relationshiprequests');
  });

  it('is the one of the reseller the letter is about', async () => {
    const server = await localServer((response, { url }) => response.end(JSON.stringify({ url: `https://admin.microsoft.com${url}` })));
    const { account: { id: accountId }, links } = openLinksDesk(await temporaryFolder(), server.url);
    const resellers = [ResellerTenantId.parse(crypto.randomUUID()), ResellerTenantId.parse(crypto.randomUUID())];
    const page = 'https://admin.microsoft.com/v1/customers/relationshiprequests';
    // Asked at once, and none is lost.
    await Promise.all([{}, ...resellers.map((id) => ({ resellerId: id }))].map((which) => links.readRelationship({ accountId, ...which })));
    const letter = { accountId, purpose: 'customer-relationship' } as const;
    for (const id of resellers) {
      expect(await links.linkOfLetter({ ...letter, resellerId: id })).toEqual({ ok: true, value: `${page}?indirectResellerId=${id}` });
    }
    expect(await links.linkOfLetter(letter)).toEqual({ ok: true, value: page });
  });

  it('says offline when it was never read', async () => {
    const desk = openLinksDesk(await temporaryFolder(), await closedAddress());
    desk.network.isOnline = false;
    expect(await desk.links.readRelationship({ accountId: desk.account.id })).toMatchObject({ ok: false, error: { code: 'offline' } });
    const letter = { accountId: desk.account.id, purpose: 'customer-relationship' } as const;
    expect(await desk.links.linkOfLetter(letter)).toMatchObject({ ok: false, error: { code: 'partnership-link-missing' } });
  });

  it('keeps a refusal a refusal, and never a page of somebody else', async () => {
    let body: object = { url: invitation };
    let status = 200;
    const server = await localServer((response) => response.writeHead(status).end(JSON.stringify(body)));
    const { account, links } = openLinksDesk(await temporaryFolder(), server.url);
    const asked = { accountId: account.id };
    await links.readRelationship(asked);
    body = { url: 'https://evil.example/invite' };
    expect(await links.readRelationship(asked)).toMatchObject({ ok: false, error: { code: 'malformed-answer' } });
    [status, body] = [403, { code: '900308', description: 'no' }];
    expect(await links.readRelationship(asked)).toMatchObject({ ok: false, error: { code: 'role-missing' } });
    const letter = { ...asked, purpose: 'customer-relationship' } as const;
    expect(await links.linkOfLetter(letter)).toEqual({ ok: true, value: invitation });
  });
});

describe('a links folder that cannot be read or written', () => {
  const failed = { ok: false, error: { code: 'storage-failed' } };
  const folderInTheWay = async (): Promise<string> => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'links'), 'in the way');
    return folder;
  };

  it('is said as such', async () => {
    const { account, links } = openLinksDesk(await folderInTheWay(), await closedAddress());
    const accountId = account.id;
    expect(await links.read(accountId)).toMatchObject(failed);
    expect(await links.setPartnership(accountId, pasted)).toMatchObject(failed);
    for (const purpose of ['partnership-request', 'customer-relationship'] as const) {
      expect(await links.linkOfLetter({ accountId, purpose })).toMatchObject(failed);
    }
    expect(await links.readRelationship({ accountId })).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  });

  it('stops no link that is read anew', async () => {
    const server = await localServer((response) => response.end(JSON.stringify({ url: invitation })));
    const desk = openLinksDesk(await folderInTheWay(), server.url);
    expect(await desk.links.readRelationship({ accountId: desk.account.id })).toMatchObject({ ok: true, value: { link: invitation } });
    const practice = await practiceTenant((origin) => ({ partnerLink: `${origin}/portal/x` }));
    const { account, links } = openLinksDesk(await folderInTheWay(), practice.url, accountOf('practice'));
    expect(await links.read(account.id)).toEqual({ ok: true, value: { partnership: `${practice.url}/portal/x` } });
    const letter = { accountId: account.id, purpose: 'partnership-request' } as const;
    expect(await links.linkOfLetter(letter)).toEqual({ ok: true, value: `${practice.url}/portal/x` });
  });
});

describe('the page where customers accept the agreement', () => {
  it('is Billing accounts of the admin center for the public cloud, and there is none in the others', async () => {
    const closed = await closedAddress();
    const { account, links } = openLinksDesk(await temporaryFolder(), closed);
    const link = 'https://admin.microsoft.com/Adminportal/Home#/BillingAccounts/billing-accounts';
    expect(await links.readAgreement(account.id)).toEqual({ ok: true, value: { link } });
    expect(await links.linkOfLetter({ accountId: account.id, purpose: 'customer-agreement' })).toEqual({ ok: true, value: link });
    expect(isOneRun(link) && isMicrosoftPage(link)).toBe(true);
    for (const kind of ['us-government', 'china-21vianet'] as const) {
      const other = openLinksDesk(await temporaryFolder(), closed, accountOf(kind));
      expect(await other.links.readAgreement(other.account.id)).toMatchObject({ ok: false, error: { code: 'not-supported' } });
    }
    expect(await links.readAgreement(newAccountId())).toMatchObject({ ok: false, error: { code: 'account-missing' } });
  });

  it('of practice is told by its tenant, kept for when that is gone, and never a page of another server', async () => {
    const folder = await temporaryFolder();
    const closed = openLinksDesk(folder, await closedAddress(), accountOf('practice'));
    const asked = { accountId: closed.account.id, purpose: 'customer-agreement' } as const;
    expect(await closed.links.linkOfLetter(asked)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    const tenant = await practiceTenant((origin) => ({ agreementLink: `${origin}/portal/agreement/x` }));
    const link = { ok: true, value: `${tenant.url}/portal/agreement/x` };
    expect(await openLinksDesk(folder, tenant.url, closed.account).links.linkOfLetter(asked)).toEqual(link);
    expect(await openLinksDesk(folder, await closedAddress(), closed.account).links.linkOfLetter(asked)).toEqual(link);
    const liar = await practiceTenant(() => ({ agreementLink: 'https://evil.example/portal/agreement/x' }));
    expect(await openLinksDesk(folder, liar.url, closed.account).links.linkOfLetter(asked)).toEqual(link);
  });
});
