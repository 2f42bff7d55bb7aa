import { isBefore } from '../../../shared/instant.ts';
import type { SubscriptionRow } from '../../../shared/ports/mirror.ts';
import { openChanges, subscriptionKey } from '../../../shared/sync/open-changes.ts';
import type { ChangeKind, OperationOf } from '../../../shared/sync/operation.ts';
import { useLive, useMirror } from '../../platform/services.tsx';
import { useClock } from '../../platform/use-clock.ts';
import { queryOf } from './subscription-view-store.ts';
import type { SubscriptionView } from './subscription-view-store.ts';

/** More than this are not shown at once. */
export const mostRows = 5000;

/** A line of the list, with the newest change of it that is not at its end. */
export interface ListedSubscription extends SubscriptionRow {
  readonly change: OperationOf<ChangeKind> | undefined;
  /** Of the reseller it credits, where it is in the list of resellers. */
  readonly resellerName: string | undefined;
}

/** The subscriptions of a view; undefined before the first answer. */
export function useSubscriptionRows(view: SubscriptionView): readonly ListedSubscription[] | undefined {
  const now = useClock();
  const operations = useLive((work) => work.operations(), []);
  // the days are counted from the present: asked again as hours pass, not with each tick of the clock
  const rows = useMirror(['customers', 'orders'], (mirror) => mirror.subscriptions(queryOf(view, now, mostRows)), [
    view.text, view.status, view.reseller, view.endsWithin, now.slice(0, 13),
  ]);
  const resellers = useMirror(['resellers'], (mirror) => mirror.resellers(), []);
  if (rows === undefined || operations === undefined) return undefined;
  const changes = openChanges(operations);
  const names = new Map((resellers ?? []).map(({ partnerId, name }) => [partnerId, name]));
  return rows
    .filter(({ subscription: { endsAt } }) => view.endsWithin === '' || (endsAt !== undefined && isBefore(now, endsAt)))
    .map((row) => ({
      ...row, change: changes.get(subscriptionKey(row.customerId, row.subscription.id))?.at(-1),
      resellerName: names.get(row.subscription.partnerId ?? ''),
    }))
    .filter(({ change }) => !view.isWaiting || change !== undefined);
}
