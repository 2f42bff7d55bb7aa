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

/** A server's side of the pull, played by a test: what it has, and how it misbehaves. */
export interface PullTenant {
  customers: readonly TenantCustomer[];
  resellers: readonly {
    readonly id: string; readonly name: string; readonly mpnId?: string; readonly state?: string; readonly location?: string;
  }[];
  /** Whom it sells one plan to. */
  readonly segments: readonly Segment[];
  /** Ids of the promotions that hold. */
  promotions: readonly string[];
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
  customers: [], resellers: [], segments: ['commercial'], promotions: [], pageSize: 10, failures: new Map(), garbled: new Map(), jobs: [], ...more,
});

const guidNumber = (prefix: string, number: number): string =>
  `${prefix}${String(number).padStart(8 - prefix.length, '0')}-0000-4000-8000-000000000000`;
export const customerId = (number: number): string => guidNumber('c', number);
export const resellerId = (number: number): string => guidNumber('e', number);

const listed = ({ id, name, domain }: TenantCustomer): object => ({
  id, companyProfile: { tenantId: id, companyName: name, domain }, relationshipToPartner: 'reseller',
});

const promotion = (id: string): object => ({
  id, name: `Promotion ${id}`, startDate: '2026-11-01T00:00:00Z', endDate: '2026-11-30T23:59:59Z',
  requiredProducts: [
    {
      productId: 'CFQ1', skuId: '0001', term: { duration: 'P1Y', billingCycle: 'Monthly' },
      pricingPolicies: [{ policyType: 'PercentDiscount', value: '0.15' }],
    },
  ],
});

const catalogueCsv = [
  'ProductId,SkuId,TermDuration,BillingPlan,Currency,UnitPrice,EffectiveStartDate,Tags,ERP Price,Segment',
  'CFQ1,0001,P1Y,Monthly,EUR,9.40,2026-11-01T00:00:00Z,PracticePrice,11.75,Commercial',
].join('\n');
const educationRow = 'CFQ1,0E01,P1Y,Monthly,EUR,1.40,2026-11-01T00:00:00Z,PracticePrice,1.75,Education';

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
    case 'products':
      return JSON.stringify({ items: tenant.segments.includes(job.segment) ? [{ id: 'CFQ1', title: 'Plan' }] : [], totalCount: 0 });
    case 'skus':
      return JSON.stringify({
        items: [
          { id: job.segment === 'commercial' ? '0001' : '0E01', productId: job.productId, title: 'Exchange Online Café' },
        ],
      });
    case 'availabilities':
      return JSON.stringify({
        items: [
          {
            id: 'AV', productId: job.productId, skuId: job.skuId, segment: job.segment,
            terms: [{ duration: 'P1Y', billingCycle: 'monthly' }],
          },
        ],
      });
    case 'promotions':
      return JSON.stringify({ items: tenant.promotions.map((id) => promotion(id)) });
    case 'promotion':
      return JSON.stringify({
        ...promotion(job.promotionId), promotionConstraints: { seatConstraints: [{ minSeats: 5, maxSeats: 300 }] },
      });
    case 'price-sheet':
      return [catalogueCsv, ...(tenant.segments.includes('education') ? [educationRow] : [])].join('\n');
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
