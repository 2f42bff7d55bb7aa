import { createContext, useContext, useEffect, useEffectEvent, useState } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Account } from '../../shared/domain/account.ts';
import type { Connectivity } from '../../shared/contract/contract.ts';
import type { Briefcase } from '../../shared/ports/briefcase.ts';
import type { Mirror, MirrorTopic } from '../../shared/ports/mirror.ts';
import type { ResellerRadar } from '../../shared/ports/reseller-radar.ts';
import type { OutboxControl } from '../../shared/ports/outbox-control.ts';
import type { WorkStore } from '../../shared/ports/work-store.ts';
import type { LateCode } from '../sync/late-code.ts';
import type { PullControl } from '../sync/pull-controller.ts';
import type { ConnectivityStore } from './connectivity-store.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** All a screen may use, for the account that is open. Made once in open-services.ts; tests make their own. */
export interface Services {
  readonly account: Account;
  readonly work: WorkStore;
  readonly mirror: Mirror;
  readonly outbox: OutboxControl;
  readonly pull: PullControl;
  readonly radar: ResellerRadar;
  /** Its code is not waited for at the start; the screens that show it do. */
  readonly briefcase: Pick<LateCode<Briefcase>, 'get'>;
  readonly connectivity: ConnectivityStore;
}

const ServicesContext = createContext<Services | undefined>(undefined);

export interface ServicesProviderProps {
  readonly services: Services;
  readonly children: ReactNode;
}

export function ServicesProvider({ services, children }: ServicesProviderProps) {
  return <ServicesContext value={services}>{children}</ServicesContext>;
}

/** The services of the open account. Outside a ServicesProvider it throws: that is a bug. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('useServices outside ServicesProvider');
  return services;
}

/** Whether the server can be reached, and if not, whether that is the user's own choice. */
export const useConnectivity = (): Connectivity => useStore(useServices().connectivity);

/** Values a query depends on; when one changes the query runs again. */
export type Deps = readonly (string | number | boolean | undefined)[];

/** A query that failed is a bug of the store: it goes to the error boundary. */
function useAnswer<Value>() {
  const [answer, setAnswer] = useState<{ readonly value?: Value; readonly error?: unknown }>({});
  if (answer.error instanceof Error) throw answer.error;
  if (answer.error !== undefined) throw new Error('A query failed', { cause: answer.error });
  return [answer.value, setAnswer] as const;
}

/**
 * A live view of unsent work: runs the query now and after each change of what it read. The last value stays while a
 * new one is on its way; undefined only before the first.
 */
export function useLive<Value>(query: (work: WorkStore) => Promise<Value>, deps: Deps): Value | undefined {
  const { work } = useServices();
  const [value, setAnswer] = useAnswer<Value>();
  const run = useEffectEvent(() => query(work));
  const key = JSON.stringify(deps);
  useEffect(() => work.watch(() => run(), (next) => setAnswer({ value: next })), [work, key, setAnswer]);
  return value;
}

/**
 * A live view of the offline copy: runs the query now and again when one of the topics may have changed. The last
 * value stays while a new one is on its way; undefined only before the first. A late answer to an old question is dropped.
 * What changes while an answer is on its way is one more question after it.
 */
export function useMirror<Value>(
  topics: readonly MirrorTopic[],
  query: (mirror: Mirror) => Promise<Value>,
  deps: Deps,
): Value | undefined {
  const { mirror } = useServices();
  const [value, setAnswer] = useAnswer<Value>();
  const run = useEffectEvent(() => query(mirror));
  const key = JSON.stringify(deps);
  const wanted = topics.join(' ');
  useEffect(() => {
    const asking = oneAtATime(async () => run(), setAnswer);
    asking.ask();
    const stop = mirror.subscribe((changed) => changed.some((topic) => wanted.includes(topic)) && asking.ask());
    return () => {
      asking.stop();
      stop();
    };
  }, [mirror, key, wanted, setAnswer]);
  return value;
}
