import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Failure } from '../../../../shared/contract/failure.ts';
import { removalPoints } from '../../../../shared/domain/partnership/removal.ts';
import type { Removal, RemovalImpact } from '../../../../shared/domain/partnership/removal.ts';
import { bridge } from '../../../platform/bridge.ts';
import { useServices } from '../../../platform/services.tsx';
import type { ResellerSubject } from '../reseller-subject.ts';

export interface RemovalCommand {
  /** Keeps what the person confirmed, with the numbers that were on screen; answers what was kept, nothing where it is being kept already. */
  readonly attest: (impact: RemovalImpact) => Promise<Removal | undefined>;
  readonly openPortal: () => void;
  /** Why the portal did not open. */
  readonly problem: Failure | undefined;
  readonly withdraw: () => Promise<void>;
}

/** What is done about the end of one partnership. */
export function useRemovalCommand(subject: ResellerSubject, removal: Removal | undefined): RemovalCommand {
  const { work, account, pull } = useServices();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Failure>();
  const isAttesting = useRef(false);

  async function attest(impact: RemovalImpact): Promise<Removal | undefined> {
    if (isAttesting.current || removal !== undefined) return undefined;
    isAttesting.current = true;
    const { id: resellerId, name, partnerId } = subject;
    return work.partnerships.attestRemoval({ resellerId, name, partnerId, points: [...removalPoints], impact }).finally(() => {
      isAttesting.current = false;
    });
  }
  async function openPortal(): Promise<void> {
    if (removal === undefined) return;
    const opened = await bridge.call('portal.open', { accountId: account.id, page: 'resellers' });
    setProblem(opened.ok ? undefined : opened.error);
    if (!opened.ok) return;
    await work.partnerships.advanceRemoval(removal.id, { name: 'portal-opened' });
    // From now on the list is watched by itself; a first look tells at once what is already so.
    await pull.refreshResellers();
  }
  async function withdraw(): Promise<void> {
    if (removal !== undefined) await work.partnerships.advanceRemoval(removal.id, { name: 'withdrawn' });
    await navigate(`/resellers/${subject.id}`);
  }
  return { attest, openPortal: () => void openPortal(), problem, withdraw };
}
