import { z } from 'zod';
import { CustomerReseller, OrderReseller } from '../../shared/domain/reseller/customer-reseller.ts';
import type { ServerCallName } from '../../shared/partner-center/server-call.ts';

const OfCustomer = z.object({ reseller: CustomerReseller });
const OfOrder = z.object({ reseller: OrderReseller });
const WithLines = z.object({ lines: z.array(z.object({ partnerId: z.string().optional() })).min(1) });

/**
 * Whether a write says whose it is: for a reseller, or direct because the user explicitly chose so. Every line of a cart
 * credits that very reseller, and a direct sale credits nobody. The server would not complain: a missing reseller makes
 * a direct customer, a missing Partner ID loses the incentive (story F17; create-cart-for-reseller, notes).
 */
export function namesItsReseller(name: ServerCallName, input: unknown): boolean {
  if (name !== 'create-customer' && name !== 'create-cart') return true;
  if (name === 'create-customer') return OfCustomer.safeParse(input).success;
  const named = OfOrder.safeParse(input).data;
  if (named === undefined) return false;
  const expected = named.reseller.kind === 'reseller' ? named.reseller.partnerId : undefined;
  const lines = WithLines.safeParse(input).data?.lines;
  return lines !== undefined && lines.every((line) => line.partnerId === expected);
}
