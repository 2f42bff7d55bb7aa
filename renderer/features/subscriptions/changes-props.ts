import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import type { ChangeKind, OperationOf } from '../../../shared/sync/operation.ts';

/** What the parts of the page that change something are given. */
export interface ChangesProps {
  readonly record: CustomerRecord;
  readonly subscription: Subscription;
  /** Changes of this subscription that were confirmed here. */
  readonly changes: readonly OperationOf<ChangeKind>[];
  /** The change that is edited (`?operation=`). */
  readonly edited: OperationOf<ChangeKind> | undefined;
  /** The reseller a link asked for (`?reseller=`). */
  readonly resellerId: string | undefined;
}
