import { z } from 'zod';
import { Instant } from '../../instant.ts';

/** Who answers for support of a subscription (get-support-contact): the provider itself, or a reseller it named. */
export const SupportContact = z.object({
  tenantId: z.string(),
  partnerId: z.string(),
  name: z.string(),
});
export type SupportContact = z.infer<typeof SupportContact>;

/** A subscription of a customer (list-subscriptions), the fields the app shows. */
export const Subscription = z.object({
  id: z.string().min(1),
  offerId: z.string().optional(),
  offerName: z.string(),
  friendlyName: z.string(),
  quantity: z.number().int(),
  status: z.string(),
  autoRenewEnabled: z.boolean(),
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

/** Ended before its time (cancel-subscription: status "deleted"). */
export const isCancelled = ({ status }: Pick<Subscription, 'status'>): boolean => status.toLowerCase() === 'deleted';

/** The service writes its words in several letter cases (reference, subscriptionStatus). */
export const isActiveSubscription = ({ status }: Pick<Subscription, 'status'>): boolean => status.toLowerCase() === 'active';
