import { describe, expect, it } from 'vitest';
import { cartSchema } from '../../../electron/practice/cart-requests.ts';
import { wireLines, withOwnIds } from '../../../electron/partner-center/cart-lines.ts';
import { readCart } from '../../../shared/partner-center/readers/carts.ts';
import { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { PartnerId } from '../../../shared/ids.ts';

const line = (id: number, more: object = {}): CartLine =>
  CartLine.parse({
    id, productId: `CFQ7TTC0LH${id}`, skuId: '0001', catalogItemId: `CFQ7TTC0LH${id}:0001:A`, title: `Product ${id}`, quantity: id + 1,
    termDuration: 'P1Y', billingCycle: 'annual', ...more,
  });
const bare = (id: number, place: number): object => ({
  id: place, catalogItemId: `CFQ7TTC0LH${id}:0001:A`, quantity: id + 1, billingCycle: 'annual', termDuration: 'P1Y',
});
const under = (lineId: number): object => ({ addonOf: { kind: 'line', lineId } });

/** Two bases with gaps in their ids, and add-ons in no order among them. */
const mixed = [line(7, under(2)), line(2), line(5), line(3, under(5)), line(9, under(2))];

describe('the lines of a cart on their way to the server', () => {
  it('take their add-ons inside them, numbered from 0 in sending order over lines and add-ons', () => {
    expect(wireLines({ lines: mixed })).toEqual([
      { ...bare(2, 0), addonItems: [bare(7, 1), bare(9, 2)] },
      { ...bare(5, 3), addonItems: [bare(3, 4)] },
    ]);
  });

  it('name the subscription an add-on is for, the promotion, the end date, what a trial becomes, and the attestation', () => {
    const more = {
      addonOf: { kind: 'subscription', subscriptionId: 'a4cd8c90-8a05-4c5d-a2c9-4f9a2c4b7c3d', name: 'Office 365 E3' },
      promotion: { id: '39NFJQT1Q5KV:0001:39NFJQT1PWT5', name: 'Spring', discount: '0.15' },
      customTermEnd: '2027-02-28T00:00:00.000Z', renewsTo: 'P1Y', attestationAccepted: true,
    };
    expect(wireLines({ lines: [line(0, more)] })).toEqual([{
      ...bare(0, 0),
      provisioningContext: { ParentSubscriptionId: more.addonOf.subscriptionId },
      promotionId: more.promotion.id,
      customTermEndDate: more.customTermEnd,
      renewsTo: { termDuration: 'P1Y' },
      attestationAccepted: true,
    }]);
  });

  it('credit the reseller first and the further ones beside it, on add-ons too, and nobody for a direct sale', () => {
    const additionalPartnerIds = [PartnerId.parse('517285')];
    const participants = [
      { key: 'transaction_reseller', value: '4847383' }, { key: 'additional_transaction_reseller', value: '517285' },
    ];
    const credited = [line(0, { partnerId: '4847383' }), line(1, { partnerId: '4847383', ...under(0) })];
    expect(wireLines({ lines: credited, additionalPartnerIds })).toEqual([
      { ...bare(0, 0), participants, addonItems: [{ ...bare(1, 1), participants }] },
    ]);
    expect(wireLines({ lines: [line(0)], additionalPartnerIds })).toEqual([bare(0, 0)]);
  });

  it('never lose an add-on whose base is not there, or is an add-on itself', () => {
    const lines = [line(0, under(4)), line(1), line(2, under(1)), line(3, under(2))];
    expect(wireLines({ lines })).toEqual([bare(0, 0), { ...bare(1, 1), addonItems: [bare(2, 2)] }, bare(3, 3)]);
  });

  it('come back under our own ids, add-ons under their base', () => {
    const { lineItems } = cartSchema.parse({ lineItems: wireLines({ lines: mixed }) });
    const cart = readCart({ id: 'cart-1', expirationTimestamp: '2026-12-01T00:00:00Z', status: 'Active', lineItems });
    expect(cart && withOwnIds(cart, mixed).lines.map(({ id, quantity, addonOf }) => ({ id, quantity, addonOf }))).toEqual([
      { id: 2, quantity: 3, addonOf: undefined },
      { id: 7, quantity: 8, addonOf: 2 },
      { id: 9, quantity: 10, addonOf: 2 },
      { id: 5, quantity: 6, addonOf: undefined },
      { id: 3, quantity: 4, addonOf: 5 },
    ]);
  });
});
