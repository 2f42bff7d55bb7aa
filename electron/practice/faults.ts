import type { RequestFault } from './fault-schemas.ts';

/** A request as faults look at it. */
export interface FaultTarget {
  readonly method: string;
  readonly path: string;
  readonly scenario: string;
  readonly family: string;
}

/** A fault in force, with what has become of it. */
export interface ActiveFault {
  readonly id: string;
  readonly fault: RequestFault;
  /** Requests it met so far. */
  hits: number;
  /** Requests it holds right now. */
  waiting: number;
}

/** Faults of the connection in force; the first that matches a request meets it, alone. */
export interface FaultBoard {
  add(fault: RequestFault): string;
  clear(): void;
  list(): readonly ActiveFault[];
  /** The fault that meets this request, counted; undefined when none does. */
  meet(target: FaultTarget): ActiveFault | undefined;
  /** Waits until the fault is released or everything ends. */
  held(active: ActiveFault): Promise<void>;
  /** Lets the held requests of a fault go; without id, all of them. Tells how many. */
  release(id: string | undefined): number;
}

function matches(fault: RequestFault, target: FaultTarget): boolean {
  const { method, path, scenario } = fault.match;
  if (method !== undefined && method.toUpperCase() !== target.method) return false;
  if (path !== undefined && !new RegExp(path, 'u').test(target.path)) return false;
  return scenario === undefined || scenario === target.scenario || scenario === target.family;
}

/** An empty board. */
export function createFaultBoard(): FaultBoard {
  let active: ActiveFault[] = [];
  let count = 0;
  const waiters = new Set<{ readonly id: string; readonly go: () => void }>();
  const release = (id: string | undefined): number => {
    const chosen = [...waiters].filter((waiter) => id === undefined || waiter.id === id);
    for (const waiter of chosen) {
      waiters.delete(waiter);
      waiter.go();
    }
    return chosen.length;
  };
  return {
    add: (fault) => {
      count += 1;
      const id = fault.id ?? `fault-${count}`;
      active = [...active, { id, fault, hits: 0, waiting: 0 }];
      return id;
    },
    clear: () => {
      active = [];
      release(undefined);
    },
    list: () => active,
    meet: (target) => {
      const found = active.find(({ fault, hits }) => (fault.times === 0 || hits < fault.times) && matches(fault, target));
      if (found !== undefined) found.hits += 1;
      return found;
    },
    held: async (held) => {
      held.waiting += 1;
      await new Promise<void>((resolve) => {
        waiters.add({ id: held.id, go: resolve });
      });
      held.waiting -= 1;
    },
    release,
  };
}
