import { z } from 'zod';
import { Instant } from '../../instant.ts';

/** Who answers for support of a subscription (get-support-contact): the provider itself, or a reseller it named. */
export const SupportContact = z.object({
  tenantId: z.string(),
  partnerId: z.string(),
  name: z.string(),
});
export type SupportContact = z.infer<typeof SupportContact>;

/** What is to become of a subscription when its term ends (schedule-next-term-changes). Any change before then deletes it. */
export const ScheduledChange = z.object({
  product: z.object({
    productId: z.string(),
    skuId: z.string(),
    availabilityId: z.string(),
    billingCycle: z.string(),
    termDuration: z.string(),
    promotionId: z.string().optional(),
  }),
  quantity: z.number().int(),
  customTermEndsAt: Instant.optional(),
});
export type ScheduledChange = z.infer<typeof ScheduledChange>;

/**
 * What follows a term that does not renew itself: the paid Extended Service Term by the month, or nothing. No page of the contract
 * has it: it is scheduledActions of the live clients' types of 2026 (renewal/end-of-term.ts, openPoints).
 */
export const AtTermEnd = z.enum(['extend', 'cancel']);
export type AtTermEnd = z.infer<typeof AtTermEnd>;

/** A subscription of a customer (list-subscriptions): every field the contract gives. */
export const Subscription = z.object({
  id: z.string().min(1),
  offerId: z.string().optional(),
  offerName: z.string(),
  friendlyName: z.string(),
  quantity: z.number().int(),
  status: z.string(),
  autoRenewEnabled: z.boolean(),
  /** Absent where it renews itself, and where the server says nothing of it. */
  atTermEnd: AtTermEnd.optional(),
  billingCycle: z.string().optional(),
  termDuration: z.string().optional(),
  createdAt: Instant.optional(),
  startsAt: Instant.optional(),
  endsAt: Instant.optional(),
  cancellableUntil: Instant.optional(),
  partnerId: z.string().optional(),
  orderId: z.string().optional(),
  /** Set on an add-on (get-subscription, notes). */
  parentSubscriptionId: z.string().optional(),
  isTrial: z.boolean().optional(),
  promotionId: z.string().optional(),
  /** What was arranged for its next term. */
  scheduled: ScheduledChange.optional(),
  billingCycleEndsAt: Instant.optional(),
  entitlementId: z.string().optional(),
  productType: z.string().optional(),
  unitType: z.string().optional(),
  billingType: z.string().optional(),
  contractType: z.string().optional(),
  publisherName: z.string().optional(),
  isMicrosoftProduct: z.boolean().optional(),
  hasPurchasableAddons: z.boolean().optional(),
  attentionNeeded: z.boolean().optional(),
  actionTaken: z.boolean().optional(),
  /** What the server says may be done to it: edit, cancel (reference, subscriptionActions). */
  actions: z.array(z.string()).optional(),
  suspensionReasons: z.array(z.string()).optional(),
  renewalTermDuration: z.string().optional(),
  /** What a cancellation gives back, and until when (get-subscription, refundOptions). */
  refundOptions: z.array(z.object({ type: z.string(), expiresAt: Instant.optional() })).optional(),
  /** How many seats may still be given back, by batch (get-subscription, refundableQuantity). */
  refundableQuantity: z
    .object({
      totalQuantity: z.number().int(),
      details: z.array(z.object({ quantity: z.number().int(), allowedUntil: Instant.optional() })),
    })
    .optional(),
});
export type Subscription = z.infer<typeof Subscription>;

/** How people call a subscription: by its nickname, or by its product. */
export const subscriptionName = ({ friendlyName, offerName }: Pick<Subscription, 'friendlyName' | 'offerName'>): string =>
  friendlyName || offerName;

/** Ended before its time (cancel-subscription: status "deleted"). */
export const isCancelled = ({ status }: Pick<Subscription, 'status'>): boolean => status.toLowerCase() === 'deleted';

/** The service writes its words in several letter cases (reference, subscriptionStatus). */
export const isActiveSubscription = ({ status }: Pick<Subscription, 'status'>): boolean => status.toLowerCase() === 'active';

/** Suspended, by a partner or by the service (suspend-subscription). */
export const isSuspended = ({ status }: Pick<Subscription, 'status'>): boolean => status.toLowerCase() === 'suspended';
