import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { newCustomer, type PracticeClient, startPracticeClient } from '../support/practice-client.ts';
import { codeOf, collectionOf, textAt } from './shapes.ts';

let client: PracticeClient & { readonly close: () => Promise<void> };
const reseller = createSeed('small').resellerAt(0);
const post = (body: unknown, requestId: string = randomUUID()): ReturnType<PracticeClient['call']> =>
  client.call('POST', '/v1/customers', { body, requestId });

type Changes = Readonly<Record<string, unknown>>;
const customerShape = z.object({
  companyProfile: z.looseObject({}),
  billingProfile: z.looseObject({ defaultAddress: z.looseObject({}) }),
});
const hungary = { country: 'HU', city: 'Budapest', postalCode: '1011', state: undefined };
function changed(domain: string, address: Changes, company: Changes = {}, billing: Changes = {}): unknown {
  const customer = customerShape.parse(newCustomer(domain));
  return {
    companyProfile: { ...customer.companyProfile, ...company },
    billingProfile: {
      ...customer.billingProfile,
      ...billing,
      defaultAddress: { ...customer.billingProfile.defaultAddress, ...address },
    },
  };
}

beforeAll(async () => {
  client = await startPracticeClient();
});
afterAll(async () => {
  await client.close();
});

describe('creating a customer', () => {
  it('gives the credentials once, and the same again to the same request', async () => {
    const requestId = randomUUID();
    const first = await post(newCustomer('officineverdi.onmicrosoft.com', reseller.tenantId), requestId);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      relationshipToPartner: 'reseller',
      associatedPartnerId: reseller.tenantId,
      allowDelegatedAccess: true,
    });
    const again = await post(newCustomer('officineverdi.onmicrosoft.com', reseller.tenantId), requestId);
    expect(again.body).toEqual(first.body);
    const id = textAt(first.body, 'id');
    const password = textAt(first.body, 'userCredentials', 'password');
    const ledger = await client.ledger();
    expect(ledger.counts).toEqual({ 'create-customer': 1 });
    expect(ledger.writes).toMatchObject([
      { effect: 'created-customer', scenario: 'create-customer-for-reseller', tenantId: id, requestId, status: 201 },
    ]);
    expect(ledger.replays).toMatchObject([{ replay: true, tenantId: id, requestId }]);
    const read = await client.call('GET', `/v1/customers/${id}`);
    expect(JSON.stringify([ledger, read.body])).not.toContain(password);
    expect(JSON.stringify(ledger)).not.toContain(createHash('sha256').update(password).digest('hex'));
    const filter = encodeURIComponent(
      JSON.stringify({ Field: 'IndirectReseller', Value: reseller.tenantId, Operator: 'starts_with' }),
    );
    expect(
      collectionOf((await client.call('GET', `/v1/customers?size=0&filter=${filter}`)).body).items.map((item) => item.id),
    ).toContain(id);
    expect((await client.call('HEAD', '/v1/domains/OfficineVerdi.onmicrosoft.com')).status).toBe(200);
    const twice = await post(newCustomer('officineverdi.onmicrosoft.com', reseller.tenantId));
    expect([twice.status, codeOf(twice.body)]).toEqual([400, 3000]);
  });

  it('reads PascalCase and null fields, as the public sample sends them', async () => {
    const reply = await post({
      Id: null,
      CommerceId: null,
      CompanyProfile: {
        TenantId: null,
        Domain: 'pascalcase1.onmicrosoft.com',
        CompanyName: null,
        Attributes: { ObjectType: 'CustomerCompanyProfile' },
      },
      BillingProfile: {
        Id: null,
        FirstName: null,
        Email: 'gena@esempio.example',
        Culture: 'IT-IT',
        Language: 'It',
        CompanyName: 'Esempio Pascal S.r.l.',
        DefaultAddress: {
          Country: 'IT',
          Region: null,
          City: 'Roma',
          State: 'RM',
          AddressLine1: 'Via Roma 1',
          AddressLine2: null,
          PostalCode: '00118',
          FirstName: 'Gena',
          LastName: 'Soto',
          PhoneNumber: '0655501010',
        },
      },
      RelationshipToPartner: 'none',
      UserCredentials: null,
      AssociatedPartnerId: null,
    });
    expect([reply.status, textAt(reply.body, 'relationshipToPartner')]).toEqual([201, 'none']);
  });

  it('needs both identifiers of the call', async () => {
    const body = newCustomer('nessunid.onmicrosoft.com');
    expect(codeOf((await client.call('POST', '/v1/customers', { body, headers: { 'MS-RequestId': 'not-a-guid' } })).body)).toBe(
      3000,
    );
    expect(codeOf((await client.call('POST', '/v1/customers', { body, headers: { 'MS-CorrelationId': '' } })).body)).toBe(3000);
  });

  it.each([
    [
      'a registration number where none is used',
      600002,
      changed('r1.onmicrosoft.com', {}, { organizationRegistrationNumber: '123' }),
    ],
    [
      'no registration number where one is needed',
      600049,
      changed('r2.onmicrosoft.com', hungary, {}, { culture: 'hu-HU', language: 'hu' }),
    ],
    [
      'a malformed registration number',
      600050,
      changed('r3.onmicrosoft.com', hungary, { organizationRegistrationNumber: 'x' }, { culture: 'hu-HU', language: 'hu' }),
    ],
    [
      'no phone number where one is needed',
      600051,
      changed('r4.onmicrosoft.com', { ...hungary, phoneNumber: undefined }, { organizationRegistrationNumber: '12345678-1-12' }),
    ],
    ['a bad postal code', 2007, changed('r5.onmicrosoft.com', { postalCode: '2012' })],
    ['a culture of another country', 3000, changed('r6.onmicrosoft.com', {}, {}, { culture: 'fr-FR' })],
    ['a language of another country', 3000, changed('r7.onmicrosoft.com', {}, {}, { language: 'fr' })],
    ['no e-mail', 3000, changed('r8.onmicrosoft.com', {}, {}, { email: 'none' })],
    ['no city', 3000, changed('r9.onmicrosoft.com', { city: '' })],
    ['an unknown country', 3000, changed('r10.onmicrosoft.com', { country: 'XX' })],
    [
      'a country outside the region',
      2030,
      changed('r11.onmicrosoft.com', { country: 'JP', postalCode: '' }, {}, { culture: 'ja-JP', language: 'ja' }),
    ],
    ['a domain elsewhere', 3000, changed('esempio.example', {})],
    ['a password', 3000, { ...newCustomer('r12.onmicrosoft.com'), userCredentials: { userName: 'admin', password: 'x' } }],
  ])('refuses %s', async (_name, code, body) => {
    expect(codeOf((await post(body)).body)).toBe(code);
  });

  it('refuses a reseller without an active partnership with 403', async () => {
    const seed = createSeed('small');
    for (const tenantId of [randomUUID(), seed.resellerAt(24).tenantId]) {
      expect((await post(newCustomer('noreseller.onmicrosoft.com', tenantId))).status).toBe(403);
    }
  });
});

