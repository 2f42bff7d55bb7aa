import { isBefore } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import { isOpen } from '../../../shared/sync/operation.ts';
import type { Operation, OperationOf } from '../../../shared/sync/operation.ts';
import { useLive, useMirror } from '../../platform/services.tsx';
import { hasWords } from '../../text/word-match.ts';
import type { OrderListRow } from './order-list-row.ts';
import { queryOf, sinceOf } from './order-view-store.ts';
import type { OrderView } from './order-view-store.ts';

/** More than this are not shown at once. */
export const mostRows = 5000;

function isWanted({ payload, createdAt }: OperationOf<'place-order'>, view: OrderView, now: Instant): boolean {
  const since = sinceOf(view, now);
  const partnerId = payload.reseller.kind === 'reseller' ? payload.reseller.partnerId : 'none';
  const customerId = payload.customer.kind === 'tenant' ? payload.customer.customerId : undefined;
  return (view.state === '' || view.state === 'waiting')
    && (view.reseller === '' || view.reseller === partnerId)
    && (view.customer === '' || view.customer === customerId)
    && (since === undefined || !isBefore(createdAt, since))
    && hasWords([payload.customerName, ...payload.lines.map(({ title }) => title)].join(' '), view.text);
}

export interface OrderRows {
  /** What waits here on top, then the newest; undefined before the first answer. */
  readonly rows: readonly OrderListRow[] | undefined;
  readonly operations: readonly Operation[];
}

/** The orders of a view: those that still wait here, and those of the server. */
export function useOrderRows(view: OrderView, now: Instant): OrderRows {
  const operations = useLive((work) => work.operations(), []) ?? [];
  // the period begins a whole number of days ago: asked again as days pass, not with each tick of the clock
  const orders = useMirror(['orders'], async (mirror) => {
    const query = queryOf(view, now, mostRows);
    return query === undefined ? [] : mirror.orders(query);
  }, [view.text, view.state, view.reseller, view.customer, view.period, now.slice(0, 13)]);
  const pending = operations
    .filter((operation) => operation.kind === 'place-order')
    .filter((operation) => isOpen(operation) && isWanted(operation, view, now))
    .toReversed();
  const rows = orders && [
    ...pending.map((operation) => ({ kind: 'pending', operation }) as const),
    ...orders.map((row) => ({ kind: 'order', row }) as const),
  ];
  return { rows, operations };
}
