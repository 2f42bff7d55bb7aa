import { link } from './collection.ts';
import { catalogItemIdOf, type CatalogueItem, productTypeOf, type Term } from './seed/catalogue.ts';
import { currencySymbol, type Country } from './seed/countries.ts';

const names: Readonly<Record<string, string>> = {
  P1M: '1 Month',
  P1Y: '1 Year',
  P3Y: '3 Years',
  monthly: 'Monthly',
  annual: 'Annual',
  triennial: 'Triennial',
  none: 'Never',
};

/** A product: one or more SKUs of the same product id. */
export function productResource(item: CatalogueItem, country: Country): object {
  const uri = `/products/${item.productId}`;
  return {
    id: item.productId,
    title: item.title,
    description: item.title,
    productType: productTypeOf(item.isSoftware),
    isMicrosoftProduct: true,
    publisherName: 'Microsoft Corporation',
    links: { skus: link(`${uri}/skus?country=${country.iso2}`), self: link(`${uri}?country=${country.iso2}`) },
  };
}

/** A SKU with its seat limits and what must be true before it can be bought. */
export function skuResource(item: CatalogueItem, country: Country): object {
  const uri = `/products/${item.productId}/skus/${item.skuId}`;
  return {
    id: item.skuId,
    productId: item.productId,
    title: item.title,
    description: item.title,
    minimumQuantity: item.minimumQuantity,
    maximumQuantity: item.maximumQuantity,
    isTrial: item.isTrial,
    supportedBillingCycles: [...new Set(item.terms.map((term) => term.billingCycle))],
    purchasePrerequisites: ['MicrosoftCustomerAgreement'],
    inventoryVariables: [],
    provisioningVariables: [],
    actions: ['edit', 'cancel'],
    dynamicAttributes: {
      isAddon: item.isAddon,
      prerequisiteSkus: item.prerequisiteSkus,
      billingType: 'license',
      unitType: 'Licenses',
    },
    ...(item.needsAttestation
      ? { attestationProperties: { attestationType: 'QualifyingLicenses', enforceAttestation: true } }
      : {}),
    links: {
      availabilities: link(`${uri}/availabilities?country=${country.iso2}`),
      self: link(`${uri}?country=${country.iso2}`),
    },
  };
}

function termResource(term: Term, place: number): object {
  const length = names[term.duration] ?? term.duration;
  const billing = names[term.billingCycle] ?? term.billingCycle;
  return {
    id: `term-${place}`,
    duration: term.duration,
    billingCycle: term.billingCycle,
    description: `${length}, billed ${billing.toLowerCase()}`,
    cancellationPolicies: [
      {
        refundOptions: [
          { sequenceId: 0, type: 'Full', expiresAfter: 'P1D' },
          { sequenceId: 1, type: 'Partial', expiresAfter: 'P7D' },
        ],
      },
    ],
  };
}

/** An availability: what can be put into a cart, with the pairs of term and billing cycle on offer. No price. */
export function availabilityResource(item: CatalogueItem, country: Country): object {
  const uri = `/products/${item.productId}/skus/${item.skuId}/availabilities/${item.availabilityId}`;
  return {
    id: item.availabilityId,
    productId: item.productId,
    skuId: item.skuId,
    catalogItemId: catalogItemIdOf(item),
    defaultCurrency: { code: country.currency, symbol: currencySymbol(country.currency) },
    segment: item.segment,
    country: country.iso2,
    isPurchasable: true,
    isRenewable: !item.isTrial,
    terms: item.terms.map(termResource),
    renewalInstructions: [],
    product: productResource(item, country),
    sku: skuResource(item, country),
    links: { self: link(`${uri}?country=${country.iso2}`) },
  };
}
