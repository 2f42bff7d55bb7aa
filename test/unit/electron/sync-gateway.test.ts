import { describe, expect, it } from 'vitest';
import { AccountId, newOperationId, newRequestId, newStepId, ProviderTenantId } from '../../../shared/ids.ts';
import type { Incoming } from '../../../shared/sync/exchange.ts';
import { customerForm } from './support/forms.ts';
import { openPracticeDesk } from './support/practice-desk.ts';
import type { PracticeDesk } from './support/practice-desk.ts';
import { filesHolding } from './support/temporary-folder.ts';

const codeOf = (incoming: Incoming): string =>
  incoming.outcome === 'answered' ? 'answered' : `${incoming.outcome} ${incoming.failure.code}`;

async function passwordOf(desk: PracticeDesk, operationId: ReturnType<typeof newOperationId>): Promise<string> {
  const opened = await desk.envelopes.open(desk.account.id, operationId);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.password;
}

describe('a new customer', () => {
  it('is created for its reseller, with the password in the envelope and nowhere else', async () => {
    const desk = await openPracticeDesk();
    const operationId = newOperationId();
    const answer = await desk.send('create-customer', { form: customerForm('panificio'), reseller: desk.reseller }, { operationId });
    expect(answer).toMatchObject({ outcome: 'answered', value: { domain: 'panificio.onmicrosoft.com', credentials: 'sealed' } });
    const password = await passwordOf(desk, operationId);
    expect(password.length).toBeGreaterThan(7);
    expect(JSON.stringify(answer)).not.toContain(password);
    expect(await filesHolding(desk.folder, password)).toEqual([]);
    expect(await desk.envelopes.list(desk.account.id)).toMatchObject([
      { state: 'sealed', userName: 'admin@panificio.onmicrosoft.com', customerName: 'Panificio Rossi S.r.l.' },
    ]);
    const { writes } = await desk.ledger();
    expect(writes.map((write) => write.scenario)).toEqual(['create-customer-for-reseller']);
    expect(writes[0]?.body).toMatchObject({ associatedPartnerId: desk.reseller.id });
  });

  it.each(['drop-answer', 'cut-body', 'malformed-json'] as const)('is not doubled after %s, and its password is not lost', async (kind) => {
    const desk = await openPracticeDesk();
    const ids = { operationId: newOperationId(), requestId: newRequestId() };
    const input = { form: customerForm('panificio'), reseller: desk.reseller };
    await desk.fault({ kind, match: { scenario: 'create-customer' } });
    expect((await desk.send('create-customer', input, ids)).outcome).toBe('no-answer');
    expect(await desk.envelopes.list(desk.account.id)).toEqual([]);
    expect(await desk.send('create-customer', input, ids)).toMatchObject({ outcome: 'answered', value: { credentials: 'sealed' } });
    const first = await passwordOf(desk, ids.operationId);
    expect(await desk.send('create-customer', input, ids)).toMatchObject({ outcome: 'answered', value: { credentials: 'sealed' } });
    expect(await passwordOf(desk, ids.operationId)).toBe(first);
    expect((await desk.ledger()).counts).toEqual({ 'create-customer': 1 });
  });

  it('cannot be created without a reseller unless direct was chosen', async () => {
    const desk = await openPracticeDesk();
    const form = customerForm('panificio');
    expect(codeOf(await desk.send('create-customer', { form }))).toBe('refused reseller-missing');
    expect(codeOf(await desk.send('create-customer', { form, reseller: { kind: 'direct' } }))).toBe('refused reseller-missing');
    expect((await desk.ledger()).counts).toEqual({});
    const direct = await desk.send('create-customer', { form, reseller: { kind: 'direct', isConfirmed: true } });
    expect(direct.outcome).toBe('answered');
    expect((await desk.ledger()).writes.map((write) => write.scenario)).toEqual(['create-customer']);
  });

  it('says which field is wrong: domain, address, reseller', async () => {
    const desk = await openPracticeDesk();
    const form = customerForm('panificio');
    await desk.fault({ kind: 'take-domain', domain: form.domain });
    expect(await desk.send('check-domain', { domain: form.domain })).toMatchObject({ value: { isFree: false } });
    const taken = await desk.send('create-customer', { form, reseller: desk.reseller });
    expect(taken).toMatchObject({ outcome: 'refused', failure: { code: 'domain-taken', field: 'domain', values: { domain: form.domain } } });
    await desk.fault({ kind: 'suspend-reseller', mpnId: desk.reseller.partnerId });
    const suspended = await desk.send('create-customer', { form: customerForm('altro'), reseller: desk.reseller });
    const noPartner = { code: 'reseller-not-partner', values: { reseller: desk.reseller.name } };
    expect(suspended).toMatchObject({ outcome: 'refused', failure: noPartner });
    const address = { ...form.address, addressLine1: 'Via Suggerita 3' };
    const verdict = { status: 'InteractionRequired', suggestions: [{ addressLine1: 'Via Roma 1' }] };
    expect(await desk.send('check-address', { address })).toMatchObject({ value: verdict });
    const oldForm = await desk.send('check-address', { address: { ...form.address, addressLine1: 'Vecchia forma 1' } });
    expect(oldForm).toMatchObject({ outcome: 'answered', value: verdict });
  });
});

