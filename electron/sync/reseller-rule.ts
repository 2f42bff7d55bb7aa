import { z } from 'zod';
import { CustomerReseller } from '../../shared/domain/reseller/customer-reseller.ts';
import type { ServerCallName } from '../../shared/partner-center/server-call.ts';

const WithReseller = z.object({ reseller: CustomerReseller });
const WithLines = z.object({ lines: z.array(z.object({ partnerId: z.string().optional() })).min(1) });

/**
 * Whether a write says whose it is: for a reseller, or direct because the user explicitly chose so. Every line of a cart
 * credits that very reseller, and a direct sale credits nobody. The server would not complain: a missing reseller makes
 * a direct customer, a missing Partner ID loses the incentive (story F17; create-cart-for-reseller, notes).
 */
export function namesItsReseller(name: ServerCallName, input: unknown): boolean {
  if (name !== 'create-customer' && name !== 'create-cart') return true;
  const named = WithReseller.safeParse(input).data;
  if (named === undefined || name === 'create-customer') return named !== undefined;
  const expected = named.reseller.kind === 'reseller' ? named.reseller.partnerId : undefined;
  const lines = WithLines.safeParse(input).data?.lines;
  return lines !== undefined && lines.every((line) => line.partnerId === expected);
}
