import { useState } from 'react';
import type { Failure } from '../../shared/contract/failure.ts';
import { subscriptionName } from '../../shared/domain/subscription/subscription.ts';
import type { Subscription } from '../../shared/domain/subscription/subscription.ts';
import type { CustomerTenantId } from '../../shared/ids.ts';
import type { SubscriptionChange } from '../../shared/sync/operation.ts';
import { useServices } from './services.tsx';

export interface CancellationCommand {
  /** Puts the end of each subscription into the outbox, all or none. True when they are there. */
  readonly submit: (chosen: readonly Subscription[]) => Promise<boolean>;
  readonly problem: Failure | undefined;
  readonly isBusy: boolean;
}

interface About {
  readonly customerId: CustomerTenantId;
  readonly customerName: string;
  /** The order they were bought with, where it is known. */
  readonly orderId?: string | undefined;
}

/** From the choice of subscriptions to the outbox: one transaction; pressing twice finds what is on its way. */
export function useCancellation({ customerId, customerName, orderId }: About): CancellationCommand {
  const { work, outbox, mirror } = useServices();
  const [problem, setProblem] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const changeOf = (subscription: Subscription): SubscriptionChange => {
    const { id, status, quantity, cancellableUntil } = subscription;
    return {
      kind: 'cancel-subscription',
      payload: {
        customer: { kind: 'tenant', customerId },
        customerName,
        subscriptionId: id,
        subscriptionName: subscriptionName(subscription),
        ...(orderId === undefined ? {} : { orderId }),
        before: { status, quantity, ...(cancellableUntil === undefined ? {} : { cancellableUntil }) },
      },
    };
  };
  const submit = async (chosen: readonly Subscription[]): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    setProblem(undefined);
    const confirmed = await work.confirmChange(chosen.map(changeOf), (await mirror.organization())?.partnerId);
    setBusy(false);
    if (confirmed.ok) outbox.wake();
    else setProblem(confirmed.error);
    return confirmed.ok;
  };
  return { submit, problem, isBusy };
}
