import type { PullJob } from '../../shared/sync/pull.ts';
import { nextPagePath } from './collections.ts';
import type { HttpCall } from './http.ts';
import { priceSheetCall } from './price-sheets.ts';

const get = (path: string): HttpCall => ({ method: 'GET', path });

/** The token goes back as a header; it is opaque and may hold commas (page-customers, notes). */
function page(path: string, continuation: string | undefined): HttpCall {
  if (continuation === undefined) return get(path);
  return { ...get(nextPagePath(path)), headers: { 'MS-ContinuationToken': continuation } };
}

/** list-indirect-resellers, as the provider asks it. */
export const resellersPath = '/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf';

const resellerFilter = (resellerId: string): string =>
  encodeURIComponent(JSON.stringify({ Field: 'IndirectReseller', Value: resellerId, Operator: 'starts_with' }));

/** The request for one page of a collection, at a continuation or at its start. */
export function pullCall(job: PullJob, continuation: string | undefined): HttpCall {
  switch (job.kind) {
    case 'organization':
      return get('/v1/profiles/organization');
    case 'own-partner-id':
      return get('/v1/profiles/mpn');
    case 'legal-business':
      return get('/v1/profiles/legalbusiness');
    case 'support-profile':
      return get('/v1/profiles/support');
    case 'resellers':
      return page(resellersPath, continuation);
    case 'customers':
      return page(`/v1/customers?size=${job.size}`, continuation);
    case 'customers-of-reseller':
      return page(`/v1/customers?size=${job.size}&filter=${resellerFilter(job.resellerId)}`, continuation);
    case 'country-rules':
      return get(`/v1/countryvalidationrules/${encodeURIComponent(job.iso2)}`);
    case 'products':
      return page(productsPath(job), continuation);
    case 'skus':
      return page(skusPath(job), continuation);
    case 'availabilities':
      return page(availabilitiesPath(job), continuation);
    case 'promotions':
      return page(promotionsPath(job), continuation);
    case 'promotion':
      return get(promotionPath(job));
    case 'price-sheet':
      return priceSheetCall(job.market, job.month);
  }
}

type CatalogueJob<Kind> = Extract<PullJob, { readonly kind: Kind }>;

const marketOf = ({ country, segment }: CatalogueJob<'products' | 'skus' | 'availabilities'>): string =>
  `country=${encodeURIComponent(country)}&targetSegment=${segment}`;

const productsPath = (job: CatalogueJob<'products'>): string => `/v1/products?${marketOf(job)}&targetView=OnlineServices`;

const skusPath = (job: CatalogueJob<'skus'>): string =>
  `/v1/products/${encodeURIComponent(job.productId)}/skus?${marketOf(job)}`;

const availabilitiesPath = (job: CatalogueJob<'availabilities'>): string => {
  const sku = `/v1/products/${encodeURIComponent(job.productId)}/skus/${encodeURIComponent(job.skuId)}`;
  return `${sku}/availabilities?${marketOf(job)}`;
};

/** Promotions are commercial only (list-promotions). */
const promotionsPath = ({ country }: CatalogueJob<'promotions'>): string =>
  `/v1/productpromotions?country=${encodeURIComponent(country)}&segment=commercial`;

const promotionPath = ({ country, promotionId }: CatalogueJob<'promotion'>): string =>
  `/v1/productpromotions/${encodeURIComponent(promotionId)}?country=${encodeURIComponent(country)}`;
