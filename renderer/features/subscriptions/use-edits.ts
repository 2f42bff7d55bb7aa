import { useState } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { SubscriptionEdits } from '../../../shared/domain/subscription/subscription-edits.ts';
import { fieldsOf } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { SubscriptionChange } from '../../../shared/sync/operation.ts';
import { subscriptionName } from '../../../shared/domain/subscription/subscription.ts';
import { useServices } from '../../platform/services.tsx';
import type { EditProps } from './edit-props.ts';

export interface EditCommand {
  /** Puts the edits into the outbox, into the open change of the subscription where there is one. True when they are there. */
  readonly submit: (edits: SubscriptionEdits) => Promise<boolean>;
  readonly problem: Failure | undefined;
  readonly isBusy: boolean;
}

/** From a form to the outbox: one transaction. What waits already takes the later edit in, and is given up when nothing is left of it. */
export function useEdits({ record, subscription }: Pick<EditProps, 'record' | 'subscription'>): EditCommand {
  const { work, outbox, mirror } = useServices();
  const [problem, setProblem] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (edits: SubscriptionEdits): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    setProblem(undefined);
    const change: SubscriptionChange = {
      kind: 'change-subscription',
      payload: {
        customer: { kind: 'tenant', customerId: record.row.id },
        customerName: record.row.name,
        subscriptionId: subscription.id,
        subscriptionName: subscriptionName(subscription),
        edits,
        base: fieldsOf(subscription),
      },
    };
    const confirmed = await work.confirmChange([change], (await mirror.organization())?.partnerId);
    setBusy(false);
    if (confirmed.ok) outbox.wake();
    else setProblem(confirmed.error);
    return confirmed.ok;
  };
  return { submit, problem, isBusy };
}
