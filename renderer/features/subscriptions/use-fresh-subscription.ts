import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import { systemClock } from '../../platform/clock.ts';
import { readServer } from '../../platform/read-server.ts';
import { useConnectivity, useServices } from '../../platform/services.tsx';

export interface Fresh {
  readonly isReading: boolean;
  /** Why the last reading failed; what was read before stays on screen. */
  readonly problem: Failure | undefined;
  readonly refresh: () => Promise<void>;
}

/**
 * Reads the customer and the support contact of the subscription when the page is opened online, and when asked: what a
 * change is compared with is then what the user saw.
 */
export function useFreshSubscription(customerId: CustomerTenantId | undefined, subscriptionId: string): Fresh {
  const { account, mirror, pull } = useServices();
  const { isOnline } = useConnectivity();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const refresh = useCallback(async () => {
    if (customerId === undefined) return;
    setReading(true);
    const contact = readServer(account.id, 'read-support-contact', { customerId, subscriptionId }, serverCalls['read-support-contact'].out);
    const [customer, answer] = await Promise.all([pull.refreshCustomer(customerId), contact]);
    if (answer.ok) {
      await mirror.apply({ kind: 'support-contacts-read', customerId, contacts: { [subscriptionId]: answer.value }, at: systemClock.now() });
    }
    setReading(false);
    const failed = [customer, answer].find((one) => !one.ok);
    setProblem(failed?.ok === false ? failed.error : undefined);
  }, [account.id, mirror, pull, customerId, subscriptionId]);
  useEffect(() => {
    if (isOnline) void refresh();
  }, [isOnline, refresh]);
  return { isReading, problem, refresh };
}
