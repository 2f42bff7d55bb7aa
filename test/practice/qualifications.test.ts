import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { approvedQualifications } from '../../electron/practice/qualifications.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { createState } from '../../electron/practice/state.ts';
import { type PracticeClient, startPracticeClient } from '../support/practice-client.ts';
import { codeOf } from './shapes.ts';

const seed = createSeed('small');
const customerId = (index: number): string => seed.listingAt(index).tenantId;
const path = `/v1/customers/${customerId(0)}`;
const listShape = z.array(
  z.object({
    qualification: z.string(),
    vettingStatus: z.enum(['InReview', 'Approved', 'Denied']),
    vettingReason: z.string().optional(),
    vettingCreatedDate: z.string(),
  }),
);
const codesShape = z.array(z.object({ validationId: z.string(), maxCreates: z.number(), remainingCreates: z.number() }));

let client: PracticeClient & { readonly close: () => Promise<void> };
let now: Date;

beforeEach(async () => {
  now = new Date();
  client = await startPracticeClient({ now: () => now });
});
afterEach(async () => {
  await client.close();
});

const ask = (body: unknown, query = '') => client.call('POST', `${path}/qualifications${query}`, { body });
const list = async (of = path) => listShape.parse((await client.call('GET', `${of}/qualifications`)).body);
const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
};

describe('a qualification', () => {
  it('is looked into for some minutes, then approved for the website of a school', async () => {
    const asked = await ask({ Qualification: 'Education', EducationSegment: 'K12', Website: 'https://www.liceo.edu.it/chi-siamo' });
    expect([asked.status, asked.body]).toEqual([
      201, { qualification: 'Education', vettingStatus: 'InReview', vettingCreateDate: now.toISOString() },
    ]);
    later(2);
    expect((await list())[0]?.vettingStatus).toBe('InReview');
    later(2);
    expect(await list()).toMatchObject([{ qualification: 'Education', vettingStatus: 'Approved' }]);
    expect((await client.call('GET', `${path}/qualification`)).body).toBe('education');
  });

  it.each([
    ['Education', 'K12', 'https://example.com/edu', 'Not an Education Customer'],
    ['Education', 'HigherEducation', 'edu-shop.example', 'Not an Education Customer'],
    ['StateOwnedEntity', undefined, 'https://azienda.example', 'Not a State-owned Entity'],
    ['StateOwnedEntity', undefined, undefined, 'Not a State-owned Entity'],
  ])('%s (%s) is denied with a reason for %s, and may be asked for again', async (qualification, segment, website, vettingReason) => {
    const body = { qualification, ...(segment && { educationSegment: segment }), ...(website && { website }) };
    expect((await ask(body)).status).toBe(201);
    expect((await ask(body)).status).toBe(409);
    later(4);
    expect(await list()).toMatchObject([{ vettingStatus: 'Denied', vettingReason }]);
    expect((await ask({ ...body, website: 'www.comune.gov.it' })).status).toBe(201);
    expect(await list()).toMatchObject([{ vettingStatus: 'InReview' }]);
  });

  it('needs what its kind needs', async () => {
    for (const body of [
      { qualification: 'None' }, { qualification: 'Nonprofit' }, { qualification: 'Education' }, {},
      { qualification: 'Education', educationSegment: 'Kindergarten' },
      { qualification: 'GovernmentCommunityCloud' }, { qualification: 'GovernmentCommunityCloud', validationCode: '1' },
    ]) {
      const reply = await ask(body);
      expect([reply.status, codeOf(reply.body)]).toEqual([400, 3000]);
    }
    expect(await list()).toEqual([]);
    expect((await client.ledger()).counts).toEqual({});
  });

  it('for the government cloud uses up its code, in the body or as in 2021 in the query', async () => {
    const codes = async () => codesShape.parse((await client.call('GET', '/v1/customers/all/validations')).body);
    const before = await codes();
    expect((await ask({ qualification: 'GovernmentCommunityCloud' }, '?code=987654')).status).toBe(201);
    expect(await codes()).toEqual(
      before.map((one) => (one.validationId === '987654' ? { ...one, remainingCreates: one.remainingCreates - 1 } : one)),
    );
    const body = { qualification: 'GovernmentCommunityCloud', validationCode: '987654' };
    const usedUp = await client.call('POST', `/v1/customers/${customerId(1)}/qualifications`, { body });
    expect([usedUp.status, codeOf(usedUp.body)]).toEqual([400, 3000]);
    later(4);
    expect(await list()).toMatchObject([{ qualification: 'GovernmentCommunityCloud', vettingStatus: 'Approved' }]);
  });

  it('is set at once by the old call, by name or number', async () => {
    const set = (body: unknown) => client.call('PUT', `${path}/qualification`, { body });
    expect((await client.call('GET', `${path}/qualification`)).body).toBe('none');
    expect((await set('"None"')).status).toBe(400);
    expect((await set('"GovernmentCommunityCloud"')).status).toBe(400);
    expect((await set('1')).body).toBe('education');
    expect(await list()).toMatchObject([{ qualification: 'Education', vettingStatus: 'Approved' }]);
  });

  it('is done once under one request id', async () => {
    const requestId = crypto.randomUUID();
    const body = { qualification: 'StateOwnedEntity', website: 'x.gov.it' };
    const [first, second] = [
      await client.call('POST', `${path}/qualifications`, { body, requestId }),
      await client.call('POST', `${path}/qualifications`, { body, requestId }),
    ];
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
    expect((await client.ledger()).counts).toEqual({ 'update-customer-qualification': 1 });
  });

  it('stands with some customers from the start, and tells what they may buy', async () => {
    const state = createState(seed, 'x'.repeat(32));
    expect(approvedQualifications(state, customerId(6), now)).toEqual(['Education']);
    expect(approvedQualifications(state, customerId(13), now)).toEqual(['Nonprofit']);
    expect(approvedQualifications(state, customerId(0), now)).toEqual([]);
    expect(await list(`/v1/customers/${customerId(31)}`)).toMatchObject([{ qualification: 'Education', vettingStatus: 'Approved' }]);
  });
});

describe('the review of a customer', () => {
  it('tells how it stands, for the account alone', async () => {
    const status = (index: number, type: string) => client.call('GET', `/v1/customers/${customerId(index)}/validationStatus?type=${type}`);
    expect((await status(0, 'account')).body).toMatchObject({ type: 'account', status: 'Allowed' });
    expect((await status(33, 'Account')).body).toMatchObject({ status: 'VettingPending' });
    expect(codeOf((await status(0, 'other')).body)).toBe(3000);
  });
});
