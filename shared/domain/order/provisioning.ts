import { z } from 'zod';

/**
 * How far the lines of an order are handed out (get-order-provisioning-status): Fulfilled, Unfulfilled or
 * PrefulfillmentPending, for the line and for parts of its quantity. An unknown status is kept as it came.
 */
export const LineProvisioning = z.object({
  lineNumber: z.number().int(),
  status: z.string(),
  quantities: z.array(z.object({ quantity: z.number().int(), status: z.string() })),
});
export type LineProvisioning = z.infer<typeof LineProvisioning>;

/** Whether the server still works on a line: it is worth asking again. */
export const isHandedOutLater = (lines: readonly LineProvisioning[]): boolean =>
  lines.some(({ status }) => status.toLowerCase() === 'prefulfillmentpending');
