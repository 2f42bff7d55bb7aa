import { describe, expect, it } from 'vitest';
import { performers } from '../../../electron/partner-center/server-calls.ts';
import { failureCodeOf } from '../../../shared/partner-center/error-codes.ts';
import { readPartnerOfRecordResults } from '../../../shared/partner-center/readers/partner-checks.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { ServerCallName } from '../../../shared/partner-center/server-call.ts';
import { connectionTo, localServer } from './support/local-server.ts';
import { openPracticeDesk } from './support/practice-desk.ts';

const requestId = crypto.randomUUID();
const customerId = crypto.randomUUID();

/** One exchange with a server that answers this; its answer must fit the contract. */
async function exchange(
  name: Exclude<ServerCallName, 'create-customer' | 'reset-password'>, input: object, status: number, body: unknown,
): Promise<{ answer: unknown; url: string }> {
  const server = await localServer((response) => response.writeHead(status).end(JSON.stringify(body)));
  const answer = await performers[name](connectionTo(server.url), input, requestId);
  if (answer.outcome === 'answered') serverCalls[name].out.parse(answer.value);
  const [asked] = server.asked;
  expect(asked?.headers['ms-requestid']).toBe(requestId);
  return { answer, url: `${asked?.method ?? ''} ${asked?.url ?? ''}` };
}

describe('whether a reseller signed the agreement', () => {
  it.each([
    [200, { isAgreementSigned: true }, true],
    [200, { IsAgreementSigned: 'false' }, false],
    [400, { code: 2203, description: 'not signed' }, false],
    [400, { code: '2206', description: 'not signed' }, false],
  ])('%i %j is an answer', async (status, body, isSigned) => {
    const { answer, url } = await exchange('check-agreement', { partnerId: '4890002' }, status, body);
    expect(answer).toMatchObject({ outcome: 'answered', value: { isSigned } });
    expect(url).toBe('GET /v1/compliance/csp/agreementstatus?mpnId=4890002');
  });

  it.each([
    [2200, 'partner-id-unknown'], [2201, 'partner-id-region'], [2204, 'partner-id-not-reseller'], [2205, 'partner-id-unknown'],
  ])('%i keeps its own words', async (code, meaning) => {
    const { answer } = await exchange('check-agreement', { partnerId: '4890002' }, 400, { code, description: 'no' });
    expect(answer).toMatchObject({ outcome: 'refused', failure: { code: meaning, serverCode: String(code) } });
  });
});

describe('whether Partner IDs may stand on an order', () => {
  it('is read id by id, with codes as numbers or texts, and nothing is made up', async () => {
    const { answer, url } = await exchange('validate-resellers', { partnerIds: ['4890002', '4890003', '4890004', '4890005'] }, 200, {
      validationResults: [
        { partnerId: '4890002', isValidPartnerIdOnRecord: true, errorCode: 0, errorDescription: '' },
        { PartnerId: 4890003, IsValidPartnerIdOnRecord: 'False', ErrorCode: 900400, ErrorDescription: 'unknown' },
        { partnerId: '4890004', isValidPartnerIdOnRecord: false, errorCode: '900154' },
        { partnerId: '4890005' },
        { isValidPartnerIdOnRecord: true },
        { partnerId: '4899999', isValidPartnerIdOnRecord: true },
        'noise',
      ],
    });
    expect(url).toBe('POST /v1/partners/validateresellers');
    expect(answer).toMatchObject({
      outcome: 'answered',
      value: {
        results: [
          { partnerId: '4890002', isValid: true },
          { partnerId: '4890003', isValid: false, code: '900400', text: 'unknown' },
          { partnerId: '4890004', isValid: false, code: '900154' },
        ],
      },
    });
    expect(readPartnerOfRecordResults({ validationResults: [] })).toEqual([]);
    expect(readPartnerOfRecordResults({ results: [] })).toBeUndefined();
  });

  it('is refused as a whole, or not answered at all', async () => {
    const input = { partnerIds: ['4890002'] };
    expect((await exchange('validate-resellers', input, 403, { code: '900308' })).answer).toMatchObject({ failure: { code: 'role-missing' } });
    expect((await exchange('validate-resellers', input, 200, {})).answer).toMatchObject({
      outcome: 'no-answer', failure: { code: 'malformed-answer' },
    });
  });
});

