import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import { isHandedOutLater } from '../../../shared/domain/order/provisioning.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import type { ProvisioningOfOrder } from '../../../shared/ports/mirror.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import { systemClock } from '../../platform/clock.ts';
import { readServer } from '../../platform/read-server.ts';
import { useConnectivity, useServices } from '../../platform/services.tsx';

const againMs = 60_000;

export interface Provisioning {
  readonly isReading: boolean;
  readonly problem: Failure | undefined;
  readonly refresh: () => Promise<void>;
}

/** Reads how far an order is handed out: when it is shown online, and each minute while the server still works on a line. */
export function useProvisioning(customerId: CustomerTenantId, orderId: string, known: ProvisioningOfOrder | undefined): Provisioning {
  const { account, mirror } = useServices();
  const { isOnline } = useConnectivity();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const refresh = useCallback(async () => {
    setReading(true);
    const answer = await readServer(account.id, 'read-provisioning', { customerId, orderId }, serverCalls['read-provisioning'].out);
    if (answer.ok) {
      const provisioning = { lines: answer.value.lines, at: systemClock.now() };
      await mirror.apply({ kind: 'provisioning-read', customerId, orderId, provisioning });
    }
    setReading(false);
    setProblem(answer.ok ? undefined : answer.error);
  }, [account.id, mirror, customerId, orderId]);
  useEffect(() => {
    if (isOnline) void refresh();
  }, [isOnline, refresh]);
  const isPending = known !== undefined && isHandedOutLater(known.lines);
  useEffect(() => {
    if (!isOnline || !isPending) return undefined;
    const timer = setInterval(() => void refresh(), againMs);
    return () => clearInterval(timer);
  }, [isOnline, isPending, refresh]);
  return { isReading, problem, refresh };
}
