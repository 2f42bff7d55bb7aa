import type { ListedPrice, MatrixEntry } from '../../../../shared/domain/catalogue/price-list.ts';
import { Segment } from '../../../../shared/domain/catalogue/offer.ts';
import { BillingCycle, TermDuration } from '../../../../shared/domain/cart/cart-line.ts';
import { Instant } from '../../../../shared/instant.ts';

const split = (sku: string): { readonly productId: string; readonly skuId: string } => {
  const [productId = '', skuId = ''] = sku.split(':');
  return { productId, skuId };
};
const words = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));
const count = (name: string, text: string): object => (text === '' ? {} : { [name]: Number(text) });

/** A row of a price sheet in the order of keptColumns. */
export function priceOf(row: readonly string[]): ListedPrice {
  const [sku = '', term, cycle, segment, currency = '', unit = '', retail = '', start = '', end = '', seats = '', practice] = row;
  return {
    ...split(sku),
    termDuration: TermDuration.parse(term),
    billingCycle: BillingCycle.parse(cycle),
    segment: Segment.parse(segment),
    unitPrice: { amount: unit, currency },
    ...(retail === '' ? {} : { retailPrice: { amount: retail, currency } }),
    ...(start === '' ? {} : { startsAt: Instant.parse(start) }),
    ...(end === '' ? {} : { endsAt: Instant.parse(end) }),
    ...count('fromSeats', seats),
    isPracticePrice: practice === '1',
  };
}

/** A row of an offer matrix in the order of keptColumns. */
export function matrixEntryOf(row: readonly string[]): MatrixEntry {
  const [sku = '', title = '', least = '', most = '', limit = '', segment = '', bases = '', countries = ''] = row;
  return {
    ...split(sku),
    title,
    ...count('minimumSeats', least),
    ...count('maximumSeats', most),
    ...count('ownershipLimit', limit),
    ...(segment === '' ? {} : { segment: Segment.parse(segment) }),
    prerequisiteSkus: words(bases),
    countries: words(countries),
  };
}
