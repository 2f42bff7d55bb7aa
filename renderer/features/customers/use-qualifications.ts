import { useCallback, useState } from 'react';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import { systemClock } from '../../platform/clock.ts';
import { readServer } from '../../platform/read-server.ts';
import { useServices } from '../../platform/services.tsx';
import { useOnlineReading } from '../../platform/use-online-reading.ts';
import type { OnlineReading } from '../../platform/use-online-reading.ts';

export interface QualificationReading extends OnlineReading {
  /** How the review of the account stands, in the service's word; undefined when it is done or not known. */
  readonly review: string | undefined;
}

/** Reads the qualifications of a customer when its page is opened online, when asked, and each minute while one is looked into. */
export function useQualifications(customerId: CustomerTenantId, isInReview: boolean): QualificationReading {
  const { account, mirror } = useServices();
  const [review, setReview] = useState<string>();
  const read = useCallback(async () => {
    const [listed, status] = await Promise.all([
      readServer(account.id, 'read-qualifications', { customerId }, serverCalls['read-qualifications'].out),
      readServer(account.id, 'read-validation-status', { customerId }, serverCalls['read-validation-status'].out),
    ]);
    if (listed.ok) {
      const { qualifications } = listed.value;
      await mirror.apply({ kind: 'qualifications-read', customerId, qualifications, at: systemClock.now() });
    }
    const word = status.ok ? status.value.status : 'Allowed';
    setReview(word.toLowerCase() === 'allowed' ? undefined : word);
    return listed;
  }, [account.id, mirror, customerId]);
  return { ...useOnlineReading(read, isInReview), review };
}
