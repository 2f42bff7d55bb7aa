import { z } from 'zod';
import { AccountId, DraftId, PartnerId, QuoteId, ResellerTenantId } from '../../ids.ts';
import { Instant } from '../../instant.ts';
import { Money } from '../../money.ts';
import { BillingCycle, TermDuration } from '../cart/cart-line.ts';

/** A fraction as decimal text, `0.15` is 15 percent; never the whole price. */
const Fraction = z.string().regex(/^0(\.\d+)?$/);

/**
 * One line as it was offered. What the provider pays is not in it: a quote that does not know the cost cannot tell it, neither on
 * paper nor in a stored copy.
 */
export const QuoteLine = z.object({
  /** Of the cart's line: what one version is compared with the next by. */
  id: z.number().int().min(0),
  productId: z.string(),
  skuId: z.string(),
  title: z.string().min(1),
  quantity: z.number().int().min(1),
  termDuration: TermDuration,
  billingCycle: BillingCycle,
  /** Recommended price of one seat for one billing period; missing when no list had one. */
  listPrice: Money.optional(),
  /** What one seat is offered for: after the promotion and the reseller's discount. */
  unitPrice: Money.optional(),
  /** The same for all seats. */
  total: Money.optional(),
  /** Only one that applies to these seats. */
  promotion: z.object({ name: z.string(), discount: z.string(), endsAt: Instant.optional() }).optional(),
  /** Line of this quote that it is an add-on of, or the name of a subscription. */
  addonOf: z.union([z.number().int(), z.string()]).optional(),
  customTermEnd: Instant.optional(),
});
export type QuoteLine = z.infer<typeof QuoteLine>;

/** What all lines of one billing period come to. Periods are never added up. */
export const QuoteTotal = z.object({
  billingCycle: BillingCycle,
  total: Money,
  /** Lines without a price: the total is not complete, and the paper says so. */
  unpriced: z.number().int(),
});
export type QuoteTotal = z.infer<typeof QuoteTotal>;

export const quoteLanguages = ['en', 'it'] as const;

/** Whom a quote is for: the customer at the recommended price, or the reseller with a discount on it. */
export const QuoteAudience = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('customer') }),
  z.object({ kind: z.literal('reseller'), discount: Fraction }),
]);
export type QuoteAudience = z.infer<typeof QuoteAudience>;

/** What is chosen and typed for one version. */
export const QuoteTerms = z.object({
  audience: QuoteAudience,
  language: z.enum(quoteLanguages),
  /** Last day on which it may be accepted, `2026-12-11`. */
  validUntil: z.iso.date(),
  terms: z.string().max(4000),
});
export type QuoteTerms = z.infer<typeof QuoteTerms>;

/** Everything of a quote that follows from the cart and the choices, before the store gives it a number. */
export const QuoteContent = QuoteTerms.extend({
  draftId: DraftId,
  customerName: z.string(),
  domain: z.string(),
  market: z.string(),
  currency: z.string(),
  reseller: z.object({ id: ResellerTenantId.optional(), name: z.string(), partnerId: PartnerId }).optional(),
  cartName: z.string().optional(),
  purchaseOrderReference: z.string().optional(),
  notes: z.string().optional(),
  listDate: Instant.optional(),
  isPracticePrice: z.boolean(),
  lines: z.array(QuoteLine),
  totals: z.array(QuoteTotal),
});
export type QuoteContent = z.infer<typeof QuoteContent>;

/** One version of a quote: never changed and never removed, also when its cart is bought or thrown away. */
export const Quote = QuoteContent.extend({
  id: QuoteId,
  accountId: AccountId,
  /** Company that offers. */
  provider: z.string(),
  /** Of its cart, from 1. */
  version: z.number().int().min(1),
  madeAt: Instant,
  madeBy: z.string(),
});
export type Quote = z.infer<typeof Quote>;
