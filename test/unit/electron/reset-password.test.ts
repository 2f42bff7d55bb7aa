import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resetPassword } from '../../../electron/sync/reset-password.ts';
import { newPassword } from '../../../electron/secrets/new-password.ts';
import { createSeed } from '../../../electron/practice/seed/seed.ts';
import { CustomerTenantId, newOperationId, newRequestId } from '../../../shared/ids.ts';
import { readCustomerUser } from '../../../shared/partner-center/readers/users.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { CustomerUser } from '../../../shared/domain/customer/customer-user.ts';
import { Incoming } from '../../../shared/sync/exchange.ts';
import { connectionTo, localServer } from './support/local-server.ts';
import { openPracticeDesk } from './support/practice-desk.ts';
import type { PracticeDesk } from './support/practice-desk.ts';
import { filesHolding } from './support/temporary-folder.ts';

const customer = createSeed('small').listingAt(0);
const customerId = CustomerTenantId.parse(customer.tenantId);
const openDesk = (): Promise<PracticeDesk> => openPracticeDesk({ stateFile: 'practice.jsonl' });

async function usersOf(desk: PracticeDesk): Promise<readonly CustomerUser[]> {
  const answer = await desk.gateway.read({ accountId: desk.account.id, call: 'list-users', input: { customerId } });
  if (answer.outcome !== 'answered') throw new Error(answer.failure.code);
  return serverCalls['list-users'].out.parse(answer.value).users;
}
async function resetOf(desk: PracticeDesk): Promise<object> {
  const [admin] = await usersOf(desk);
  if (admin === undefined) throw new Error('no administrator');
  return { customerId, customerName: customer.companyName, userId: admin.id, userName: admin.userName };
}
const stateOf = async (desk: PracticeDesk): Promise<unknown> => (await desk.envelopes.list(desk.account.id)).map(({ state }) => state);
async function passwordOf(desk: PracticeDesk, operationId: ReturnType<typeof newOperationId>): Promise<string> {
  const opened = await desk.envelopes.open(desk.account.id, operationId);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.password;
}
/** The practice tenant keeps hashes of the passwords that were set. */
const isSetOnServer = async (desk: PracticeDesk, password: string): Promise<boolean> =>
  (await readFile(join(desk.folder, 'practice.jsonl'), 'utf8')).includes(createHash('sha256').update(password).digest('hex'));

describe('users', () => {
  it('are read with names and state, and their roles one by one', async () => {
    const desk = await openDesk();
    const [admin, contact] = await usersOf(desk);
    expect(admin).toEqual({ id: admin?.id, userName: `admin@${customer.domain}`, displayName: customer.companyName, state: 'active' });
    const rolesOf = (user: CustomerUser | undefined): Promise<Incoming> =>
      desk.gateway.read({ accountId: desk.account.id, call: 'read-user-roles', input: { customerId, userId: user?.id } });
    expect(await rolesOf(admin)).toMatchObject({ outcome: 'answered', value: { roles: ['Global Administrator'] } });
    expect(await rolesOf(contact)).toMatchObject({ outcome: 'answered', value: { roles: [] } });
    await desk.fault({ kind: 'withdraw-user-role' });
    expect(await rolesOf(contact)).toMatchObject({ outcome: 'refused', failure: { code: 'user-role-missing', serverCode: '900308' } });
  });

  it('without a name are left out, and names come in either spelling', () => {
    const id = crypto.randomUUID();
    const read = readCustomerUser({ Id: id.toUpperCase(), UserPrincipalName: 'a@b.example' });
    expect(read).toEqual({ id, userName: 'a@b.example', displayName: '', state: '' });
    expect(readCustomerUser({ id, displayName: 'Anna' })).toBeUndefined();
    expect(readCustomerUser('noise')).toBeUndefined();
  });
});

describe('a new password', () => {
  it('is long, of every kind of sign, without those that look alike, and never twice the same', () => {
    const many = Array.from({ length: 500 }, newPassword);
    for (const one of many) expect(one).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*[2-9])(?=.*[*!%+?-])[^0O1lI]{16}$/u);
    expect(new Set(many).size).toBe(500);
  });
});

