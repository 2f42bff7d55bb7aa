/** The rows from one place to another, both included, whichever comes first. */
export const rowsBetween = <Row>(rows: readonly Row[], one: number, other: number): readonly Row[] =>
  rows.slice(Math.min(one, other), Math.max(one, other) + 1);