describe('resellers and support contacts', () => {
  it('reads the whole list, page after page', async () => {
    const item = (id: string): object => ({ id, name: 'R', mpnId: '4890002', state: 'Active', location: 'it' });
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
    const next = { next: { headers: [{ key: 'MS-ContinuationToken', value: 'a,b' }] } };
    const server = await localServer((response, _asked, count) =>
      response.end(JSON.stringify(count === 1 ? { items: [item(first)], links: next } : { items: [item(second)] })),
    );
    const answer = await performers['list-resellers'](connectionTo(server.url), {}, requestId);
    expect(answer).toMatchObject({ value: { resellers: [{ id: first, location: 'IT' }, { id: second }] } });
    expect(server.asked.map(({ url }) => url)).toEqual([
      '/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf',
      '/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf&seekOperation=Next',
    ]);
  });

  it('takes a list that is not whole for no answer: who is missing in it would count as gone', async () => {
    const { answer } = await exchange('list-resellers', {}, 200, { items: [{ name: 'no tenant' }, { id: 'no GUID' }] });
    expect(answer).toMatchObject({ outcome: 'no-answer', failure: { code: 'malformed-answer' } });
    const row = { id: crypto.randomUUID(), name: 'A' };
    const lacking = [{}, null, { code: 400_072, description: 'x' }, { items: [row], totalCount: 2 }, { items: [row, { id: 'no GUID' }] }];
    for (const body of lacking) {
      const heard = await exchange('list-resellers', {}, 200, body);
      expect(heard.answer).not.toMatchObject({ outcome: 'answered' });
    }
    expect((await exchange('list-resellers', {}, 200, { items: [row], totalCount: 1 })).answer).toMatchObject({ outcome: 'answered' });
    expect((await exchange('list-resellers', {}, 200, { items: [] })).answer).toMatchObject({ value: { resellers: [] } });
  });

  it('reads who supports a subscription', async () => {
    const subscriptionId = crypto.randomUUID();
    const tenant = crypto.randomUUID();
    const contact = { supportTenantId: tenant.toUpperCase(), supportMpnId: 4890002, name: 'Rossi', attributes: { objectType: 'SupportContact' } };
    const { answer, url } = await exchange('read-support-contact', { customerId, subscriptionId }, 200, contact);
    expect(answer).toMatchObject({ outcome: 'answered', value: { tenantId: tenant, partnerId: '4890002', name: 'Rossi' } });
    expect(url).toBe(`GET /v1/customers/${customerId}/subscriptions/${subscriptionId}/supportcontact`);
    const gone = await exchange('read-support-contact', { customerId, subscriptionId }, 404, { code: 20003, description: 'none' });
    expect(gone.answer).toMatchObject({ failure: { code: 'subscription-not-found' } });
  });

  it('are answered by the practice tenant', async () => {
    const { send, reseller } = await openPracticeDesk();
    expect(await send('check-agreement', { partnerId: reseller.partnerId })).toMatchObject({ outcome: 'answered', value: { isSigned: true } });
    const asked = { partnerIds: [reseller.partnerId, '4899999'] };
    expect(await send('validate-resellers', asked)).toMatchObject({
      value: { results: [{ partnerId: reseller.partnerId, isValid: true }, { partnerId: '4899999', isValid: false, code: '900400' }] },
    });
    const list = await send('list-resellers', {});
    expect(list).toMatchObject({ outcome: 'answered' });
    const { resellers } = serverCalls['list-resellers'].out.parse(list.outcome === 'answered' ? list.value : undefined);
    expect(resellers.map(({ id }) => id)).toContain(reseller.id);
  });
});

it('tells a change by somebody else from a change that is not possible', () => {
  expect(failureCodeOf(412, undefined)).toBe('resource-changed');
  expect(failureCodeOf(409, '2055', 'subscription')).toBe('resource-changed');
  expect(failureCodeOf(400, '900400')).toBe('partner-id-unknown');
});
