import { z } from 'zod';
import { type Answer, type Call, readBody } from './call.ts';
import { refuse } from './errors.ts';
import type { OrderRecord } from './order-records.ts';

const cancellation = z.looseObject({ id: z.string(), status: z.string(), lineItems: z.array(z.unknown()).optional() });

/**
 * cancel-order-sandbox and cancel-software-order. This tenant is no sandbox and sells licences only: those are cancelled by
 * their subscriptions (800019; 800063 where lines are named as for software). An order that is cancelled already cannot be
 * cancelled (800061).
 */
export function refuseCancellation(call: Call, order: OrderRecord, isCancelled: boolean): Answer {
  const read = readBody(cancellation, call.body);
  if (!read.ok) return read.refusal;
  const { id, status, lineItems } = read.value;
  if (id.toLowerCase() !== order.id.toLowerCase()) return refuse(400, '3000', 'The id of the body is not the id of the order.', ['id']);
  if (status.toLowerCase() !== 'cancelled') return refuse(400, '900141', 'This change of an order is not supported here.', ['status']);
  if (isCancelled) return refuse(400, '800061', 'The order cannot be cancelled.', [order.id]);
  return lineItems === undefined
    ? refuse(403, '800019', 'Outside the integration sandbox only software can be cancelled by its order.', [order.id])
    : refuse(400, '800063', 'Cancel or suspend the subscriptions of the order instead.', [order.id]);
}
