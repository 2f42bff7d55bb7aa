import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import { systemClock } from '../../platform/clock.ts';
import { readServer } from '../../platform/read-server.ts';
import { useConnectivity, useServices } from '../../platform/services.tsx';

/** Vetting ends by itself: what is looked into is asked for again while the page is open. */
const againMs = 60_000;

export interface QualificationReading {
  readonly isReading: boolean;
  readonly problem: Failure | undefined;
  /** How the review of the account stands, in the service's word; undefined when it is done or not known. */
  readonly review: string | undefined;
  readonly read: () => Promise<void>;
}

/** Reads the qualifications of a customer when its page is opened online, when asked, and each minute while one is looked into. */
export function useQualifications(customerId: CustomerTenantId, isInReview: boolean): QualificationReading {
  const { account, mirror } = useServices();
  const { isOnline } = useConnectivity();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const [review, setReview] = useState<string>();
  const read = useCallback(async (): Promise<void> => {
    setReading(true);
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
    setReading(false);
    setProblem(listed.ok ? undefined : listed.error);
  }, [account.id, mirror, customerId]);
  useEffect(() => {
    if (isOnline) void read();
  }, [isOnline, read]);
  useEffect(() => {
    if (!isOnline || !isInReview) return;
    const timer = setInterval(() => void read(), againMs);
    return () => clearInterval(timer);
  }, [isOnline, isInReview, read]);
  return { isReading, problem, review, read };
}
