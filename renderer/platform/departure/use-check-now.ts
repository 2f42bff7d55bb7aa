import { useRef, useState } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { ServerFix } from '../../../shared/domain/departure/departure.ts';
import type { CustomerTenantId, PartnerId } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { useServices } from '../services.tsx';
import type { Departing } from './departing.ts';

/** Reading again what the server can tell around the carts that are to leave. */
export interface CheckingNow {
  /** There is a customer or a Partner ID to ask about. */
  readonly canCheck: boolean;
  /** How far it is; undefined while nothing runs. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  /** The first thing that failed; what was read before stays. */
  readonly problem: Failure | undefined;
  readonly start: () => void;
  /** Stops after the reading that is under way; what was read is kept. */
  readonly cancel: () => void;
  /** The one thing that a finding asks for. */
  readonly perform: (fix: ServerFix) => void;
}

/** Asks the server anew, one thing after the other: customers with their agreements, then the Partner IDs. */
export function useCheckNow(departing: readonly Departing[]): CheckingNow {
  const { pull, radar } = useServices();
  const [progress, setProgress] = useState<CheckingNow['progress']>();
  const [problem, setProblem] = useState<Failure>();
  const isCancelled = useRef(false);

  const run = async (jobs: readonly (() => Promise<Result<unknown>>)[]): Promise<void> => {
    if (progress !== undefined) return;
    isCancelled.current = false;
    setProblem(undefined);
    let first: Failure | undefined;
    for (const [done, job] of jobs.entries()) {
      if (isCancelled.current) break;
      setProgress({ done, total: jobs.length });
      const answer = await job();
      if (!answer.ok) first ??= answer.error;
    }
    setProgress(undefined);
    setProblem(first);
  };
  const customerJob = (id: CustomerTenantId) => () => pull.refreshCustomer(id);
  const resellerJob = (partnerId: PartnerId) => () => radar.checkOne(partnerId);
  const customers = departing.flatMap(({ cart }) => (cart.customer.kind === 'tenant' ? [cart.customer.customerId] : []));
  const partnerIds = departing.flatMap(({ cart }) => (cart.reseller?.kind === 'reseller' ? [cart.reseller.partnerId] : []));
  const start = (): void =>
    void run([...[...new Set(customers)].map(customerJob), ...[...new Set(partnerIds)].map(resellerJob)]);
  const perform = (fix: ServerFix): void => {
    if (fix.kind === 'update-catalogue') void pull.pullNow();
    else void run([fix.kind === 'read-customer' ? customerJob(fix.customerId) : resellerJob(fix.partnerId)]);
  };
  return {
    canCheck: customers.length + partnerIds.length > 0,
    progress,
    problem,
    start,
    cancel: () => {
      isCancelled.current = true;
    },
    perform,
  };
}
