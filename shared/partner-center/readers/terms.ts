import { BillingCycle, TermDuration } from '../../domain/cart/cart-line.ts';

const cycles: ReadonlyMap<string, BillingCycle> = new Map(
  BillingCycle.options.map((cycle) => [cycle.replaceAll('_', ''), cycle]),
);

/** A billing cycle in any spelling the sources use: `Monthly`, `OneTime`, `one_time`. Undefined for an unknown one. */
export const readBillingCycle = (text: string | undefined): BillingCycle | undefined =>
  text === undefined ? undefined : cycles.get(text.trim().toLowerCase().replaceAll(/[\s_-]/gu, ''));

/** A term duration we can order (reference.json enums.termDuration). Undefined for others, e.g. `P5Y`. */
export function readTermDuration(text: string | undefined): TermDuration | undefined {
  const read = TermDuration.safeParse(text?.trim().toUpperCase());
  return read.success ? read.data : undefined;
}
