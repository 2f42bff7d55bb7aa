import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureCodeOf, lineFailureCodeOf } from '../../../shared/partner-center/error-codes.ts';
import type { ErrorArea } from '../../../shared/partner-center/error-codes.ts';
import { failureOf, isErrorInDisguise, readServerWords } from '../../../electron/partner-center/errors.ts';
import { Failure, failureCodes } from '../../../shared/contract/failure.ts';
import type { FailureCode } from '../../../shared/contract/failure.ts';
import english from '../../../renderer/text/en.json' with { type: 'json' };
import italian from '../../../renderer/text/it.json' with { type: 'json' };
import cartCodes from './fixtures/cart-error-codes.json' with { type: 'json' };
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
    expect(failureCodeOf(400, '2001', 'subscription')).toBe('subscription-not-ready');
  });

  /** What the reference tells people to do, and the failures whose own next step says the same. */
  const steps: readonly (readonly [action: RegExp, fitting: readonly FailureCode[]])[] = [
    [/for renewal$/u, ['seats-fixed', 'billing-fixed']],
    [/^turn auto-renew off$/u, ['cancellation-window-over']],
    [/^reactivate the parent/u, ['parent-not-active']],
    [/^reactivate first$/u, ['subscription-suspended']],
    [/^buy a new one$/u, ['subscription-over']],
    [/^raise the credit/u, ['credit-limit']],
    [/^(suspend|cancel|suspend or cancel) the subscriptions?$/u, ['order-not-cancellable']],
    [/^lower the quantity$/u, ['quantity-out-of-range', 'too-many-seats']],
    [/^consolidate$/u, ['too-many-subscriptions']],
    [/^wait$/u, ['order-in-progress', 'provisioning-unknown', 'subscription-not-ready']],
    [/^choose (a longer|another) term$/u, ['term-not-possible']],
    [/^choose another target$|upgrade/u, ['upgrade-not-possible']],
    [/^delete test data$/u, ['sandbox-limit']],
    [/^choose the right base$/u, ['base-not-valid']],
    [/^(pick|remove).* date$/u, ['end-date-wrong', 'end-date-not-for-product']],
    [/^tick the attestation/u, ['offer-attestation-missing']],
    [/^tick the partner attestation/u, ['attestation-missing']],
    [/^ask for the qualification/u, ['segment-not-allowed']],
    [/^check the CSP region$/u, ['country-outside-region']],
    [/^attest acceptance/u, ['agreement-missing']],
  ];
  it.each(steps)('leads to a next step like "%s"', (action, fitting) => {
    const meant = listed.filter(({ userAction }) => action.test(userAction));
    expect(meant).not.toEqual([]);
    for (const { httpStatus, code, area } of meant) expect(fitting).toContain(failureCodeOf(httpStatus, code, areaOf(area)));
  });

  it('schedules fewer seats for the renewal, in both languages (F25)', () => {
    for (const code of ['800090', '900257', '900214']) expect(failureCodeOf(400, code, 'subscription')).toBe('seats-fixed');
    expect(english.failure['seats-fixed'].do).toContain('renewal');
    expect(italian.failure['seats-fixed'].do).toContain('rinnovo');
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
  /** The SDK's converter writes enums in snake case (reference, cartErrorCodes). */
  const inSnakeCase = (name: string): string => name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, '_').toLowerCase();

  it.each(cartCodes)('knows cart line error $value by number and by either spelling of $name', ({ value, name }) => {
    const meaning = lineFailureCodeOf(name, 'internal');
    expect(meaning).not.toBe('internal');
    expect(lineFailureCodeOf(String(value), 'internal')).toBe(meaning);
    expect(lineFailureCodeOf(inSnakeCase(name), 'internal')).toBe(meaning);
  });

  it('keeps the meanings of cart line errors apart', () => {
    const meanings = cartCodes.map(({ name }) => lineFailureCodeOf(name, 'internal'));
    expect(new Set(meanings).size).toBe(cartCodes.length);
  });

  it('reads the codes of whole answers too, and leaves an unknown one to the caller', () => {
    expect(lineFailureCodeOf('900275', 'cart-line-refused')).toBe('quantity-out-of-range');
    expect(lineFailureCodeOf('10999', 'cart-line-refused')).toBe('cart-line-refused');
  });
});
