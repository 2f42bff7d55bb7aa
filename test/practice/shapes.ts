import { z } from 'zod';

const errorShape = z.object({ code: z.number(), description: z.string(), data: z.array(z.string()), source: z.string() });

/** The code of an error of the standard shape, which must have every field of it. */
export function codeOf(body: unknown): number {
  return errorShape.parse(body).code;
}

const collectionShape = z.object({
  totalCount: z.number(),
  items: z.array(z.record(z.string(), z.unknown())),
  links: z.object({
    next: z.object({ uri: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) }).optional(),
  }),
  attributes: z.object({ objectType: z.literal('Collection') }),
});

/** A collection as the contract shapes it. */
export function collectionOf(body: unknown): z.output<typeof collectionShape> {
  return collectionShape.parse(body);
}

/** A field of an object, as text. */
export function textAt(body: unknown, ...path: readonly string[]): string {
  const found = path.reduce<unknown>((value, key) => z.record(z.string(), z.unknown()).parse(value)[key], body);
  return z.string().parse(found);
}

/** A cart as the contract shapes it. */
export const cartShape = z.object({
  id: z.string(),
  status: z.enum(['Active', 'Ordered']),
  creationTimestamp: z.string(),
  expirationTimestamp: z.string(),
  lineItems: z.array(
    z.object({
      id: z.number(),
      catalogItemId: z.string(),
      quantity: z.number(),
      orderGroup: z.string(),
      currencyCode: z.string(),
      billingCycle: z.string(),
      participants: z.array(z.object({ key: z.string(), value: z.string() })).optional(),
      error: z.object({ errorCode: z.string(), errorDescription: z.string() }).optional(),
    }),
  ),
});

/** The result of a checkout. */
export const checkoutShape = z.object({
  orders: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      lineItems: z.array(z.object({ subscriptionId: z.string(), offerId: z.string() })),
    }),
  ),
  orderErrors: z.array(z.object({ orderGroupId: z.string(), code: z.number(), description: z.string() })).optional(),
});
