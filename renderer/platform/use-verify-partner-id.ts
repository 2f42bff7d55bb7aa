import { useState } from 'react';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Verdict } from '../../shared/domain/partnership/verdict.ts';
import { PartnerId } from '../../shared/ids.ts';
import { useRadar } from './use-radar.ts';

export interface PartnerIdVerification {
  /** Asks about what was typed and keeps the finding; undefined when it is no Partner ID, or there was no answer. */
  readonly verify: (text: string) => Promise<Verdict | undefined>;
  readonly isAsking: boolean;
  readonly problem: Failure | undefined;
}

/** Verifying a Partner ID that was typed: known, of this region, with the agreement accepted. */
export function useVerifyPartnerId(): PartnerIdVerification {
  const { checkOne } = useRadar();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const verify = async (text: string): Promise<Verdict | undefined> => {
    const partnerId = PartnerId.safeParse(text.trim());
    if (isAsking || !partnerId.success) return undefined;
    setAsking(true);
    setProblem(undefined);
    const answer = await checkOne(partnerId.data);
    setAsking(false);
    if (!answer.ok) setProblem(answer.error);
    return answer.ok ? answer.value : undefined;
  };
  return { verify, isAsking, problem };
}
