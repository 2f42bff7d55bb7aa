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
 * Reads the customer, the support contact, the add-ons, what it may become and the seats in use when the page is opened online, and
 * when asked: what a change is compared with is then what the user saw. Seats in use ask for a role of their own at the customer:
 * without it, the page says that they are not known, and nothing else is missing.
 */
export function useFreshSubscription(customerId: CustomerTenantId | undefined, subscriptionId: string): OnlineReading {
  const { account, mirror, pull } = useServices();
  const read = useMemo(() => customerId && (async (): Promise<Result<unknown>> => {
    const one = { customerId, subscriptionId };
    const [customer, contact, licenses, addons, upgrades] = await Promise.all([
      pull.refreshCustomer(customerId),
      readServer(account.id, 'read-support-contact', one, serverCalls['read-support-contact'].out),
      readServer(account.id, 'read-licenses', { customerId }, serverCalls['read-licenses'].out),
      readServer(account.id, 'list-addons', one, serverCalls['list-addons'].out),
      readServer(account.id, 'read-transitions', one, serverCalls['read-transitions'].out),
    ]);
    const at = systemClock.now();
    if (addons.ok) await mirror.apply({ kind: 'addons-read', customerId, addons: addons.value.subscriptions });
    if (upgrades.ok) {
      await mirror.apply({ kind: 'upgrades-known', customerId, subscriptionId, upgrades: { targets: upgrades.value, at } });
    }
    if (licenses.ok) await mirror.apply({ kind: 'licenses-read', customerId, licenses: { listed: licenses.value.licenses, at } });
    if (contact.ok) {
      await mirror.apply({ kind: 'support-contacts-read', customerId, contacts: { [subscriptionId]: contact.value }, at });
    }
    return customer.ok ? contact : customer;
  }), [account.id, mirror, pull, customerId, subscriptionId]);
  return useOnlineReading(read);
}
