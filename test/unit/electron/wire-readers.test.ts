import { describe, expect, it } from 'vitest';
import { readAddressRefusal, readAddressVerdict } from '../../../shared/partner-center/readers/addresses.ts';
import { readAgreementTemplate, readAttestations, readDateAgreed, readIsSigned } from '../../../shared/partner-center/readers/agreements.ts';
import { readCart, readCheckout } from '../../../shared/partner-center/readers/carts.ts';
import { customerForm } from './support/forms.ts';

const cart = {
  id: '3e22b548-647d-4223-9675-1fcb6cb57665', expirationTimestamp: '2021-08-25T17:30:11.2406416Z', status: 'Active',
  lineItems: [
    {
      id: 0, catalogItemId: 'CFQ7TTC0LH0Z:0001:CFQ7TTC0K18P', quantity: 1, currencyCode: 'USD', billingCycle: 'monthly',
      termDuration: 'P1M', orderGroup: '0',
    },
    {
      id: 1, catalogItemId: 'CFQ7TTC0LFLS:0002:CFQ7TTC0KDLJ', quantity: 2, billingCycle: 'one_time', orderGroup: 0,
      participants: [{ key: 'additional_transaction_reseller', value: '517285' }, { key: 'transaction_reseller', value: 5357564 }],
      error: { errorCode: 10_002, errorDescription: 'no quota' },
    },
  ],
};

function inPascalCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inPascalCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.slice(0, 1).toUpperCase() + key.slice(1), inPascalCase(item)]));
}

describe('a cart', () => {
  it.each([['camelCase', cart], ['PascalCase', inPascalCase(cart)]])('is read in %s, errors of lines included', (_case, body) => {
    expect(readCart(body)).toEqual({
      cartId: cart.id, expiresAt: '2021-08-25T17:30:11.240Z', status: 'Active',
      lines: [
        cart.lineItems[0],
        {
          id: 1, catalogItemId: 'CFQ7TTC0LFLS:0002:CFQ7TTC0KDLJ', quantity: 2, billingCycle: 'one_time', orderGroup: '0', partnerId: '5357564',
          additionalPartnerIds: ['517285'],
          error: { code: '10002', text: 'no quota' },
        },
      ],
    });
  });

  it('lists each add-on after its base, with its own error: the base stays good', () => {
    const [line] = cart.lineItems;
    const bad = { ...line, id: 1, error: { errorCode: 'InvalidInput' } };
    const read = readCart({ ...cart, lineItems: [{ ...line, addonItems: [bad, { ...line, id: 2 }] }] });
    expect(read?.lines.map(({ id, addonOf, error }) => ({ id, addonOf, error }))).toEqual([
      { id: 0, addonOf: undefined, error: undefined },
      { id: 1, addonOf: 0, error: { code: 'InvalidInput', text: '' } },
      { id: 2, addonOf: 0, error: undefined },
    ]);
  });

  it.each([['as an object', { termDuration: 'p1y' }], ['as a list', [{ TermDuration: 'P1Y' }]]])(
    'tells what hangs on a line, renewsTo %s', (_case, renewsTo) => {
      const more = {
        promotionId: '39NFJQT1Q5KV:0001:39NFJQT1PWT5', customTermEndDate: '2022-02-19T00:00:00Z', renewsTo,
        provisioningContext: { ParentSubscriptionId: 'A4CD8C90-8A05-4C5D-A2C9-4F9A2C4B7C3D' },
      };
      expect(readCart({ ...cart, lineItems: [{ ...cart.lineItems[0], ...more }] })?.lines[0]).toMatchObject({
        promotionId: more.promotionId, customTermEnd: '2022-02-19T00:00:00.000Z', renewsTo: 'P1Y',
        parentSubscriptionId: 'a4cd8c90-8a05-4c5d-a2c9-4f9a2c4b7c3d',
      });
    },
  );

  it('that cannot be read whole is not read at all', () => {
    expect(readCart({ ...cart, lineItems: [{ id: 0 }] })).toBeUndefined();
    expect(readCart({ ...cart, expirationTimestamp: 'soon' })).toBeUndefined();
    expect(readCart([])).toBeUndefined();
  });
});