describe('resetting a password', () => {
  it('sets the one that is in the envelope and nowhere else, with a change asked for at the next sign-in', async () => {
    const desk = await openDesk();
    const operationId = newOperationId();
    const answer = await desk.send('reset-password', await resetOf(desk), { operationId });
    expect(answer).toMatchObject({ outcome: 'answered' });
    const password = await passwordOf(desk, operationId);
    expect(await isSetOnServer(desk, password)).toBe(true);
    expect(JSON.stringify(answer)).not.toContain(password);
    expect(await filesHolding(desk.folder, password)).toEqual([]);
    expect(await desk.envelopes.list(desk.account.id)).toMatchObject([
      { state: 'sealed', origin: 'reset', userName: `admin@${customer.domain}`, customerName: customer.companyName },
    ]);
    const { writes } = await desk.ledger();
    expect(writes.map(({ scenario, path }) => [scenario, path.endsWith('/resetpassword')])).toEqual([['reset-user-password', true]]);
  });

  it.each(['drop-answer', 'cut-body', 'malformed-json'] as const)('sets the same password once after %s and a restart', async (kind) => {
    const desk = await openDesk();
    const [ids, input] = [{ operationId: newOperationId(), requestId: newRequestId() }, await resetOf(desk)];
    await desk.fault({ kind, match: { scenario: 'reset-user-password' } });
    expect((await desk.send('reset-password', input, ids)).outcome).toBe('no-answer');
    expect(await stateOf(desk)).toEqual(['prepared']);
    const again = await desk.restarted();
    expect((await again.send('reset-password', input, ids)).outcome).toBe('answered');
    expect(await isSetOnServer(desk, await passwordOf(again, ids.operationId))).toBe(true);
    expect((await desk.ledger()).counts).toEqual({ 'reset-user-password': 1 });
  });

  it('loses nothing when the app dies between the answer of the server and its own (failure story F15)', async () => {
    const desk = await openDesk();
    const [ids, input] = [{ operationId: newOperationId(), requestId: newRequestId() }, await resetOf(desk)];
    await desk.fault({ kind: 'hold', id: 'answer', match: { scenario: 'reset-user-password' } });
    const dying = desk.send('reset-password', input, ids);
    await expect.poll(async () => (await desk.ledger()).counts).toEqual({ 'reset-user-password': 1 });
    const after = await desk.restarted();
    expect(await stateOf(after)).toEqual(['prepared']);
    expect((await after.send('reset-password', input, ids)).outcome).toBe('answered');
    const password = await passwordOf(after, ids.operationId);
    expect(await isSetOnServer(desk, password)).toBe(true);
    expect(await filesHolding(desk.folder, password)).toEqual([]);
    await fetch(`${desk.url}/_practice/release`, { method: 'POST', body: '{}' });
    await dying;
  });

  it('voids the envelope when the server refuses, and a new try makes another password', async () => {
    const desk = await openDesk();
    const [operationId, input] = [newOperationId(), await resetOf(desk)];
    await desk.fault({ kind: 'withdraw-user-role' });
    expect(await desk.send('reset-password', input, { operationId })).toMatchObject({ outcome: 'refused', failure: { code: 'user-role-missing' } });
    expect(await stateOf(desk)).toEqual(['void']);
    const unknown = await desk.send('reset-password', { ...input, userId: crypto.randomUUID() });
    expect(unknown).toMatchObject({ outcome: 'refused' });
    await fetch(`${desk.url}/_practice/faults`, { method: 'POST', body: JSON.stringify({ clear: true }) });
    expect(await desk.send('reset-password', { ...input, userId: crypto.randomUUID() })).toMatchObject({ failure: { code: 'user-not-found' } });
    expect((await desk.send('reset-password', input, { operationId })).outcome).toBe('answered');
    expect(await isSetOnServer(desk, await passwordOf(desk, operationId))).toBe(true);
  });

  it('keeps the password when a repetition is refused: the try before it may have set it', async () => {
    const desk = await openDesk();
    const [ids, input] = [{ operationId: newOperationId(), requestId: newRequestId() }, await resetOf(desk)];
    const match = { scenario: 'reset-user-password' };
    await desk.fault({ kind: 'drop-answer', match });
    await desk.send('reset-password', input, ids);
    await desk.fault({ kind: 'status', status: 403, code: 900_308, match });
    expect((await desk.send('reset-password', input, ids)).outcome).toBe('refused');
    expect(await stateOf(desk)).toEqual(['prepared']);
    expect((await desk.send('reset-password', input, ids)).outcome).toBe('answered');
    expect(await isSetOnServer(desk, await passwordOf(desk, ids.operationId))).toBe(true);
  });

  it('is not sent when its envelope cannot be written', async () => {
    const desk = await openDesk();
    const input = await resetOf(desk);
    await writeFile(join(desk.folder, 'envelopes'), 'in the way');
    expect(await desk.send('reset-password', input)).toMatchObject({ outcome: 'not-sent', failure: { code: 'storage-failed' } });
    expect((await desk.ledger()).counts).toEqual({});
  });

  it('tells the window none of the words of a server, which may quote the password in any spelling', async () => {
    const desk = await openDesk();
    const server = await localServer((response, { body }) => {
      const { passwordProfile } = JSON.parse(body) as { passwordProfile: { password: string } };
      const description = `Bad password ${passwordProfile.password.replaceAll(/./gu, '$& ')}`;
      response.writeHead(400).end(JSON.stringify({ code: 3000, description, data: [] }));
    });
    const log = { info: () => undefined, error: () => undefined };
    const answer = await resetPassword(
      { envelopes: desk.envelopes, envelopesChanged: () => undefined, log },
      { customerId, customerName: 'X', userId: crypto.randomUUID(), userName: 'a@b.example' },
      { accountId: desk.account.id, operationId: newOperationId(), connection: connectionTo(server.url), requestId: newRequestId() },
    );
    expect(Incoming.parse(answer)).toMatchObject({ outcome: 'refused', failure: { code: 'invalid-property', serverCode: '3000', httpStatus: 400 } });
    expect(JSON.stringify(answer)).not.toContain('Bad password');
    for (const part of ['serverText', 'field', 'values']) expect(answer).not.toHaveProperty(['failure', part]);
  });
});
