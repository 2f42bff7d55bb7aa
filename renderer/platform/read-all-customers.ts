import type { CustomerQuery, CustomerRow, Mirror } from '../../shared/ports/mirror.ts';

/** So many at a time: what comes from the store worker keeps the window busy for a few milliseconds only. */
const atOnce = 4000;

/** Every customer that matches, page after page; `tell` hears how many of how many are there. */
export async function* allCustomers(
  mirror: Pick<Mirror, 'customers'>, query: Omit<CustomerQuery, 'offset' | 'limit'>, range: { readonly from: number; readonly to?: number },
): AsyncGenerator<{ readonly rows: readonly CustomerRow[]; readonly done: number; readonly total: number }> {
  for (let offset = range.from; ;) {
    const limit = Math.min(atOnce, (range.to ?? Infinity) + 1 - offset);
    if (limit <= 0) return;
    const { rows, total } = await mirror.customers({ ...query, offset, limit });
    if (rows.length === 0) return;
    offset += rows.length;
    yield { rows, done: offset, total };
    if (offset >= total) return;
  }
}
