import { z } from 'zod';

/**
 * Every way in which something may fail in front of the user: a closed list. Each code has a sentence and a next
 * step in both languages (text/*.json, `failure.<code>`); a check fails when one is missing.
 */
export const failureCodes = [
  // the way to the server
  'offline', 'unreachable', 'no-answer', 'throttled', 'server-trouble', 'malformed-answer',
  // who is asking
  'sign-in-needed', 'mfa-needed', 'role-missing', 'wrong-tenant', 'own-agreement-missing', 'program-not-active',
  // what was asked
  'bad-request', 'invalid-property', 'not-supported', 'not-found', 'not-sold-in-country',
  // customer
  'address-invalid', 'domain-taken', 'registration-number-missing', 'registration-number-malformed',
  'registration-number-not-used', 'phone-missing', 'reseller-missing', 'reseller-not-partner', 'customer-not-found',
  'no-customer-relationship', 'customer-under-review', 'customer-rejected', 'customer-locked', 'user-not-found', 'user-role-missing', 'sandbox-limit',
  // agreement
  'agreement-missing', 'agreement-already-confirmed', 'agreement-template-missing',
  // catalogue
  'product-gone', 'availability-gone', 'segment-not-allowed', 'promotion-invalid', 'price-access-missing',
  // price lists
  'list-not-text', 'list-resaved', 'list-columns-missing', 'list-empty', 'list-cut', 'list-no-rows', 'list-unreadable', 'list-busy',
  // reseller on a line
  'partner-id-unknown', 'partner-id-own', 'partner-id-not-reseller', 'partner-id-inactive', 'partner-id-region',
  'reseller-agreement-missing',
  // cart and order
  'cart-expired', 'cart-busy', 'cart-submitted', 'cart-line-refused', 'quantity-out-of-range', 'attestation-missing',
  'offer-attestation-missing', 'item-not-purchasable', 'currency-wrong', 'end-date-wrong', 'prerequisite-missing',
  'credit-limit', 'order-in-progress', 'order-not-created', 'order-not-found', 'too-many-subscriptions', 'too-many-seats',
  'risk-check-failed', 'eligibility-unclear', 'quota-missing', 'inventory-missing', 'line-not-processed', 'base-not-valid',
  'reservation-not-enabled', 'subscription-not-registered', 'order-not-cancellable', 'provisioning-unknown',
  'country-outside-region',
  // subscription
  'subscription-not-found', 'subscription-not-changeable', 'subscription-reseller-fixed', 'change-in-progress',
  'change-open', 'seats-fixed', 'billing-fixed', 'billing-not-possible', 'term-not-possible', 'cancellation-window-over',
  'parent-not-active', 'subscription-suspended', 'subscription-not-ready', 'subscription-over', 'changed-too-often',
  'upgrade-not-possible', 'seats-not-changeable', 'seats-over-limit', 'auto-renew-not-possible', 'status-fixed', 'status-not-possible',
  'azure-plan-in-use', 'end-date-not-for-product', 'term-end-unseen',
  // letters and partnerships
  'mail-recipient-invalid', 'mail-subject-invalid', 'mail-body-invalid', 'mail-link-lost', 'mail-client-missing',
  'mail-client-refused', 'clipboard-refused', 'partnership-link-missing', 'partnership-link-not-allowed', 'resource-changed',
  // what nobody listed
  'unknown-server-code',
  // this computer
  'envelope-missing', 'envelope-destroyed', 'envelope-not-ready', 'envelope-void', 'keychain-missing', 'storage-failed', 'pdf-failed',
  'account-missing',
  'link-not-allowed', 'invalid-input', 'refused-sender', 'internal',
] as const;
export const FailureCode = z.enum(failureCodes);
export type FailureCode = z.infer<typeof FailureCode>;

/** A failure with what support needs: shown as a sentence, the rest one click away and copyable. */
export const Failure = z.object({
  code: FailureCode,
  /** The server's own code as text (it comes as number or text). */
  serverCode: z.string().optional(),
  httpStatus: z.number().int().optional(),
  /** The server's own words, in its language. */
  serverText: z.string().max(2000).optional(),
  correlationId: z.string().optional(),
  requestId: z.string().optional(),
  /** The form field the failure belongs to, when one is known. */
  field: z.string().optional(),
  /** Seconds to wait, with `throttled`. */
  retryAfterSeconds: z.number().optional(),
  /** Values for the sentence, e.g. the domain that is taken. */
  values: z.record(z.string(), z.string()).optional(),
});
export type Failure = z.infer<typeof Failure>;

export const failure = (code: FailureCode, more: Omit<Failure, 'code'> = {}): Failure => ({ code, ...more });
