import { describe, expect, it } from 'vitest';
import { agreementLanguageFor, agreementLanguagesOf } from '../../../shared/domain/customer/agreement-languages.ts';
import { readAttestations, readDocumentLinks } from '../../../shared/partner-center/readers/agreements.ts';
import {
  readQualification, readQualifications, readValidationCodes, readValidationStatus,
} from '../../../shared/partner-center/readers/qualifications.ts';
import { inPascalCase, sampleReply } from './sample-reply.ts';

const both = (name: string): readonly unknown[] => [sampleReply(name), inPascalCase(sampleReply(name))];

describe('the text of the agreement', () => {
  it('has a link to read and one to download', () => {
    for (const body of both('get-agreement-template')) {
      expect(readDocumentLinks(body)?.links.map((link) => new URL(link).hostname)).toEqual([
        'wopihost.int.l2o.microsoft.com', 'l2oagreementintbn2.blob.core.windows.net',
      ]);
    }
    expect(readDocumentLinks({ language: 'en-US' })).toBeUndefined();
  });

  it.each([
    ['IT', undefined, 'it-IT'], ['IT', 'de-DE', 'en-US'], ['CH', 'fr-CH', 'fr-FR'], ['CH', 'it-CH', 'en-US'], ['BE', 'nl', 'nl-NL'],
    ['GB', 'en-GB', 'en-US'], ['NO', 'no-NO', 'nb-NO'], ['RS', 'sr', 'sr-Latn-RS'], ['US', undefined, 'en-US'], ['CN', 'zh-CN', undefined],
    ['', 'it', undefined], ['AT', 'DE-at', 'de-DE'],
  ])('of %s for a customer that reads %s is the one in %s', (country, culture, language) => {
    expect(agreementLanguageFor(country, culture)).toBe(language);
  });

  it('is there in English and in the language of the country', () => {
    expect(agreementLanguagesOf('FR')).toEqual(['en-US', 'fr-FR']);
    expect(agreementLanguagesOf('GB')).toEqual(['en-US']);
    expect(agreementLanguagesOf('AN')).toEqual([]);
    expect(agreementLanguagesOf('it')).toEqual([]);
  });
});

describe('attestations on file', () => {
  it('tell who accepted by the newest of them', () => {
    const one = (dateAgreed: string, firstName: string) => ({
      primaryContact: { firstName, lastName: 'Bianchi', email: `${firstName}@bianchi.example` }, dateAgreed, type: 'MicrosoftCustomerAgreement',
    });
    const body = { totalCount: 3, items: [one('2023-05-02T00:00:00Z', 'Anna'), one('2025-01-02T00:00:00Z', 'Marco'), one('', 'Nobody')] };
    expect(readAttestations(body)).toEqual({
      isAttested: true, acceptedAt: '2025-01-02T00:00:00.000Z', contact: { name: 'Marco Bianchi', email: 'Marco@bianchi.example' },
    });
    expect(readAttestations({ totalCount: 0, items: [] })).toEqual({ isAttested: false });
  });
});

describe('qualifications', () => {
  it('are read from the published replies, approved and denied', () => {
    for (const body of both('get-customer-qualifications--approved')) {
      expect(readQualifications(body)).toEqual({ qualifications: [{ name: 'Education', vetting: 'approved' }] });
    }
    for (const body of both('get-customer-qualifications--denied')) {
      expect(readQualifications(body)).toEqual({
        qualifications: [{ name: 'Education', vetting: 'denied', reason: 'Not an Education Customer', requestedAt: '2020-12-03T10:37:38.885Z' }],
      });
    }
  });

  it('keep a word of the service that is new, take one without any as in force, and leave None out', () => {
    expect(readQualification({ qualification: 'Research', vettingStatus: 'Escalated' })).toEqual({ name: 'Research', vetting: 'unknown' });
    expect(readQualification({ qualification: 'Nonprofit' })).toEqual({ name: 'Nonprofit', vetting: 'approved' });
    expect(readQualification({ qualification: 'Education', vettingStatus: 'InReview', vettingCreateDate: '2026-01-01T00:00:00Z' })).toEqual({
      name: 'Education', vetting: 'in-review', requestedAt: '2026-01-01T00:00:00.000Z',
    });
    expect(readQualifications([{ qualification: 'None' }])).toEqual({ qualifications: [] });
    expect(readQualifications('none')).toBeUndefined();
  });

  it('come with validation codes and the review of the account', () => {
    for (const body of both('get-validation-codes')) {
      expect(readValidationCodes(body)?.codes).toEqual([
        { code: '12345', organization: 'Contoso, Inc.', remaining: 4 },
        { code: '987654', organization: 'Contoso, Inc. Finance Department', remaining: 5 },
      ]);
    }
    expect(readValidationStatus({ Type: 'account', Status: 'Allowed' })).toEqual({ status: 'Allowed' });
    expect(readValidationStatus({})).toBeUndefined();
  });
});
