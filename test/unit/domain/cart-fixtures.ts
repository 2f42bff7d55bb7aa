import type { CartDraft } from '../../../shared/domain/draft.ts';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import type { CartSurroundings } from '../../../shared/domain/cart/cart-rules.ts';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { newLine } from '../../../shared/domain/cart/line-rules.ts';
import type { CustomerReseller } from '../../../shared/domain/reseller/customer-reseller.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { AccountId, CustomerTenantId, DraftId, PartnerId, ResellerTenantId } from '../../../shared/ids.ts';
import { instantOf } from '../../../shared/instant.ts';

export const now = instantOf(new Date('2026-11-24T09:00:00Z'));
export const resellerId = ResellerTenantId.parse('b0000000-0000-4000-8000-000000000001');
export const reseller: CustomerReseller = { kind: 'reseller', id: resellerId, partnerId: PartnerId.parse('5390001'), name: 'Alfa Digitale' };

/** An offer of the catalogue with two pairs of term and billing cycle. */
export function offerOf(productId: string, more: Partial<Offer> = {}): Offer {
  return {
    key: `IT:${productId}:0001`, country: 'IT', productId, skuId: '0001', title: `Product ${productId}`, description: '',
    minimumQuantity: 1, maximumQuantity: 10_000, isTrial: false, needsCustomerAgreement: true, isPracticePrice: true,
    segment: 'commercial', isAddon: false, prerequisiteSkus: [], needsAttestation: false,
    terms: [
      { termDuration: 'P1M', billingCycle: 'monthly', catalogItemId: `${productId}:0001:M`, unitPrice: { amount: '6.60', currency: 'EUR' } },
      { termDuration: 'P1Y', billingCycle: 'monthly', catalogItemId: `${productId}:0001:Y`, unitPrice: { amount: '5.50', currency: 'EUR' } },
    ],
    ...more,
  };
}

export const cartOf = (more: Partial<CartDraft> = {}): CartDraft => ({
  kind: 'cart',
  id: DraftId.parse('0193a000-0000-7000-8000-000000000001'),
  accountId: AccountId.parse('0193a000-0000-7000-8000-000000000002'),
  state: 'open', createdAt: now, updatedAt: now,
  customer: { kind: 'tenant', customerId: CustomerTenantId.parse('c0000000-0000-4000-8000-000000000001') },
  customerName: 'Caffè Niccolò', domain: 'caffeniccolo.onmicrosoft.com', market: 'IT', currency: 'EUR',
  reseller, lines: [], agreement: { kind: 'on-file' }, attestationAccepted: true,
  ...more,
});

export const aroundOf = (offers: readonly Offer[], more: Partial<CartSurroundings> = {}): CartSurroundings => ({
  offers: new Map(offers.map((offer) => [offer.key, offer])),
  resellers: [{ id: resellerId, name: 'Alfa Digitale', partnerId: '5390001', state: 'Active', location: 'IT' }],
  ownPartnerId: '5380000', ownedBusinessSeats: 0, now,
  ...more,
});

/** A line for an offer under its usual pair. */
export function lineOf(offer: Offer, lines: readonly CartLine[] = [], more: Partial<CartLine> = {}): CartLine {
  const made = newLine(offer, lines, reseller);
  if (!made.ok) throw new Error(made.error);
  return { ...made.value, ...more };
}

/** An active yearly subscription. */
export const subscriptionOf = (id: string, offerId: string, more: Partial<Subscription> = {}): Subscription => ({
  id, offerId, offerName: offerId, friendlyName: `Name of ${id}`, quantity: 5, status: 'active', autoRenewEnabled: true,
  termDuration: 'P1Y', billingCycle: 'monthly', endsAt: instantOf(new Date('2027-03-15T09:00:00Z')),
  ...more,
});
