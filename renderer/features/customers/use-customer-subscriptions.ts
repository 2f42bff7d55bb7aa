import { useCallback, useMemo } from 'react';
import { isOpen, isChange, needsPerson } from '../../../shared/sync/operation.ts';
import type { ChangeKind, OperationOf } from '../../../shared/sync/operation.ts';
import { expectedSubscriptions } from '../../../shared/sync/expected-subscriptions.ts';
import type { ExpectedSubscription } from '../../../shared/sync/expected-subscriptions.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import { isBefore, plusSeconds } from '../../../shared/instant.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import { ok } from '../../../shared/result.ts';
import { systemClock } from '../../platform/clock.ts';
import { readServer } from '../../platform/read-server.ts';
import { useLive, useServices } from '../../platform/services.tsx';
import { useOnlineReading } from '../../platform/use-online-reading.ts';
import type { OnlineReading } from '../../platform/use-online-reading.ts';

/** A line of the customer's subscriptions: one the server listed, with what waits here to change it, or one that is on its way. */
export type SubscriptionLine =
  | { readonly kind: 'listed'; readonly subscription: Subscription; readonly changes: readonly OperationOf<ChangeKind>[] }
  | ({ readonly kind: 'expected' } & ExpectedSubscription);

export interface CustomerSubscriptions {
  /** When they were read; undefined when they never were. */
  readonly readAt: string | undefined;
  readonly wasRead: boolean;
  readonly lines: readonly SubscriptionLine[];
  /** Some were bought and are not listed yet. */
  readonly hasUnlisted: boolean;
}

/** What a customer has and is going to have, those that are on their way first. */
export function useCustomerSubscriptions({ row, subscriptions, readAt, refreshedAt }: CustomerRecord): CustomerSubscriptions {
  const operations = useLive((work) => work.operations(), []);
  const at = readAt?.subscriptions ?? (subscriptions === undefined ? undefined : refreshedAt);
  return useMemo(() => {
    const known = operations ?? [];
    const expected = expectedSubscriptions(known, row.id, { subscriptions, readAt: at });
    const changes = known.filter(isChange).filter((one) => isOpen(one) || needsPerson(one));
    const changesOf = (id: string) => changes.filter(({ payload }) => payload.subscriptionId === id);
    return {
      readAt: at,
      wasRead: subscriptions !== undefined,
      hasUnlisted: expected.some(({ isBought }) => isBought),
      lines: [
        ...expected.map((one): SubscriptionLine => ({ kind: 'expected', ...one })),
        ...(subscriptions ?? []).map((subscription): SubscriptionLine => ({ kind: 'listed', subscription, changes: changesOf(subscription.id) })),
      ],
    };
  }, [operations, row.id, subscriptions, at]);
}

/** What was read a moment ago is not read again: a row that scrolls out of sight and back asks nothing. */
const freshSeconds = 50;

/** Reads the subscriptions of a customer when they are shown online; each minute while some that were bought are not listed. */
export function useReadSubscriptions(customerId: CustomerTenantId, hasUnlisted: boolean): OnlineReading {
  const { account, mirror } = useServices();
  return useOnlineReading(useCallback(async () => {
    const last = (await mirror.customer(customerId))?.readAt?.subscriptions;
    const at = systemClock.now();
    if (last !== undefined && isBefore(at, plusSeconds(last, freshSeconds))) return ok(undefined);
    const answer = await readServer(account.id, 'list-subscriptions', { customerId }, serverCalls['list-subscriptions'].out);
    if (answer.ok) await mirror.apply({ kind: 'subscriptions-read', customerId, subscriptions: answer.value.subscriptions, at });
    return answer;
  }, [account.id, mirror, customerId]), hasUnlisted);
}
