import { z } from 'zod';

const match = z
  .object({
    method: z.string().optional(),
    /** Regular expression over the path without query. */
    path: z.string().refine(isRegExp, 'not a regular expression').optional(),
    /** Scenario of the contract; the broad name (create-customer) also meets the narrow one (create-customer-for-reseller). */
    scenario: z.string().optional(),
  })
  .strict();

function isRegExp(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

const common = {
  match: match.default({}),
  /** How many requests it meets; 0 means every one. */
  times: z.number().int().min(0).default(1),
  id: z.string().min(1).max(100).optional(),
};

/** Faults of the connection: what happens to the requests that match. */
export const requestFaultSchema = z.discriminatedUnion('kind', [
  /** Waits `ms` before acting. */
  z.object({ kind: z.literal('slow'), ms: z.number().int().min(0).max(600_000), ...common }),
  /** 429 with Retry-After in seconds; nothing is done. */
  z.object({ kind: z.literal('throttle'), retryAfter: z.number().int().min(0).max(86_400), ...common }),
  /** Answers this status; nothing is done. A body of the standard shape is made from `code`, or `body` is sent as given. */
  z.object({
    kind: z.literal('status'),
    status: z.number().int().min(400).max(599),
    code: z.union([z.string(), z.number()]).optional(),
    description: z.string().optional(),
    body: z.unknown().optional(),
    ...common,
  }),
  /** Acts, then cuts the connection without an answer. */
  z.object({ kind: z.literal('drop-answer'), ...common }),
  /** Acts, then sends half of the body and cuts the connection. */
  z.object({ kind: z.literal('cut-body'), ...common }),
  /** Acts, then answers with a body that is no JSON. */
  z.object({ kind: z.literal('malformed-json'), ...common }),
  /** Cuts the connection before acting. */
  z.object({ kind: z.literal('refuse-connection'), ...common }),
  /** Acts, then keeps the answer back until POST /_practice/release {id}. */
  z.object({ kind: z.literal('hold'), ...common }),
  /** Keeps the request back, acts only after POST /_practice/release {id}. */
  z.object({ kind: z.literal('hold-before'), ...common }),
]);

const limit = z.number().int().min(0).max(1_000_000).default(0);
const partnerId = z.string().regex(/^\d{7}$/u);
const item = { productId: z.string().min(1), skuId: z.string().min(1) };

/** Faults of the state: what the tenant has become; they stay until {clear:true} (expiries of carts stay for good). */
export const stateFaultSchema = z.discriminatedUnion('kind', [
  /** Every open cart is past its seven days from now on. */
  z.object({ kind: z.literal('expire-carts') }),
  /** The price sheet shows the price times `factor` (a decimal text), in one market or in all. */
  z.object({
    kind: z.literal('change-price'),
    market: z.string().length(2).optional(),
    ...item,
    factor: z.string().regex(/^\d{1,4}(\.\d{1,6})?$/u),
  }),
  /** The reseller with this Partner ID is suspended. */
  z.object({ kind: z.literal('suspend-reseller'), mpnId: partnerId }),
  /** Orders of checkouts (and their subscriptions) are listed only so many minutes after the checkout. */
  z.object({ kind: z.literal('hide-orders'), minutes: z.number().min(0).max(10_000) }),
  /** A PATCH of a subscription is answered 202 with Location; the change shows after so many seconds, and 409/900278 till then. */
  z.object({ kind: z.literal('slow-changes'), seconds: z.number().min(0).max(86_400) }),
  /** So many updates of one subscription an hour, then 400/900311; 0: no limit. Without this fault it is 20. */
  z.object({ kind: z.literal('update-limit'), updates: z.number().int().min(0).max(200) }),
  /** Seats added in a term may be given back in seven days of their own, or not at all (story F24). Without this fault: own. */
  z.object({ kind: z.literal('added-seats'), window: z.enum(['own', 'fixed']) }),
  /** A transition of a subscription is taken, and ends with the event "Failed". */
  z.object({ kind: z.literal('fail-transitions') }),
  /** Most requests a minute of the partner, for one customer, and writes among both; 0 or absent: no limit. */
  z.object({
    kind: z.literal('request-limits'),
    limits: z
      .object({
        requestsPerMinute: limit, customerRequestsPerMinute: limit, writesPerMinute: limit, customerWritesPerMinute: limit,
      })
      .strict(),
  }),
  /** Tokens and refresh tokens issued so far are refused; a new sign-in gives good ones. */
  z.object({ kind: z.literal('require-mfa') }),
  /** Access tokens issued so far are refused; the refresh token still works. */
  z.object({ kind: z.literal('expire-tokens') }),
  /** A checkout fails for the order group that holds this SKU: orderErrors beside the other orders. */
  z.object({ kind: z.literal('fail-line'), ...item, code: z.number().int(), description: z.string() }),
  /** No customer grants the role any more with which its users are read and changed (403/900308). */
  z.object({ kind: z.literal('withdraw-user-role') }),
  /** The promotion has just ended. */
  z.object({ kind: z.literal('end-promotion'), promotionId: z.string().min(1).max(100) }),
  /** The promotion takes off another fraction of the price. */
  z.object({ kind: z.literal('change-promotion'), promotionId: z.string().min(1).max(100), discount: z.string().regex(/^0\.\d{1,6}$/u) }),
  /** A line of this SKU carries an error of the cart: 10000 to 10011 (reference, cartErrorCodes). */
  z.object({
    kind: z.literal('line-error'),
    ...item,
    errorCode: z.literal([10_000, 10_001, 10_002, 10_003, 10_004, 10_006, 10_007, 10_008, 10_009, 10_010, 10_011]),
  }),
  /** The provider's credit is used up: the checkout is refused (403/800023), or each order group is (orderErrors). */
  z.object({ kind: z.literal('credit-limit'), asOrderErrors: z.boolean().default(false) }),
  /** Microsoft reviews the customer (800073, 800074), or rejected it (800075): nothing can be bought for it. */
  z.object({ kind: z.literal('customer-review'), customerId: z.string(), code: z.literal([800_073, 800_074, 800_075]) }),
  /** Somebody else owns this domain. */
  z.object({ kind: z.literal('take-domain'), domain: z.string().min(1).max(253) }),
  /** A new customer's tenant is made, and only then the creation is refused for the contact's e-mail address (story F16). */
  z.object({ kind: z.literal('half-make-customer') }),
]);

/** Any fault a test can inject. */
export const faultSchema = z.union([requestFaultSchema, stateFaultSchema]);

/** Fault as written by the caller (defaults may be left out). */
export type Fault = z.input<typeof faultSchema>;
/** Fault of the connection, with its defaults. */
export type RequestFault = z.output<typeof requestFaultSchema>;
/** Fault of the state. */
export type StateFault = z.output<typeof stateFaultSchema>;
