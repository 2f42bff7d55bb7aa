import { describe, expect, it } from 'vitest';
import { readRows } from '../../../shared/partner-center/readers/collection.ts';
import { readCountryRules } from '../../../shared/partner-center/readers/country-rules.ts';
import { readOrder } from '../../../shared/partner-center/readers/orders.ts';
import {
  readLegalBusinessProfile, readOrganizationProfile, readPartnerIdProfile, readSupportProfile,
} from '../../../shared/partner-center/readers/profiles.ts';
import { readSubscription } from '../../../shared/partner-center/readers/subscriptions.ts';
import { inPascalCase, sampleReply, sampleRequest } from './sample-reply.ts';

describe('orders, subscriptions, profiles and country rules as published', () => {
  it('reads orders', () => {
    const { rows, skipped } = readRows(sampleReply('list-orders'), readOrder) ?? { rows: [] };
    expect(skipped).toBe(0);
    expect(rows[0]).toMatchObject({
      id: '9qg-ErcO-4MPbPqq_3MIQaS7bn8W6HfG1', status: 'pending', createdAt: '2018-03-15T02:17:15.645Z',
    });
    expect(rows[1]?.lines[0]?.subscriptionId).toBe('DB8C695B-1C3C-4C55-B697-771503DD46BF');
    expect(readOrder(inPascalCase(sampleReply('create-order-for-reseller')))?.lines).toEqual([
      {
        lineNumber: 0, offerId: 'DB2E705F-B82A-4024-A3D5-D88E12F2DB35', friendlyName: 'New offer purchase.', quantity: 5,
        subscriptionId: '42226ED6-070A-4E0F-B80C-4CDFB3E97AA7', partnerId: '4847383',
      },
    ]);
    expect(readOrder(sampleRequest('create-order-for-reseller'))).toBeUndefined();
  });

  it('reads subscriptions, stray spaces in times included', () => {
    const rows = readRows(sampleReply('list-subscriptions'), readSubscription)?.rows;
    expect(rows).toEqual([
      {
        id: '83ef9d05-4169-4ef9-9657-0e86b1eab1de', offerName: 'nickname', friendlyName: 'nickname', quantity: 1,
        status: 'active', autoRenewEnabled: false, createdAt: '2015-11-25T06:41:12.000Z', startsAt: '2015-11-24T08:00:00.000Z',
        endsAt: '2016-12-12T08:00:00.000Z', orderId: '6183db3d-6318-4e52-877e-25806e4971be', billingType: 'none', unitType: 'none',
        contractType: 'subscription', entitlementId: 'a356ac8c-e310-44f4-bf85-C7f29044af99',
      },
    ]);
    expect(readSubscription(sampleReply('get-subscription--standard'))).toMatchObject({
      offerId: 'MS-AZR-0145P', endsAt: '9999-12-10T00:00:00.000Z',
    });
  });

  it('reads both editions of the country rules alike', () => {
    const published = readCountryRules(sampleReply('get-country-validation-rules'));
    expect(published).toMatchObject({
      iso2: 'US', defaultCulture: 'en-US', languages: ['en', 'es'], isStateRequired: true, postalCodeRegex: '^\\d{5}(-\\d{4})?$',
      callingCodes: ['1'], isRegistrationNumberRequired: false,
    });
    expect(published?.states).toHaveLength(51);
    const newer = {
      Iso2Code: 'br', SupportedCulturesList: ['pt-BR'], SupportedLanguagesList: ['pt'], SupportedStatesList: ['SP'],
      CountryCallingCodesList: [55], CustomerOrganizationRegistrationNumberRequired: true,
      CustomerOrganizationRegistrationNumberRegex: '^\\d{14}$', CustomerOrganizationPhoneNumberRequired: 'true',
    };
    expect(readCountryRules(newer)).toMatchObject({
      iso2: 'BR', defaultCulture: 'pt-BR', states: ['SP'], callingCodes: ['55'], isRegistrationNumberRequired: true,
      registrationNumberRegex: '^\\d{14}$', isPhoneNumberRequired: true,
    });
    expect(readCountryRules({ error: 'no country' })).toBeUndefined();
  });

  it('reads the own profiles', () => {
    expect(readOrganizationProfile(sampleReply('get-organization-profile'))).toEqual({
      companyName: 'TEST_TEST_BugBash1', tenantId: '<tenantID>', domain: 'testtestbugbash1.onmicrosoft.com', country: 'US',
      email: 'test-partner@microsoft.com', address: 'Two Microsoft Way, 98052 Redmond, WA, US',
    });
    expect(readOrganizationProfile({ tenantId: 't' })).toEqual({ tenantId: 't', companyName: '', domain: '', country: '' });
    expect(readPartnerIdProfile({ MpnId: 4890001, PartnerName: 'A' })).toEqual({ partnerId: '4890001', partnerName: 'A' });
    expect(readPartnerIdProfile(sampleReply('get-mpn-profile'))).toEqual({ partnerId: '<mpnID>' });
  });

  it('reads the legal business profile and the support profile', () => {
    const legal = {
      companyName: 'Esempio S.p.A.', vettingStatus: 'authorized', vettingSubStatus: 'none',
      address: { addressLine1: 'Via dei Tigli 12', city: 'Milano', postalCode: '20121', country: 'it', state: '' },
      primaryContact: { firstName: 'Giulia', lastName: 'Ferrani', email: 'csp@esempio.example', phoneNumber: '02555' },
    };
    const read = {
      companyName: 'Esempio S.p.A.', address: 'Via dei Tigli 12, 20121 Milano, IT',
      contact: 'Giulia Ferrani, csp@esempio.example, 02555', vettingStatus: 'authorized',
    };
    expect(readLegalBusinessProfile(legal)).toEqual(read);
    expect(readLegalBusinessProfile(inPascalCase(legal))).toEqual(read);
    expect(readLegalBusinessProfile({ companyName: 'A' })).toEqual({ companyName: 'A', address: '', contact: '', vettingStatus: '' });
    expect(readLegalBusinessProfile({ code: 'x' })).toBeUndefined();
    expect(readSupportProfile(sampleReply('get-support-profile'))).toEqual({
      email: 'email@sample.com', telephone: '4255555555', website: 'www.microsoft.com',
    });
    expect(readSupportProfile({ Telephone: 39025550 })).toEqual({ email: '', telephone: '39025550', website: '' });
    expect(readSupportProfile({ profileType: 'support_profile' })).toBeUndefined();
  });
});