describe('checks before creating', () => {
  const check = async (address: Changes): Promise<unknown> =>
    (
      await client.call('POST', '/v1/validations/address', {
        body: { AddressLine1: 'Via Dante 3', City: 'Milano', PostalCode: '20121', Country: 'IT', ...address },
      })
    ).body;

  it.each([
    ['VerifiedShippable', {}],
    ['Verified', { City: 'Monza', PostalCode: '20900' }],
    ['InteractionRequired', { City: 'Roma' }],
    ['InteractionRequired', { AddressLine1: 'Via Suggerita 9' }],
    ['Multiple', { AddressLine1: 'Via Multipla' }],
    ['None', { PostalCode: '201' }],
    ['StreetPartial', { AddressLine1: 'Via Parziale' }],
    ['PremisesPartial', { AddressLine1: 'Via Roma 2 interno 4' }],
    ['NotValidated', { AddressLine1: 'Via non verificabile' }],
  ])('answers %s for %o', async (status, address) => {
    expect(textAt(await check(address), 'status')).toBe(status);
  });

  it('can still answer in the form of 2021, and refuses a bare request', async () => {
    const old = await check({ AddressLine1: 'Via Vecchia forma' });
    expect(codeOf(old)).toBe(2007);
    expect(JSON.parse(textAt(old, 'description'))).toMatchObject({ code: '60071', resource_status: 'Active' });
    expect(codeOf(await check({ City: undefined }))).toBe(3000);
  });

  it('answers 404 for a free domain and 200 for a taken one', async () => {
    expect((await client.call('HEAD', '/v1/domains/libero.onmicrosoft.com')).status).toBe(404);
    expect((await client.call('HEAD', `/v1/domains/${createSeed('small').listingAt(7).domain}`)).status).toBe(200);
    await client.fault({ kind: 'take-domain', domain: 'libero.onmicrosoft.com' });
    expect((await client.call('HEAD', '/v1/domains/libero.onmicrosoft.com')).status).toBe(200);
    await client.fault({ clear: true });
  });

  it('gives the rules of every country', async () => {
    const rules = async (iso2: string): Promise<unknown> => (await client.call('GET', `/v1/countryvalidationrules/${iso2}`)).body;
    expect(await rules('it')).toMatchObject({
      iso2Code: 'IT',
      postalCodeRegex: '^\\d{5}$',
      supportedCulturesList: ['it-IT', 'en-US'],
      isStateRequired: false,
    });
    expect(await rules('US')).toMatchObject({ isStateRequired: true });
    expect(await rules('HU')).toMatchObject({
      customerOrganizationRegistrationNumberRequired: true,
      customerOrganizationPhoneNumberRequired: true,
    });
    expect(codeOf(await rules('XX'))).toBe(1000);
  });
});

describe('the fault half-make-customer', () => {
  it('makes the tenant, refuses the creation, gives the same refusal to the same request, and ends with the fault', async () => {
    await client.fault({ kind: 'half-make-customer' });
    const requestId = randomUUID();
    const domain = 'mezzofatta.onmicrosoft.com';
    const first = await post(newCustomer(domain, reseller.tenantId), requestId);
    expect([first.status, codeOf(first.body)]).toEqual([400, 3000]);
    expect(JSON.stringify(first.body)).not.toContain('userCredentials');
    expect((await post(newCustomer(domain, reseller.tenantId), requestId)).body).toEqual(first.body);
    expect((await client.call('HEAD', `/v1/domains/${domain}`)).status).toBe(200);
    const filter = encodeURIComponent(JSON.stringify({ Field: 'Domain', Value: domain, Operator: 'starts_with' }));
    expect(collectionOf((await client.call('GET', `/v1/customers?filter=${filter}`)).body).totalCount).toBe(1);
    await client.fault({ clear: true });
    expect((await post(newCustomer('interafatta.onmicrosoft.com', reseller.tenantId))).status).toBe(201);
  });
});
