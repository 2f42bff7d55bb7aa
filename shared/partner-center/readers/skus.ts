import type { BillingCycle } from '../../domain/cart/cart-line.ts';
import { wireFlag, wireInteger, wirePart, wireRecord, wireText, wireTexts } from './case.ts';
import { readBillingCycle } from './terms.ts';

/** A SKU of a product with the limits a cart line must keep (list-skus, notes). */
export interface WireSku {
  readonly productId: string;
  readonly skuId: string;
  readonly title: string;
  readonly description: string;
  readonly minimumQuantity: number;
  readonly maximumQuantity: number;
  readonly isTrial: boolean;
  readonly needsCustomerAgreement: boolean;
  readonly isAddon: boolean;
  /** `productId:skuId` of each SKU an add-on may stand under. */
  readonly prerequisiteSkus: readonly string[];
  /** The line has to accept an attestation (create-cart, attestationAccepted; 900203). */
  readonly needsAttestation: boolean;
  readonly billingCycles: readonly BillingCycle[];
}

/** One item of list-skus. Undefined when it names no product or SKU. Limits the service leaves out become 1 and 10,000,000. */
export function readSku(item: unknown): WireSku | undefined {
  const sku = wireRecord(item);
  const productId = wireText(sku, 'productId');
  const skuId = wireText(sku, 'id');
  if (productId === undefined || skuId === undefined) return undefined;
  const attributes = wirePart(sku, 'dynamicAttributes');
  const prerequisites = wireTexts(sku, 'purchasePrerequisites').map((name) => name.toLowerCase());
  return {
    productId,
    skuId,
    title: wireText(sku, 'title') ?? `${productId} ${skuId}`,
    description: wireText(sku, 'description') ?? '',
    minimumQuantity: wireInteger(sku, 'minimumQuantity') ?? 1,
    maximumQuantity: wireInteger(sku, 'maximumQuantity') ?? 10_000_000,
    isTrial: wireFlag(sku, 'isTrial') ?? false,
    needsCustomerAgreement: prerequisites.includes('microsoftcustomeragreement'),
    isAddon: wireFlag(attributes, 'isAddon') ?? false,
    prerequisiteSkus: wireTexts(attributes, 'prerequisiteSkus').map((name) => name.trim().replace('/', ':')),
    needsAttestation: wireFlag(wirePart(sku, 'attestationProperties'), 'enforceAttestation') ?? false,
    billingCycles: wireTexts(sku, 'supportedBillingCycles').flatMap((text) => readBillingCycle(text) ?? []),
  };
}
