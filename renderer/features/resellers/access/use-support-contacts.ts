import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../../shared/contract/failure.ts';
import type { SupportContact } from '../../../../shared/domain/subscription/subscription.ts';
import type { CustomerTenantId } from '../../../../shared/ids.ts';
import { instantOf } from '../../../../shared/instant.ts';
import { serverCalls } from '../../../../shared/partner-center/server-call.ts';
import { readServer } from '../../../platform/read-server.ts';
import { useServices } from '../../../platform/services.tsx';

export interface ContactReading {
  /** How far the reading is; undefined when none runs. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  /** Why the last reading ended early; what was read before that is kept. */
  readonly problem: Failure | undefined;
  readonly read: (subscriptionIds: readonly string[]) => void;
  readonly stop: () => void;
}

/**
 * Reads who gives support for subscriptions: there is no call for all of them, so one after the other. Ends when it is
 * stopped or the screen is left, and keeps what came.
 */
export function useSupportContacts(customerId: CustomerTenantId): ContactReading {
  const { account, mirror } = useServices();
  const [progress, setProgress] = useState<ContactReading['progress']>();
  const [problem, setProblem] = useState<Failure>();
  const running = useRef<AbortController>(undefined);
  const stop = (): void => running.current?.abort();
  useEffect(() => () => running.current?.abort(), []);
  const read = async (ids: readonly string[]): Promise<void> => {
    const control = new AbortController();
    running.current = control;
    setProblem(undefined);
    const contacts: Record<string, SupportContact> = {};
    let failed: Failure | undefined;
    for (const [done, subscriptionId] of ids.entries()) {
      if (control.signal.aborted) break;
      setProgress({ done, total: ids.length });
      const answer = await readServer(
        account.id, 'read-support-contact', { customerId, subscriptionId }, serverCalls['read-support-contact'].out,
      );
      if (answer.ok) contacts[subscriptionId] = answer.value;
      else failed ??= answer.error;
    }
    if (Object.keys(contacts).length > 0) await mirror.apply({ kind: 'support-contacts-read', customerId, contacts, at: instantOf(new Date()) });
    setProgress(undefined);
    setProblem(failed);
  };
  return { progress, problem, read: (ids) => void read(ids), stop };
}
