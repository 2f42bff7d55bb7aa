import { z } from 'zod';
import type { Subscription } from './subscription.ts';

/** The licences of one product in a customer's tenant ("Get a list of available licenses": customers/{id}/subscribedskus). */
export const ProductLicenses = z.object({
  productName: z.string(),
  /** Seats that users have. */
  consumed: z.number().int(),
  /** Seats that could be given to users. */
  active: z.number().int(),
});
export type ProductLicenses = z.infer<typeof ProductLicenses>;

export interface UsedSeats {
  readonly consumed: number;
  readonly bought: number;
  /** The customer has several subscriptions of the product: nobody can tell whose seats are used. */
  readonly isShared: boolean;
}

const named = (name: string): string => name.trim().replaceAll(/\s+/gu, ' ').toLowerCase();

/**
 * How many seats of the subscription's product are in use. The service counts by product of the customer and names no offer: the
 * two are matched by the product's name. Undefined where no name matches: then nobody knows.
 */
export function usedSeats(
  subscription: Subscription, all: readonly Subscription[], licenses: readonly ProductLicenses[] | undefined,
): UsedSeats | undefined {
  const product = named(subscription.offerName);
  const found = licenses?.find(({ productName }) => named(productName) === product);
  if (found === undefined) return undefined;
  const ofProduct = all.filter(({ offerName, status }) => named(offerName) === product && status.toLowerCase() === 'active');
  const isShared = ofProduct.some(({ id }) => id !== subscription.id);
  const bought = isShared ? ofProduct.reduce((seats, { quantity }) => seats + quantity, 0) : subscription.quantity;
  return { consumed: found.consumed, bought, isShared };
}
