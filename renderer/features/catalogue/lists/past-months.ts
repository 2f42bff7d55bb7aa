const shown = 12;

/** The month of a moment and the eleven before it, `yyyy-mm` in UTC: months of price lists begin there. */
export function pastMonths(now: number): readonly string[] {
  const date = new Date(now);
  return Array.from({ length: shown }, (_month, back) =>
    new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, 1)).toISOString().slice(0, 7));
}
