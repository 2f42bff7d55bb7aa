import { useMemo } from 'react';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { Result } from '../../../shared/result.ts';
import { systemClock } from '../../platform/clock.ts';
import { readServer } from '../../platform/read-server.ts';
import { useServices } from '../../platform/services.tsx';
import { useOnlineReading } from '../../platform/use-online-reading.ts';
import type { OnlineReading } from '../../platform/use-online-reading.ts';

/**
 * Reads the customer and the support contact of the subscription when the page is opened online, and when asked: what a
 * change is compared with is then what the user saw.
 */
export function useFreshSubscription(customerId: CustomerTenantId | undefined, subscriptionId: string): OnlineReading {
  const { account, mirror, pull } = useServices();
  const read = useMemo(() => customerId && (async (): Promise<Result<unknown>> => {
    const contact = readServer(account.id, 'read-support-contact', { customerId, subscriptionId }, serverCalls['read-support-contact'].out);
    const [customer, answer] = await Promise.all([pull.refreshCustomer(customerId), contact]);
    if (answer.ok) {
      await mirror.apply({ kind: 'support-contacts-read', customerId, contacts: { [subscriptionId]: answer.value }, at: systemClock.now() });
    }
    return customer.ok ? answer : customer;
  }), [account.id, mirror, pull, customerId, subscriptionId]);
  return useOnlineReading(read);
}
