/** Months of a term, and of a billing cycle that repeats. */
export const monthsByTerm: Readonly<Record<string, number>> = { P1M: 1, P1Y: 12, P3Y: 36 };
export const monthsByCycle: Readonly<Record<string, number>> = { monthly: 1, annual: 12, triennial: 36 };

/** Months of a term of the catalogue; a year where the term has no length of its own. */
export const monthsOf = (termDuration: string): number => monthsByTerm[termDuration] ?? 12;

/** Calendar months later; a day the month has not becomes its last. */
export function plusMonths(start: Date, months: number): Date {
  const moved = new Date(start);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return moved;
}

/** The period that runs at an instant, when periods of so many months follow each other from a start on. */
export function periodAt(start: Date, months: number, now: Date): { readonly start: Date; readonly end: Date } {
  let step = 0;
  while (plusMonths(start, (step + 1) * months).getTime() <= now.getTime()) step += 1;
  return { start: plusMonths(start, step * months), end: plusMonths(start, (step + 1) * months) };
}
