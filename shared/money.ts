import { z } from 'zod';

/** An amount as decimal text and its ISO 4217 currency. Never a float: sums go through decimal.js. */
export const Money = z.object({
  amount: z.string().regex(/^-?\d+(\.\d+)?$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type Money = z.infer<typeof Money>;
