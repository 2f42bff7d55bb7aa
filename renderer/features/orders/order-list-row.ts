import type { OrderRow } from '../../../shared/ports/mirror.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';

/** A line of the list: an order of the server, or one that still waits here. */
export type OrderListRow =
  | { readonly kind: 'pending'; readonly operation: OperationOf<'place-order'> }
  | { readonly kind: 'order'; readonly row: OrderRow };
