import { z } from 'zod';
import { Failure } from '../contract/failure.ts';
import { PromotionRefusal } from '../domain/catalogue/promotion.ts';
import { AddressForm } from '../domain/customer/customer-form.ts';
import { EditedFieldName, SubscriptionEdits, SubscriptionFields } from '../domain/subscription/subscription-edits.ts';
import { SupportContact } from '../domain/subscription/subscription.ts';
import { Instant } from '../instant.ts';
import { Money } from '../money.ts';

/** A difference between what the user confirmed and what the server says now. A person decides. */
export const Difference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('address'), status: z.string(), suggestions: z.array(AddressForm) }),
  z.object({ kind: z.literal('price'), lineId: z.number().int(), before: Money.optional(), after: Money.optional() }),
  z.object({ kind: z.literal('offer-gone'), lineId: z.number().int() }),
  /** A promotion that this customer may not have, for these reasons; or, without any, that takes off something else now. */
  z.object({
    kind: z.literal('promotion'),
    lineId: z.number().int(),
    promotionId: z.string(),
    name: z.string(),
    reasons: z.array(z.object({ type: PromotionRefusal, text: z.string() })),
    minimumSeats: z.number().int().optional(),
    maximumSeats: z.number().int().optional(),
    /** Of the maximum, what is left for this customer. */
    availableSeats: z.number().int().optional(),
    before: z.string().optional(),
    after: z.string().optional(),
  }),
  z.object({ kind: z.literal('line-refused'), lineId: z.number().int(), failure: Failure }),
  z.object({
    kind: z.literal('line-changed'),
    lineId: z.number().int(),
    field: z.enum([
      'quantity', 'termDuration', 'billingCycle', 'partnerId', 'participants', 'currency', 'catalogItemId', 'addonOf', 'promotion',
      'customTermEnd', 'renewsTo', 'missing',
    ]),
    before: z.string(),
    after: z.string(),
  }),
  z.object({ kind: z.literal('reseller-not-ready'), failure: Failure }),
  /** A checkout had no answer and no order showed up within the documented delay: only a person may send again. */
  z.object({ kind: z.literal('order-not-found'), waitedUntil: Instant }),
  /** Somebody else changed these fields since the user saw them: base and server whole, so that nothing is lost (failure story F13). */
  z.object({
    kind: z.literal('fields-changed'),
    fields: z.array(EditedFieldName).min(1),
    base: SubscriptionFields,
    server: SubscriptionFields,
    /** When the server's version was read. */
    readAt: Instant.optional(),
  }),
  /** Somebody else than the user saw gives support. */
  z.object({ kind: z.literal('contact-changed'), before: SupportContact, after: SupportContact }),
  /** The subscription to be cancelled is in another state, or has another number of seats, than the user saw. */
  z.object({
    kind: z.literal('subscription-changed'),
    before: z.object({ status: z.string(), quantity: z.number().int() }),
    after: z.object({ status: z.string(), quantity: z.number().int() }),
  }),
]);
export type Difference = z.infer<typeof Difference>;

/** All three versions of a subscription that somebody else changed too, and what a person made of them: nothing of it is lost (F13). */
export const EditConflict = z.object({
  at: Instant,
  fields: z.array(EditedFieldName),
  base: SubscriptionFields,
  edits: SubscriptionEdits,
  server: SubscriptionFields,
  /** The fields of the edits that went on; none: they were given up. Absent until decided, or when the edits were changed instead. */
  kept: z.array(EditedFieldName).optional(),
  decidedAt: Instant.optional(),
  who: z.string().optional(),
});
export type EditConflict = z.infer<typeof EditConflict>;

/** What became of one line of an order: a checkout may buy some lines and refuse others. */
export const LineOutcome = z.discriminatedUnion('state', [
  z.object({ lineId: z.number().int(), state: z.literal('ordered'), orderId: z.string(), subscriptionId: z.string().optional() }),
  z.object({ lineId: z.number().int(), state: z.literal('refused'), failure: Failure }),
]);
export type LineOutcome = z.infer<typeof LineOutcome>;
