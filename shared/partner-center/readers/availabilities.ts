import type { BillingCycle, TermDuration } from '../../domain/cart/cart-line.ts';
import { present, wireFlag, wireList, wirePart, wireRecord, wireText } from './case.ts';
import { readBillingCycle, readTermDuration } from './terms.ts';

/** A pair on offer; old replies name no billing cycle, then the SKU's own list says which. */
export interface WireTerm {
  readonly termDuration: TermDuration;
  readonly billingCycle?: BillingCycle;
}

/** A SKU as sold in one country and segment (list-availabilities). `catalogItemId` changes over time. */
export interface WireAvailability {
  readonly catalogItemId: string;
  readonly productId: string;
  readonly skuId: string;
  readonly country: string;
  readonly currency?: string;
  /** Lower case; empty when the reply names none. */
  readonly segment: string;
  readonly isPurchasable: boolean;
  readonly terms: readonly WireTerm[];
}

function readTerm(item: unknown): readonly WireTerm[] {
  const term = wireRecord(item);
  const termDuration = readTermDuration(wireText(term, 'duration') ?? wireText(term, 'termDuration'));
  const billingCycle = readBillingCycle(wireText(term, 'billingCycle'));
  return termDuration === undefined ? [] : [{ termDuration, ...present({ billingCycle }) }];
}

/** One item of list-availabilities or list-availabilities-by-customer. Undefined when it names no catalogue item. */
export function readAvailability(item: unknown): WireAvailability | undefined {
  const availability = wireRecord(item);
  const productId = wireText(availability, 'productId');
  const skuId = wireText(availability, 'skuId');
  const id = wireText(availability, 'id');
  if (productId === undefined || skuId === undefined) return undefined;
  const catalogItemId = wireText(availability, 'catalogItemId') ?? (id && `${productId}:${skuId}:${id}`);
  if (catalogItemId === undefined) return undefined;
  return {
    catalogItemId,
    productId,
    skuId,
    country: wireText(availability, 'country')?.toUpperCase() ?? '',
    segment: wireText(availability, 'segment')?.toLowerCase() ?? '',
    isPurchasable: wireFlag(availability, 'isPurchasable') ?? true,
    terms: wireList(availability, 'terms').flatMap(readTerm),
    ...present({ currency: wireText(wirePart(availability, 'defaultCurrency'), 'code')?.toUpperCase() }),
  };
}
