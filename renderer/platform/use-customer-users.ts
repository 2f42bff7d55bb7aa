import { useCallback, useState } from 'react';
import type { CustomerTenantId } from '../../shared/ids.ts';
import { isBefore } from '../../shared/instant.ts';
import type { Instant } from '../../shared/instant.ts';
import { serverCalls } from '../../shared/partner-center/server-call.ts';
import { systemClock } from './clock.ts';
import { readServer } from './read-server.ts';
import { useServices } from './services.tsx';
import { useOnlineReading } from './use-online-reading.ts';
import type { OnlineReading } from './use-online-reading.ts';

/**
 * Reads the users of a customer when they are shown online, and when asked; the offline copy keeps the last reading. `shownAt`: when
 * those on screen were read; until they are the ones that were just read, the reading is not over.
 */
export function useCustomerUsers(customerId: CustomerTenantId, shownAt: Instant | undefined): OnlineReading {
  const { account, mirror } = useServices();
  const [awaited, setAwaited] = useState<{ readonly customerId: CustomerTenantId; readonly at: Instant }>();
  const reading = useOnlineReading(useCallback(async () => {
    const answer = await readServer(account.id, 'list-users', { customerId }, serverCalls['list-users'].out);
    if (!answer.ok) return answer;
    const at = systemClock.now();
    setAwaited({ customerId, at });
    await mirror.apply({ kind: 'users-read', customerId, users: { listed: answer.value.users, at } });
    return answer;
  }, [account.id, customerId, mirror]));
  const isAwaited = awaited?.customerId === customerId;
  // seen once; what becomes of the copy later is another thing
  if (isAwaited && shownAt !== undefined && !isBefore(shownAt, awaited.at)) setAwaited(undefined);
  return { ...reading, isReading: reading.isReading || isAwaited };
}