describe('a checkout', () => {
  const order = { id: '311qiN8iFwkv', referenceCustomerId: 'c', billingCycle: 'monthly', status: 'pending', lineItems: [] };

  it('may have orders and errors at once', () => {
    const read = readCheckout({ orders: [order], orderErrors: [{ orderGroupId: 1, code: 800_023, description: 'credit' }] });
    expect(read).toMatchObject({ orders: [{ id: order.id }], orderErrors: [{ orderGroup: '1', code: '800023', text: 'credit' }] });
    expect(readCheckout({ orders: [order] })?.orderErrors).toEqual([]);
  });

  it('never loses an order it cannot read', () => {
    expect(readCheckout({ orders: [order, {}] })).toBeUndefined();
    expect(readCheckout('')).toBeUndefined();
  });
});

describe('an address', () => {
  const typed = customerForm('x').address;

  it('is judged in both editions of the answer', () => {
    const suggestedAddresses = [{ country: 'IT', city: 'Roma', addressLine1: 'Via Roma 1', postalCode: '00100' }];
    const answer = { originalAddress: {}, suggestedAddresses, status: 'InteractionRequired' };
    expect(readAddressVerdict(answer, typed)).toMatchObject({ status: 'InteractionRequired', suggestions: [{ city: 'Roma', state: '' }] });
    expect(readAddressVerdict(undefined, typed)).toEqual({ status: 'Verified', suggestions: [] });
    expect(readAddressVerdict({ status: 'SomethingNew' }, typed)).toEqual({ status: 'NotValidated', suggestions: [] });
    const corrected = { country: 'US', region: 'WA', city: 'BELLEVUE', address_line1: 'One Microsoft Way', postal_code: '98007' };
    const description = JSON.stringify({ code: '60071', corrected_address: corrected });
    expect(readAddressRefusal(description, typed)).toMatchObject({
      status: 'InteractionRequired', suggestions: [{ city: 'BELLEVUE', state: 'WA', addressLine1: 'One Microsoft Way', postalCode: '98007' }],
    });
    expect(readAddressRefusal('not JSON', typed)).toEqual({ status: 'None', suggestions: [] });
  });
});

describe('agreements', () => {
  it('give the newest template of the customer agreement', () => {
    const items = [
      { templateId: 'old', agreementType: 'MicrosoftCustomerAgreement', versionRank: 0 },
      { templateId: 'new', agreementType: 'MicrosoftCustomerAgreement', versionRank: '1', agreementLink: 'https://aka.ms/customeragreement' },
      { templateId: 'cloud', agreementType: 'MicrosoftCloudAgreement', versionRank: 9 },
    ];
    expect(readAgreementTemplate({ items })).toEqual({ templateId: 'new', agreementLink: 'https://aka.ms/customeragreement' });
    expect(readAgreementTemplate({ items: items.slice(2) })).toBeUndefined();
  });

  it('say whether and when one was attested or signed', () => {
    const type = 'MicrosoftCustomerAgreement';
    const items = [{ type, dateAgreed: '2018-06-14T00:00:00Z' }, { type, dateAgreed: '2020-01-01' }];
    expect(readAttestations({ items })).toEqual({ isAttested: true, acceptedAt: '2020-01-01T00:00:00.000Z' });
    expect(readAttestations({ items: [{ type: 'MicrosoftCloudAgreement' }] })).toEqual({ isAttested: false });
    expect(readDateAgreed({ DateAgreed: '2018-06-14T00:00:00.000Z' })).toBe('2018-06-14T00:00:00.000Z');
    expect([readIsSigned({ isSigned: true }), readIsSigned({ IsSigned: 'false' }), readIsSigned({})]).toEqual([true, false, undefined]);
  });
});
