import { failure } from '../../shared/contract/failure.ts';
import { isBefore, plusSeconds } from '../../shared/instant.ts';
import type { OperationId } from '../../shared/ids.ts';
import { customerNews, dependenciesOf } from '../../shared/sync/dependants.ts';
import type { Incoming, Outgoing } from '../../shared/sync/exchange.ts';
import { journalEntries } from '../../shared/sync/journal-note.ts';
import { step } from '../../shared/sync/machine.ts';
import { mirrorUpdatesOf } from '../../shared/sync/mirror-updates.ts';
import type { Operation } from '../../shared/sync/operation.ts';
import type { OperationEvent, Transition } from '../../shared/sync/transition.ts';
import { contextOf } from './machine-context.ts';
import { lacksNewsOf } from './mirror-news.ts';
import type { OutboxParts } from './sync-runner.ts';

/** Done operations this young are told to the offline copy again at the start, if it does not know of them. */
const retellForSeconds = 7 * 24 * 3600;

export interface OperationSender {
  /** After taking over: what is found `sending` was cut short, and the offline copy may have missed the last news. */
  recover(): Promise<void>;
  /** Sends whatever can be sent, oldest first, until nothing is left to do now. */
  sendAll(isUrgent: boolean, stop: AbortSignal): Promise<void>;
}

/** Feeds the machine and performs what it asks for, one exchange at a time: first on the disk, then done (decision D2). */
export function operationSender(parts: OutboxParts, report: (error: unknown) => void): OperationSender {
  const { work, mirror, gateway, clock, connectivity } = parts;
  /** Operations that met a bug: left alone until the next start, so that they hold up nothing else (failure story F11). */
  const broken = new Set<OperationId>();

  const decide = (operation: Operation, all: readonly Operation[], event: OperationEvent): Transition =>
    step(operation, event, contextOf(operation, all, parts));

  const store = (before: readonly Operation[], { operation, journal }: Transition, others: readonly Operation[] = []) =>
    work.commit({ before, after: [operation, ...others], journal: journalEntries(operation, journal, clock.now()) });

  async function tellMirror(operation: Operation): Promise<void> {
    // The copy can be pulled again; an order cannot be unsent. Trouble here never stops the outbox.
    for (const update of mirrorUpdatesOf(operation)) await mirror.apply(update).catch(report);
  }

  /** Those that wait for the customer that has just been made, naming it by its tenant id (decision D6). */
  function renamed(maker: Operation, all: readonly Operation[]): { before: Operation[]; after: Operation[] } {
    const before: Operation[] = [];
    const after: Operation[] = [];
    for (const one of all) {
      const news = customerNews(one, maker);
      if (!news) continue;
      before.push(one);
      after.push(decide(one, all, news).operation);
    }
    return { before, after };
  }

  /** Stores what came back. Another window may have changed the operation meanwhile: then the answer meets what is there now. */
  async function hear({ operationId, stepId }: Outgoing, incoming: Incoming): Promise<void> {
    for (;;) {
      const all = await work.operations();
      const current = all.find(({ id }) => id === operationId);
      if (!current) return;
      const transition = decide(current, all, { name: 'heard', stepId, incoming });
      if (transition.operation === current) return;
      const others = renamed(transition.operation, all);
      if ((await store([current, ...others.before], transition, others.after)) === 'stale') continue;
      await tellMirror(transition.operation);
      return;
    }
  }

  async function exchange(outgoing: Outgoing): Promise<Incoming> {
    try {
      return await gateway.exchange(outgoing);
    } catch (error) {
      report(error);
      return { outcome: 'no-answer', failure: failure('internal') };
    }
  }

  /** Looks at one operation; true when something about it changed, so that everything is looked at again. */
  async function advance(operation: Operation, all: readonly Operation[], isUrgent: boolean): Promise<boolean> {
    const [news] = all.flatMap((maker) => customerNews(operation, maker) ?? []);
    const facts = { isOnline: connectivity.getState().isOnline, dependencies: dependenciesOf(operation, all), isUrgent };
    const transition = decide(operation, all, news ?? { name: 'wake', facts });
    if (transition.operation === operation) return false;
    if ((await store([operation], transition)) === 'stale') return true;
    for (const { outgoing } of transition.effects) await hear(outgoing, await exchange(outgoing));
    return true;
  }

  async function advanceFirst(isUrgent: boolean, stop: AbortSignal): Promise<boolean> {
    const all = await work.operations();
    for (const operation of all) {
      if (stop.aborted) return false;
      if (broken.has(operation.id)) continue;
      try {
        if (await advance(operation, all, isUrgent)) return true;
      } catch (error) {
        broken.add(operation.id);
        report(error);
      }
    }
    return false;
  }

  async function retell(operation: Operation): Promise<void> {
    if (operation.state.name !== 'done') return;
    if (isBefore(operation.state.at, plusSeconds(clock.now(), -retellForSeconds))) return;
    if (await lacksNewsOf(mirror, operation)) await tellMirror(operation);
  }

  return {
    recover: async () => {
      for (const operation of await work.operations()) {
        const transition = decide(operation, [], { name: 'restarted' });
        if (transition.operation !== operation) await store([operation], transition);
        await retell(operation).catch(report);
      }
    },
    sendAll: async (isUrgent, stop) => {
      // Urgent once: what comes back "no answer" in this pass waits its time like anything else.
      let urgent = isUrgent;
      while (await advanceFirst(urgent, stop)) urgent = false;
    },
  };
}
