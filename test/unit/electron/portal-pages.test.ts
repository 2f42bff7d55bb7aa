import { beforeEach, describe, expect, it, vi } from 'vitest';
import { portalOpener, serverPageOpener } from '../../../electron/accounts/portal-pages.ts';
import { externalPractice } from '../../../electron/accounts/practice-host.ts';
import { createSeed } from '../../../electron/practice/seed/seed.ts';
import { isAllowedLink, isMicrosoftPage, isOneRun, isPageOf, isPortalPage } from '../../../electron/link-rule.ts';
import { openLink, openPageOf } from '../../../electron/links.ts';
import type { Account, AccountKind } from '../../../shared/domain/account.ts';
import { CustomerTenantId, newAccountId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { accountOf } from './support/account-desk.ts';
import { closedAddress, localServer } from './support/local-server.ts';
import { openPracticeDesk } from './support/practice-desk.ts';

/** What the browser was given. */
const opened = vi.hoisted((): string[] => []);
vi.mock(import('electron'), () => ({ shell: { openExternal: (url: string) => Promise.resolve(void opened.push(url)) } }) as object);

beforeEach(() => {
  opened.length = 0;
});

/** Opens the portal of an account as the app does. */
async function openPortal(account: Account, url: string, id = account.id, customerId?: CustomerTenantId): Promise<Result<unknown>> {
  const open = portalOpener({
    accounts: { list: () => Promise.resolve([account]) },
    practice: externalPractice(url),
    openPage: openPageOf,
  });
  return open({ accountId: id, ...(customerId === undefined ? { page: 'resellers' } : { page: 'customer', customerId }) });
}

describe('the portal of an account', () => {
  it.each<[AccountKind, string]>([
    ['public', 'https://partner.microsoft.com/dashboard/home'],
    ['us-government', 'https://partner.microsoft.com/dashboard/home'],
    ['china-21vianet', 'https://partner.partnercenter.microsoftonline.cn'],
  ])('of %s is entered at its documented address', async (kind, page) => {
    expect(await openPortal(accountOf(kind), await closedAddress())).toEqual(ok({}));
    expect(opened).toEqual([new URL(page).href]);
  });

  it('of practice is the page the practice tenant names, on its own server only', async () => {
    const { url, account } = await openPracticeDesk();
    expect(await openPortal(account, url)).toEqual(ok({}));
    expect(opened).toHaveLength(1);
    expect(opened[0]?.startsWith(`${url}/portal/`)).toBe(true);
    const page = await fetch(opened[0] ?? '');
    expect(page.status).toBe(200);
    const user = { tenantId: crypto.randomUUID(), clientId: 'c', refreshToken: 'r', userName: 'u', organization: 'o' };
    const liar = await localServer((response) =>
      response.end(JSON.stringify({ ...user, authority: url, resource: url, portalUrl: 'https://evil.example/portal' })),
    );
    opened.length = 0;
    expect(await openPortal(account, liar.url)).toMatchObject({ ok: false, error: { code: 'link-not-allowed' } });
    expect(opened).toEqual([]);
  });

  it('has a page of each customer, where the portal is Microsoft’s; else the portal is entered', async () => {
    const customerId = CustomerTenantId.parse('c0000000-0000-4000-8000-000000000001');
    for (const kind of ['public', 'us-government', 'china-21vianet'] as const) {
      const account = accountOf(kind);
      expect(await openPortal(account, await closedAddress(), account.id, customerId)).toEqual(ok({}));
    }
    const page = `https://partner.microsoft.com/dashboard/v2/customers/${customerId}/account`;
    expect(opened).toEqual([page, page, 'https://partner.partnercenter.microsoftonline.cn/']);
  });

  it('of practice shows a customer on its own page, and says when there is none', async () => {
    const { url, account } = await openPracticeDesk();
    const seeded = CustomerTenantId.parse(createSeed('small').listingAt(0).tenantId);
    expect(await openPortal(account, url, account.id, seeded)).toEqual(ok({}));
    expect(await openPortal(account, url, account.id, CustomerTenantId.parse(crypto.randomUUID()))).toEqual(ok({}));
    const [known, unknown] = await Promise.all(opened.map((page) => fetch(page)));
    expect([known?.status, unknown?.status]).toEqual([200, 404]);
    expect(await known?.text()).toContain(seeded);
    const forged = await fetch((opened[0] ?? '').replace(/provider\/[^/]+/u, 'provider/guessed'));
    expect(await forged.text()).not.toContain(seeded);
  });

  it('cannot be opened where there is none', async () => {
    const account = accountOf('practice');
    const closed = await closedAddress();
    expect(await openPortal(account, closed)).toMatchObject({ error: { code: 'unreachable' } });
    expect(await openPortal(account, closed, newAccountId())).toMatchObject({ error: { code: 'account-missing' } });
  });
});

describe('the rules of links', () => {
  it('tell pages of Microsoft from short links and from look-alikes', () => {
    expect(isMicrosoftPage('https://admin.microsoft.com/Adminportal/Home?a=b#/c')).toBe(true);
    expect(isMicrosoftPage('https://microsoft.com/')).toBe(true);
    expect(isAllowedLink('https://aka.ms/x')).toBe(true);
    expect(['https://aka.ms/x', 'https://microsoft.com.evil.example/', 'https://evilmicrosoft.com/'].filter(isMicrosoftPage)).toEqual([]);
  });

  it('tell pages of the portal from other pages of Microsoft', () => {
    const allowed = ['https://partner.microsoft.com/x', 'https://partnercenter.microsoft.com/x', 'https://admin.microsoft.com/x'];
    const others = [
      'https://answers.microsoft.com/x', 'https://go.microsoft.com/fwlink?x=1', 'https://login.microsoft.com/x', 'https://microsoft.com/',
      'https://x.partner.microsoft.com/', 'https://partner.microsoft.com.evil.example/', 'http://partner.microsoft.com/', 'nonsense',
    ];
    expect([...allowed, ...others].filter(isPortalPage)).toEqual(allowed);
  });

  it('tell pages of one server by its whole origin', () => {
    const origin = 'http://127.0.0.1:4010';
    expect(isPageOf(`${origin}/portal/x?y=z`, `${origin}/`)).toBe(true);
    const others = ['http://127.0.0.1:40100/', 'http://127.0.0.1/', 'https://127.0.0.1:4010/', 'http://a:b@127.0.0.1:4010/', 'nonsense', 'file:///x'];
    expect(others.filter((page) => isPageOf(page, origin))).toEqual([]);
    expect(isPageOf('file:///x', 'file:///y')).toBe(false);
  });

  it('want a link that stands as one run in a text', () => {
    expect(isOneRun('https://partner.microsoft.com/a?b=c&d=%C3%A8#e')).toBe(true);
    const noRuns = [
      'https://a.example/x y', 'https://a.example/"', 'https://a.example/è', 'https://a.example/\u202e', 'ftp://a.example',
    ];
    expect(noRuns.filter(isOneRun)).toEqual([]);
    const readOtherwise = [
      'https://a.example\\@b.example/x', 'https:///a.example/x', 'https://A.example/', 'https://a.example:443/',
      'https://a.example?x',
    ];
    expect(readOtherwise.filter(isOneRun)).toEqual([]);
    expect('. , ; : ! ? ) ]'.split(' ').map((sign) => `https://a.example/x${sign}`).filter(isOneRun)).toEqual([]);
  });
});

describe('a page that the server of an account told', () => {
  const open = (account: Account, url: string, page: string, id = account.id): Promise<Result<unknown>> =>
    serverPageOpener({
      accounts: { list: () => Promise.resolve([account]) }, practice: externalPractice(url), openPage: openPageOf, openLink,
    })(id, page);
  const refused = { ok: false, error: { code: 'link-not-allowed' } };

  it('of practice is a page of its portal, or one that anybody may open', async () => {
    const practice = accountOf('practice');
    const url = 'http://127.0.0.1:4010';
    expect(await open(practice, url, `${url}/portal/agreement-document/x?country=IT`)).toEqual(ok({}));
    expect(await open(practice, url, 'https://aka.ms/customeragreement')).toEqual(ok({}));
    expect(opened).toEqual([`${url}/portal/agreement-document/x?country=IT`, 'https://aka.ms/customeragreement']);
    for (const page of [
      `${url}/_practice/faults`, `${url}/v1/customers`, 'http://127.0.0.1:4011/portal/x', 'https://evil.example/portal/x', 'file:///portal/x',
    ]) {
      expect(await open(practice, url, page)).toMatchObject(refused);
    }
    expect(await open(practice, url, `${url}/portal/x`, newAccountId())).toMatchObject({ ok: false, error: { code: 'account-missing' } });
    expect(opened).toHaveLength(2);
  });

  it('of Microsoft is one of its own pages, never one on this computer', async () => {
    const account = accountOf('public');
    const url = 'http://127.0.0.1:4010';
    expect(await open(account, url, 'https://wopihost.int.l2o.microsoft.com/v1/officehost/x')).toEqual(ok({}));
    expect(await open(account, url, `${url}/portal/agreement/x`)).toMatchObject(refused);
    expect(await open(account, url, 'https://l2o.blob.core.windows.net/x')).toMatchObject(refused);
    expect(opened).toHaveLength(1);
  });
});
