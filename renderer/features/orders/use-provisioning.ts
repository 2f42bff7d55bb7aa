import { useCallback } from 'react';
import { isHandedOutLater } from '../../../shared/domain/order/provisioning.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { ProvisioningOfOrder } from '../../../shared/ports/mirror.ts';
import { systemClock } from '../../platform/clock.ts';
import { readServer } from '../../platform/read-server.ts';
import { useServices } from '../../platform/services.tsx';
import { useOnlineReading } from '../../platform/use-online-reading.ts';
import type { OnlineReading } from '../../platform/use-online-reading.ts';

/** Reads how far an order is handed out: when it is shown online, and each minute while the server still works on a line. */
export function useProvisioning(customerId: CustomerTenantId, orderId: string, known: ProvisioningOfOrder | undefined): OnlineReading {
  const { account, mirror } = useServices();
  const read = useCallback(async () => {
    const answer = await readServer(account.id, 'read-provisioning', { customerId, orderId }, serverCalls['read-provisioning'].out);
    if (answer.ok) {
      const provisioning = { lines: answer.value.lines, at: systemClock.now() };
      await mirror.apply({ kind: 'provisioning-read', customerId, orderId, provisioning });
    }
    return answer;
  }, [account.id, mirror, customerId, orderId]);
  return useOnlineReading(read, known !== undefined && isHandedOutLater(known.lines));
}
