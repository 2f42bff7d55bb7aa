import { useCallback } from 'react';
import type { CustomerTenantId } from '../../shared/ids.ts';
import { serverCalls } from '../../shared/partner-center/server-call.ts';
import { systemClock } from './clock.ts';
import { readServer } from './read-server.ts';
import { useServices } from './services.tsx';
import { useOnlineReading } from './use-online-reading.ts';
import type { OnlineReading } from './use-online-reading.ts';

/** Reads the users of a customer when they are shown online, and when asked; the offline copy keeps the last reading. */
export function useCustomerUsers(customerId: CustomerTenantId): OnlineReading {
  const { account, mirror } = useServices();
  return useOnlineReading(useCallback(async () => {
    const answer = await readServer(account.id, 'list-users', { customerId }, serverCalls['list-users'].out);
    if (answer.ok) await mirror.apply({ kind: 'users-read', customerId, users: { listed: answer.value.users, at: systemClock.now() } });
    return answer;
  }, [account.id, customerId, mirror]));
}
