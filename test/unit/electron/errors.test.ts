import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureCodeOf, lineFailureCodeOf } from '../../../shared/partner-center/error-codes.ts';
import type { ErrorArea } from '../../../shared/partner-center/error-codes.ts';
import { failureOf, isErrorInDisguise, readServerWords } from '../../../electron/partner-center/errors.ts';
import { Failure, failureCodes } from '../../../shared/contract/failure.ts';
import listed from './fixtures/server-errors.json' with { type: 'json' };

const ids = { requestId: 'r', correlationId: 'c' };
const areaOf = (area: string): ErrorArea | undefined => (area === 'reseller' || area === 'subscription' ? area : undefined);

describe('every code the contract lists', () => {
  it.each(listed)('$httpStatus $code ($area) has a meaning: $meaning', ({ httpStatus, code, area }) => {
    const meaning = failureCodeOf(httpStatus, code, areaOf(area));
    expect(failureCodes).toContain(meaning);
    expect(meaning).not.toBe('unknown-server-code');
  });

  it('tells apart the codes that stand for two things', () => {
    expect(failureCodeOf(404, '3000')).toBe('partner-id-unknown');
    expect(failureCodeOf(400, '3000')).toBe('invalid-property');
    expect(failureCodeOf(403, '2006')).toBe('item-not-purchasable');
    expect(failureCodeOf(400, '2006')).toBe('subscription-not-changeable');
    expect(failureCodeOf(400, '2001', 'reseller')).toBe('bad-request');
    expect(failureCodeOf(400, '2001', 'subscription')).toBe('subscription-not-changeable');
  });

  it('says so when nobody listed the code, and goes by the status when there is none', () => {
    expect(failureCodeOf(400, '31337')).toBe('unknown-server-code');
    expect(failureCodeOf(403, undefined)).toBe('role-missing');
    expect(failureCodeOf(401, undefined)).toBe('sign-in-needed');
    expect(failureCodeOf(502, undefined)).toBe('server-trouble');
  });
});

describe('the shapes of an error', () => {
  it.each([
    [{ code: 2203, description: 'not signed', data: ['https://docs.microsoft.com/x'], source: 'PartnerFD' }, '2203', 'not signed'],
    [{ Code: '2203', Description: 'not signed' }, '2203', 'not signed'],
    [{ code: 600061, message: 'known', description: null, errorName: 'X', isRetryable: false }, '600061', 'known'],
    [{ error: { code: 'Forbidden', message: 'no', innerError: null, target: 'x' } }, 'Forbidden', 'no'],
    [{ statusCode: 429, message: 'Rate limit is exceeded.' }, undefined, 'Rate limit is exceeded.'],
    ['<html>Bad gateway</html>', undefined, undefined],
    [undefined, undefined, undefined],
  ])('%j', (body, code, text) => {
    expect(readServerWords(body)).toMatchObject({ code, text });
  });

  it('carry what support needs, and never grow past the contract', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), fc.jsonValue(), (status, body) => {
        const failure = Failure.parse(failureOf(status, body, ids));
        expect(failure).toMatchObject({ httpStatus: status, requestId: 'r', correlationId: 'c' });
      }),
    );
    expect(Failure.parse(failureOf(400, { code: 3000, description: 'x'.repeat(9000) }, ids)).serverText).toHaveLength(2000);
  });

  it('come in disguise with HTTP 200', () => {
    expect(isErrorInDisguise({ code: 400072, description: 'item not available' })).toBe(true);
    expect(isErrorInDisguise({ totalCount: 0, items: [] })).toBe(false);
    expect(isErrorInDisguise(undefined)).toBe(false);
  });
});

describe('errors inside good answers', () => {
  it('knows cart line errors by number and by either spelling of the name', () => {
    for (const code of ['10000', 'CurrencyIsNotSupported', 'currency_is_not_supported']) {
      expect(lineFailureCodeOf(code, 'cart-line-refused')).toBe('currency-wrong');
    }
  });

  it('reads the codes of whole answers too, and leaves an unknown one to the caller', () => {
    expect(lineFailureCodeOf('900275', 'cart-line-refused')).toBe('quantity-out-of-range');
    expect(lineFailureCodeOf('10999', 'cart-line-refused')).toBe('cart-line-refused');
  });
});
