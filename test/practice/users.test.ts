import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { strangerTenantId } from '../../electron/practice/seed/provider.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { newCustomer, type PracticeClient, type PracticeReply, startPracticeClient } from '../support/practice-client.ts';
import { codeOf, collectionOf, textAt } from './shapes.ts';

let client: PracticeClient & { readonly close: () => Promise<void> };
let folder: string;
const { tenantId, domain } = createSeed('small').listingAt(0);
const users = `/v1/customers/${tenantId}/users`;
const password = 'Kq7*mmWx2-tR';
const newPassword = (text: string): object => ({
  PasswordProfile: { Password: text, ForceChangePassword: true }, Attributes: { ObjectType: 'CustomerUser' },
});
type Items = readonly Readonly<Record<string, unknown>>[];
const listed = async (path = users): Promise<Items> => collectionOf((await client.call('GET', path)).body).items;
const adminPath = async (): Promise<string> => `${users}/${textAt((await listed())[0], 'id')}`;
const stateFile = (): string => join(folder, 'state.jsonl');
const refusal = ({ status, body }: PracticeReply): unknown => [status, codeOf(body)];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'practice-'));
  client = await startPracticeClient({ stateFile: stateFile() });
});
afterEach(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

describe('users of a customer', () => {
  it('are its first administrator and its contact, each readable alone, with their directory roles', async () => {
    const [admin, contact, ...others] = await listed();
    expect(others).toEqual([]);
    expect(admin).toMatchObject({ userPrincipalName: `admin@${domain}`, state: 'active', attributes: { objectType: 'CustomerUser' } });
    expect(contact).toMatchObject({ usageLocation: 'IT', userDomainType: 'none' });
    expect((await client.call('GET', `${users}/${textAt(admin, 'id')}`)).body).toEqual(admin);
    expect(await listed(`${users}/${textAt(admin, 'id')}/directoryroles`)).toMatchObject([{ name: 'Global Administrator' }]);
    expect(await listed(`${users}/${textAt(contact, 'id')}/directoryroles`)).toEqual([]);
  });

  it('of a new customer are the administrator whose credentials its creation gave', async () => {
    const made = await client.call('POST', '/v1/customers', { body: newCustomer('officineverdi.onmicrosoft.com') });
    expect(await listed(`/v1/customers/${textAt(made.body, 'id')}/users`)).toMatchObject([
      { userPrincipalName: 'admin@officineverdi.onmicrosoft.com', displayName: 'Officine Verdi S.r.l.' },
    ]);
  });

  it('can be created, the password given once and kept nowhere', async () => {
    const body = { usageLocation: 'IT', userPrincipalName: `anna@${domain}`, displayName: 'Anna' };
    const reply = await client.call('POST', users, { body });
    expect([reply.status, reply.body]).toMatchObject([200, { passwordProfile: { forceChangePassword: true } }]);
    expect((await listed()).at(-1)).toMatchObject({ userPrincipalName: `anna@${domain}`, displayName: 'Anna' });
    expect(readFileSync(stateFile(), 'utf8')).not.toContain(textAt(reply.body, 'passwordProfile', 'password'));
    for (const wrong of [{}, { userPrincipalName: 'anna@elsewhere.example' }]) {
      expect(refusal(await client.call('POST', users, { body: { ...body, ...wrong } }))).toEqual([400, 3000]);
    }
  });

  it('are refused for an unknown user, an unknown customer, somebody else\'s, and without the role', async () => {
    const nobody = `${users}/${randomUUID()}`;
    expect(refusal(await client.call('GET', nobody))).toEqual([404, 60002]);
    expect(refusal(await client.call('GET', `${nobody}/directoryroles`))).toEqual([404, 60002]);
    expect(refusal(await client.call('PATCH', `${nobody}/resetpassword`, { body: newPassword(password) }))).toEqual([404, 60002]);
    expect(refusal(await client.call('GET', `/v1/customers/${randomUUID()}/users`))).toEqual([404, 60003]);
    expect(refusal(await client.call('GET', `/v1/customers/${strangerTenantId}/users`))).toEqual([403, 20002]);
    const admin = await adminPath();
    await client.fault({ kind: 'withdraw-user-role' });
    for (const [method, path] of [['GET', users], ['GET', admin], ['PATCH', `${admin}/resetpassword`]] as const) {
      const body = method === 'PATCH' ? { body: newPassword(password) } : {};
      expect(refusal(await client.call(method, path, body))).toEqual([403, 900308]);
    }
    expect((await client.ledger()).counts).toEqual({});
    await client.fault({ clear: true });
    expect((await client.call('GET', users)).status).toBe(200);
  });
});

describe('resetting a password', () => {
  it.each(['/resetpassword', ''])('sets it once for one request, on the path that ends in "%s", and keeps a hash only', async (end) => {
    const [path, requestId] = [`${await adminPath()}${end}`, randomUUID()];
    const first = await client.call('PATCH', path, { body: newPassword(password), requestId });
    expect([first.status, first.body]).toMatchObject([200, { userPrincipalName: `admin@${domain}`, passwordProfile: { password } }]);
    expect((await client.call('PATCH', path, { body: newPassword(password), requestId })).status).toBe(200);
    const ledger = await client.ledger();
    expect(ledger.counts).toEqual({ 'reset-user-password': 1 });
    expect(ledger.writes).toMatchObject([{ effect: 'reset-password', tenantId }]);
    expect(JSON.stringify(ledger)).not.toContain(password);
    const kept = readFileSync(stateFile(), 'utf8');
    expect(kept).not.toContain(password);
    expect(kept).toContain(createHash('sha256').update(password).digest('hex'));
  });

  it.each(['short', 'onlylowercase', 'Short1*'])('refuses the weak password %s, and a body without its type', async (weak) => {
    const path = `${await adminPath()}/resetpassword`;
    expect(refusal(await client.call('PATCH', path, { body: newPassword(weak) }))).toEqual([400, 3000]);
    const bare = { passwordProfile: { password, forceChangePassword: true } };
    expect(refusal(await client.call('PATCH', path, { body: bare }))).toEqual([400, 3000]);
    expect((await client.ledger()).counts).toEqual({});
  });
});
