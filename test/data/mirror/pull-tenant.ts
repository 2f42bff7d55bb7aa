import { failure } from '../../../shared/contract/failure.ts';
import type { FailureCode } from '../../../shared/contract/failure.ts';
import { PullRequest } from '../../../shared/sync/pull.ts';
import type { Segment } from '../../../shared/domain/catalogue/offer.ts';
import type { PullJob, PullReply } from '../../../shared/sync/pull.ts';

export interface TenantCustomer {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly resellerId?: string;
}

export interface TenantSku {
  readonly id: string;
  readonly title: string;
  readonly segment: Segment;
  readonly price: string;
  readonly erp: string;
  /** A year billed by the month when absent. */
  readonly terms?: readonly { readonly duration: string; readonly billingCycle: string }[];
  /** Further members of the resource. */
  readonly more?: object;
}

export interface TenantPromotion {
  readonly id: string;
  readonly name?: string;
  /** The SKU it takes 15 percent off: a year billed by the month. */
  readonly sku?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  /** What get-promotion tells; 5 to 300 seats when absent. */
  readonly constraints?: object;
}

/** A server's side of the pull, played by a test: what it has, and how it misbehaves. */
export interface PullTenant {
  customers: readonly TenantCustomer[];
  resellers: readonly {
    readonly id: string; readonly name: string; readonly mpnId?: string; readonly state?: string; readonly location?: string;
  }[];
  /** What it sells, all of one product. */
  readonly skus: readonly TenantSku[];
  promotions: readonly TenantPromotion[];
  /** Rows a page, whatever was asked. */
  pageSize: number;
  /** Fails jobs by kind, by `customers-of-reseller:ID`, `products:SEGMENT` or `customers:continued`, after so many of their pages. */
  readonly failures: Map<string, { readonly code: FailureCode; readonly afterPages: number }>;
  /** Body instead of the page with that number of the customer list. */
  readonly garbled: Map<number, string>;
  /** Jobs asked so far. */
  readonly jobs: PullJob[];
  /** Called before a page goes out. */
  onPage?: ((job: PullJob, page: number) => void) | undefined;
}

export const pullTenant = (more: Partial<PullTenant> = {}): PullTenant => ({
  customers: [], resellers: [], skus: [plan], promotions: [], pageSize: 10, failures: new Map(), garbled: new Map(), jobs: [], ...more,
});

const guidNumber = (prefix: string, number: number): string =>
  `${prefix}${String(number).padStart(8 - prefix.length, '0')}-0000-4000-8000-000000000000`;
export const customerId = (number: number): string => guidNumber('c', number);
export const resellerId = (number: number): string => guidNumber('e', number);

const listed = ({ id, name, domain }: TenantCustomer): object => ({
  id, companyProfile: { tenantId: id, companyName: name, domain }, relationshipToPartner: 'reseller',
});

/** What the tenant sells from the start. */
export const plan: TenantSku = { id: '0001', title: 'Exchange Online Café', segment: 'commercial', price: '9.40', erp: '11.75' };

const promotion = ({ id, name = `Promotion ${id}`, sku = plan.id, startDate, endDate }: TenantPromotion): object => ({
  id, name, startDate: startDate ?? '2026-11-01T00:00:00Z', endDate: endDate ?? '2026-11-30T23:59:59Z',
  requiredProducts: [
    {
      productId: 'CFQ1', skuId: sku, term: { duration: 'P1Y', billingCycle: 'Monthly' },
      pricingPolicies: [{ policyType: 'PercentDiscount', value: '0.15' }],
    },
  ],
});

const catalogueCsv = (skus: readonly TenantSku[]): string => [
  'ProductId,SkuId,TermDuration,BillingPlan,Currency,UnitPrice,EffectiveStartDate,Tags,ERP Price,Segment',
  ...skus.map(({ id, price, erp, segment }) =>
    `CFQ1,${id},P1Y,Monthly,EUR,${price},2026-11-01T00:00:00Z,PracticePrice,${erp},${segment}`),
].join('\n');

const availabilityOf = (tenant: PullTenant, { productId, skuId, segment }: Extract<PullJob, { kind: 'availabilities' }>): object => ({
  id: 'AV', productId, skuId, segment,
  terms: tenant.skus.find(({ id }) => id === skuId)?.terms ?? [{ duration: 'P1Y', billingCycle: 'monthly' }],
});

