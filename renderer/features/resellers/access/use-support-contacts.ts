import { useState } from 'react';
import type { Failure } from '../../../../shared/contract/failure.ts';
import type { SupportContact } from '../../../../shared/domain/subscription/subscription.ts';
import type { CustomerTenantId } from '../../../../shared/ids.ts';
import { instantOf } from '../../../../shared/instant.ts';
import { serverCalls } from '../../../../shared/partner-center/server-call.ts';
import { readServer } from '../../../platform/read-server.ts';
import { useServices } from '../../../platform/services.tsx';

export interface ContactReading {
  readonly isReading: boolean;
  /** Why the last reading ended early; what was read before that is kept. */
  readonly problem: Failure | undefined;
  readonly read: (subscriptionIds: readonly string[]) => void;
}

/** Reads who gives support for subscriptions: there is no call for all of them, so one after the other. */
export function useSupportContacts(customerId: CustomerTenantId): ContactReading {
  const { account, mirror } = useServices();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const read = async (ids: readonly string[]): Promise<void> => {
    setProblem(undefined);
    setReading(true);
    const contacts: Record<string, SupportContact> = {};
    let failed: Failure | undefined;
    for (const subscriptionId of ids) {
      const answer = await readServer(
        account.id, 'read-support-contact', { customerId, subscriptionId }, serverCalls['read-support-contact'].out,
      );
      if (answer.ok) contacts[subscriptionId] = answer.value;
      else failed ??= answer.error;
    }
    if (Object.keys(contacts).length > 0) await mirror.apply({ kind: 'support-contacts-read', customerId, contacts, at: instantOf(new Date()) });
    setReading(false);
    setProblem(failed);
  };
  return { isReading, problem, read: (ids) => void read(ids) };
}
