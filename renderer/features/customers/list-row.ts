import type { CustomerRow } from '../../../shared/ports/mirror.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';

/** A line of the list: a customer of the server, or one that still waits to be created. */
export type ListRow =
  | { readonly kind: 'pending'; readonly operation: OperationOf<'create-customer'> }
  | { readonly kind: 'customer'; readonly row: CustomerRow };

export const addressOf = (line: ListRow): string =>
  line.kind === 'pending' ? `pending-${line.operation.id}` : line.row.id;