function single(tenant: PullTenant, job: PullJob): string {
  switch (job.kind) {
    case 'organization':
      return JSON.stringify({
        tenantId: resellerId(0), companyName: 'Own', domain: 'own.example', defaultAddress: { country: 'IT' },
      });
    case 'own-partner-id':
      return JSON.stringify({ mpnId: '4890001' });
    case 'legal-business':
      return JSON.stringify({ companyName: 'Own Legal', vettingStatus: 'authorized' });
    case 'support-profile':
      return JSON.stringify({ email: 'help@own.example' });
    case 'resellers':
      return JSON.stringify({
        items: tenant.resellers.map((one) => ({ mpnId: '4890002', state: 'Active', location: 'IT', ...one })),
      });
    case 'country-rules':
      return JSON.stringify({ iso2Code: job.iso2, defaultCulture: 'it-IT' });
    case 'products': {
      const isSold = tenant.skus.some(({ segment }) => segment === job.segment);
      return JSON.stringify({ items: isSold ? [{ id: 'CFQ1', title: 'Plan' }] : [], totalCount: 0 });
    }
    case 'skus': {
      const items = tenant.skus.filter(({ segment }) => segment === job.segment);
      return JSON.stringify({ items: items.map(({ more, id, title }) => ({ id, productId: job.productId, title, ...more })) });
    }
    case 'availabilities':
      return JSON.stringify({ items: [availabilityOf(tenant, job)] });
    case 'promotions':
      return JSON.stringify({ items: tenant.promotions.map(promotion) });
    case 'promotion': {
      const one = tenant.promotions.find(({ id }) => id === job.promotionId) ?? { id: job.promotionId };
      return JSON.stringify({
        ...promotion(one), promotionConstraints: one.constraints ?? { seatConstraints: [{ minSeats: 5, maxSeats: 300 }] },
      });
    }
    case 'price-sheet':
      return catalogueCsv(tenant.skus);
    default:
      throw new Error(`${job.kind} comes in pages`);
  }
}

interface Page {
  readonly text: string;
  readonly continuation?: string;
}

function* pagesOf(tenant: PullTenant, job: PullJob): Generator<Page> {
  if (job.kind !== 'customers' && job.kind !== 'customers-of-reseller') {
    yield { text: single(tenant, job) };
    return;
  }
  const rows = tenant.customers.filter((one) => job.kind === 'customers' || one.resellerId === job.resellerId);
  let start = Number(job.continuation ?? 0);
  do {
    const end = start + tenant.pageSize;
    const garbled = job.kind === 'customers' ? tenant.garbled.get(start / tenant.pageSize) : undefined;
    const text = garbled ?? JSON.stringify({ totalCount: rows.length, items: rows.slice(start, end).map(listed) });
    yield { text, ...(end < rows.length ? { continuation: String(end) } : {}) };
    start = end;
  } while (start < rows.length);
}

function narrowName(job: PullJob): string {
  if (job.kind === 'customers-of-reseller') return `${job.kind}:${job.resellerId}`;
  if (job.kind === 'products') return `${job.kind}:${job.segment}`;
  return job.kind === 'customers' && job.continuation !== undefined ? 'customers:continued' : job.kind;
}

/** A port at whose other end the tenant answers, two pages ahead of the credit given back. */
export function portTo(tenant: PullTenant): MessagePort {
  const { port1, port2 } = new MessageChannel();
  let credit = 0;
  let next: (() => void) | undefined;
  const reply = (message: PullReply): void => port1.postMessage(message);

  const serve = (job: PullJob, jobId: number): void => {
    const fail = tenant.failures.get(narrowName(job)) ?? tenant.failures.get(job.kind);
    const pages = pagesOf(tenant, job);
    let sent = 0;
    credit = 2;
    next = () => {
      while (credit > 0) {
        if (fail !== undefined && sent >= fail.afterPages) {
          return reply({ type: 'job-failed', jobId, failure: failure(fail.code) });
        }
        const page = pages.next();
        if (page.done === true) return reply({ type: 'job-done', jobId });
        tenant.onPage?.(job, sent);
        sent += 1;
        credit -= 1;
        const { text, ...where } = page.value;
        reply({ type: 'page', jobId, bytes: new TextEncoder().encode(text), ...where });
      }
    };
    next();
  };

  port1.addEventListener('message', (event: MessageEvent<unknown>) => {
    const request = PullRequest.parse(event.data);
    if (request.type === 'job') {
      tenant.jobs.push(request.job);
      serve(request.job, request.jobId);
    } else if (request.type === 'more') {
      credit += 1;
      next?.();
    } else {
      next = undefined;
    }
  });
  port1.start();
  return port2;
}
