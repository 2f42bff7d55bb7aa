import { z } from 'zod';
import { Failure } from '../contract/failure.ts';
import { Segment } from '../domain/catalogue/offer.ts';
import { ResellerTenantId } from '../ids.ts';

/**
 * One collection to read from the server. Jobs of one pull run one after the other; pages of a job are read ahead by
 * two. `continuation` is where an earlier pull stopped (MS-ContinuationToken, opaque).
 */
export const PullJob = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organization') }),
  z.object({ kind: z.literal('own-partner-id') }),
  z.object({ kind: z.literal('legal-business') }),
  z.object({ kind: z.literal('support-profile') }),
  z.object({ kind: z.literal('resellers') }),
  z.object({ kind: z.literal('customers'), size: z.number().int().min(1).max(5000), continuation: z.string().optional() }),
  z.object({
    kind: z.literal('customers-of-reseller'),
    resellerId: ResellerTenantId,
    size: z.number().int().min(1).max(5000),
    continuation: z.string().optional(),
  }),
  z.object({ kind: z.literal('country-rules'), iso2: z.string() }),
  z.object({ kind: z.literal('products'), country: z.string(), segment: Segment }),
  z.object({ kind: z.literal('skus'), country: z.string(), segment: Segment, productId: z.string() }),
  z.object({
    kind: z.literal('availabilities'),
    country: z.string(),
    segment: Segment,
    productId: z.string(),
    skuId: z.string(),
  }),
  z.object({ kind: z.literal('promotions'), country: z.string() }),
  /** Its limits: the list has none (get-promotion). */
  z.object({ kind: z.literal('promotion'), country: z.string(), promotionId: z.string() }),
  /** CSV, not JSON. `month` is `yyyymm`; without it the present one (get-price-sheet, timeline and month). */
  z.object({ kind: z.literal('price-sheet'), market: z.string(), month: z.string().regex(/^\d{6}$/u).optional() }),
]);
export type PullJob = z.infer<typeof PullJob>;

/** Store worker to main, over the port. `more` gives back one page of credit (backpressure); a job starts with two. */
export const PullRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('job'), jobId: z.number().int(), job: PullJob }),
  z.object({ type: z.literal('more'), jobId: z.number().int() }),
  z.object({ type: z.literal('stop') }),
]);
export type PullRequest = z.infer<typeof PullRequest>;

/** Main to store worker: the bytes of the HTTP answer as they came, and where the next page is. */
export const PullReply = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('page'),
    jobId: z.number().int(),
    bytes: z.instanceof(Uint8Array),
    /** Missing on the last page. */
    continuation: z.string().optional(),
  }),
  z.object({ type: z.literal('job-done'), jobId: z.number().int() }),
  z.object({ type: z.literal('job-failed'), jobId: z.number().int(), failure: Failure }),
]);
export type PullReply = z.infer<typeof PullReply>;
