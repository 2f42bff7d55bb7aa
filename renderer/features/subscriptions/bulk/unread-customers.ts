import type { CustomerTenantId, ResellerTenantId } from '../../../../shared/ids.ts';
import type { CustomerQuery, Mirror } from '../../../../shared/ports/mirror.ts';

const atOnce = 4000;

/** Which customers: one reseller's, some, or all. */
export type CustomerScope = Pick<CustomerQuery, 'ids'> & { readonly reseller?: ResellerTenantId };

/** How many customers there are, and how many of them were never read. */
export async function unreadCount(
  mirror: Pick<Mirror, 'customers'>, scope: CustomerScope,
): Promise<{ readonly all: number; readonly unread: number }> {
  const query = { text: '', offset: 0, limit: 1, ...scope };
  const [all, unread] = await Promise.all([mirror.customers(query), mirror.customers({ ...query, isUnread: true })]);
  return { all: all.total, unread: unread.total };
}

/** The customers that were never read. */
export async function unreadIds(mirror: Pick<Mirror, 'customers'>, scope: CustomerScope): Promise<readonly CustomerTenantId[]> {
  const ids: CustomerTenantId[] = [];
  for (;;) {
    const { rows, total } = await mirror.customers({ text: '', offset: ids.length, limit: atOnce, isUnread: true, ...scope });
    ids.push(...rows.map(({ id }) => id));
    if (rows.length === 0 || ids.length >= total) return ids;
  }
}