describe('what stands in the way', () => {
  const domain = { domain: 'panificio.onmicrosoft.com' };

  it('refuses another tenant, an unknown account and a call while offline, without asking the server', async () => {
    const desk = await openPracticeDesk();
    const { id: accountId, tenantId } = desk.account;
    const out = { accountId, tenantId, operationId: newOperationId(), stepId: newStepId(), requestId: newRequestId() };
    const other = ProviderTenantId.parse(crypto.randomUUID());
    const input = { form: customerForm('panificio'), reseller: desk.reseller };
    expect(codeOf(await desk.gateway.exchange({ ...out, tenantId: other, call: 'create-customer', input }))).toBe('not-sent wrong-tenant');
    const nobody = AccountId.parse(crypto.randomUUID());
    const unknown = await desk.gateway.exchange({ ...out, accountId: nobody, call: 'create-customer', input });
    expect(codeOf(unknown)).toBe('not-sent account-missing');
    desk.connectivity.state = { isOnline: false, reason: 'work-offline' };
    expect(codeOf(await desk.gateway.exchange({ ...out, call: 'create-customer', input }))).toBe('not-sent offline');
    expect((await desk.ledger()).counts).toEqual({});
  });

  it('gets a new token and goes on when the server no longer takes the old one', async () => {
    const desk = await openPracticeDesk();
    expect((await desk.send('check-domain', domain)).outcome).toBe('answered');
    await desk.fault({ kind: 'expire-tokens' });
    const created = await desk.send('create-customer', { form: customerForm('panificio'), reseller: desk.reseller });
    expect(created.outcome).toBe('answered');
    expect((await desk.ledger()).counts).toEqual({ 'create-customer': 1 });
  });

  it('waits for the person when the sign-in has ended, and goes on after it', async () => {
    const desk = await openPracticeDesk();
    await desk.send('check-domain', domain);
    await desk.fault({ kind: 'require-mfa' });
    expect(codeOf(await desk.send('check-domain', domain))).toBe('not-sent mfa-needed');
    expect(await desk.accounts.addPractice()).toMatchObject({ ok: true, value: { id: desk.account.id } });
    expect((await desk.send('check-domain', domain)).outcome).toBe('answered');
  });

  it('waits like for a network when the sign-in service is in trouble, and as long as it asks', async () => {
    const desk = await openPracticeDesk();
    const input = { form: customerForm('panificio'), reseller: desk.reseller };
    const match = { scenario: 'acquire-token' };
    await desk.fault({ kind: 'status', status: 503, match });
    expect(codeOf(await desk.send('create-customer', input))).toBe('not-sent unreachable');
    await desk.fault({ kind: 'malformed-json', match });
    expect(codeOf(await desk.send('create-customer', input))).toBe('not-sent unreachable');
    await desk.fault({ kind: 'throttle', retryAfter: 40, match });
    expect(await desk.send('create-customer', input)).toMatchObject({ outcome: 'throttled', retryAfterSeconds: 40 });
    expect((await desk.ledger()).counts).toEqual({});
    expect((await desk.send('create-customer', input)).outcome).toBe('answered');
  });

  it('honours Retry-After for every call of the account', async () => {
    const desk = await openPracticeDesk();
    await desk.fault({ kind: 'throttle', retryAfter: 40, match: { scenario: 'create-customer' } });
    const throttled = await desk.send('create-customer', { form: customerForm('panificio'), reseller: desk.reseller });
    expect(throttled).toMatchObject({ outcome: 'throttled', retryAfterSeconds: 40, failure: { code: 'throttled', httpStatus: 429 } });
    expect((await desk.send('check-domain', domain)).outcome).toBe('throttled');
    expect((await desk.ledger()).counts).toEqual({});
  });

  it.each([
    [500, 800_005, 'no-answer order-not-created'],
    [503, 1, 'no-answer unknown-server-code'],
    [403, 900_150, 'refused role-missing'],
    [400, 999_999, 'refused unknown-server-code'],
    [409, 800_060, 'refused order-in-progress'],
  ])('reads HTTP %i with code %i as %s', async (status, code, expected) => {
    const desk = await openPracticeDesk();
    await desk.fault({ kind: 'status', status, code, match: { scenario: 'create-customer' } });
    const answer = await desk.send('create-customer', { form: customerForm('panificio'), reseller: desk.reseller });
    expect(codeOf(answer)).toBe(expected);
    expect(answer).toMatchObject({ failure: { serverCode: String(code), httpStatus: status } });
    expect(answer).toHaveProperty('failure.correlationId');
  });

  it('hands out no write to a screen', async () => {
    const desk = await openPracticeDesk();
    const input = { form: customerForm('panificio'), reseller: desk.reseller };
    const answer = await desk.gateway.read({ accountId: desk.account.id, call: 'create-customer', input });
    expect(codeOf(answer)).toBe('refused invalid-input');
    expect((await desk.ledger()).counts).toEqual({});
  });
});
