import { z } from 'zod';
import { Instant } from '../../instant.ts';

/** An order as the server lists it (list-orders). Ids are not always GUIDs. */
export const Order = z.object({
  id: z.string().min(1),
  customerId: z.string(),
  billingCycle: z.string(),
  currencyCode: z.string().optional(),
  status: z.string(),
  createdAt: Instant.optional(),
  lines: z.array(
    z.object({
      lineNumber: z.number().int(),
      offerId: z.string(),
      friendlyName: z.string(),
      quantity: z.number().int(),
      termDuration: z.string().optional(),
      subscriptionId: z.string().optional(),
      partnerId: z.string().optional(),
      /** Named beside it, without incentive (create-cart, participants). */
      additionalPartnerIds: z.array(z.string()).optional(),
      parentSubscriptionId: z.string().optional(),
      promotionId: z.string().optional(),
      /** new, renew, addQuantity, removeQuantity, cancel, convert, customerCredit (reference, orderLineTransactionType) */
      transactionType: z.string().optional(),
    }),
  ),
});
export type Order = z.infer<typeof Order>;
