import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../shared/contract/failure.ts';
import type { CustomerTenantId } from '../../shared/ids.ts';
import { serverCalls } from '../../shared/partner-center/server-call.ts';
import { systemClock } from './clock.ts';
import { readServer } from './read-server.ts';
import { useConnectivity, useServices } from './services.tsx';

export interface UsersReading {
  readonly isReading: boolean;
  /** Why the last reading failed; what was read before stays. */
  readonly problem: Failure | undefined;
  readonly read: () => void;
}

/** Reads the users of a customer when they are shown online, and when asked; the offline copy keeps the last reading. */
export function useCustomerUsers(customerId: CustomerTenantId): UsersReading {
  const { account, mirror } = useServices();
  const { isOnline } = useConnectivity();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const read = useCallback(async () => {
    setReading(true);
    const answer = await readServer(account.id, 'list-users', { customerId }, serverCalls['list-users'].out);
    if (answer.ok) await mirror.apply({ kind: 'users-read', customerId, users: { listed: answer.value.users, at: systemClock.now() } });
    setReading(false);
    setProblem(answer.ok ? undefined : answer.error);
  }, [account.id, customerId, mirror]);
  useEffect(() => {
    if (isOnline) void read();
  }, [isOnline, read]);
  return { isReading, problem, read: () => void read() };
}
