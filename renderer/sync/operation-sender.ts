import { isBefore, plusSeconds } from '../../shared/instant.ts';
import type { Instant } from '../../shared/instant.ts';
import type { OperationId } from '../../shared/ids.ts';
import { customerNews, dependenciesOf } from '../../shared/sync/dependants.ts';
import type { Incoming, Outgoing } from '../../shared/sync/exchange.ts';
import { journalEntries } from '../../shared/sync/journal-note.ts';
import { step, wakesAt } from '../../shared/sync/machine.ts';
import type { Operation } from '../../shared/sync/operation.ts';
import type { Facts, OperationEvent, Transition } from '../../shared/sync/transition.ts';
import { batchGate } from './batch-gate.ts';
import { batchTurns, mayMove } from './batch-turns.ts';
import { contextOf } from './machine-context.ts';
import { mirrorNews } from './mirror-news.ts';
import { resellerMemory } from './reseller-memory.ts';
import type { OutboxParts } from './sync-runner.ts';
import { tenantExchange } from './tenant-exchange.ts';

const brokenForSeconds = 300;

export interface OperationSender {
  /** After taking over: the offline copy may have missed the last news. */
  retellNews(): Promise<void>;
  /**
   * Sends whatever can be sent, oldest first, until nothing is left to do now; bulk changes only when nothing else can be sent.
   * Answers when time alone will bring something to do; undefined when it will not.
   */
  sendAll(isUrgent: boolean, stop: AbortSignal): Promise<Instant | undefined>;
}

interface Pass {
  readonly isUrgent: boolean;
  readonly stop: AbortSignal;
  /** Operations of which something was sent in this pass. */
  readonly sent: Set<OperationId>;
}

/**
 * One try in a pass: an operation whose call has just come to nothing waits for the others, also when its own pause is
 * over before they had their turn (a call may hang for minutes; failure story F11).
 */
const hadItsTurn = (operation: Operation, { sent }: Pass): boolean => sent.has(operation.id) && wakesAt(operation) !== undefined;

/** A person's own change whose next try is due, in a pass that a bulk change prolongs: it is given a new pass. */
function isHeldUp(operation: Operation, lookedAt: Instant, pass: Pass): boolean {
  const moment = operation.batchId === undefined && hadItsTurn(operation, pass) ? wakesAt(operation, lookedAt) : undefined;
  return moment !== undefined && !isBefore(lookedAt, moment);
}

/** What was due when it was looked at and did not move, time alone does not move: only what is still to come counts. */
function firstMoment(all: readonly Operation[], lookedAt: Instant, pass: Pass, broken: ReadonlyMap<OperationId, Instant>): Instant | undefined {
  const moments = all.flatMap((operation) => {
    const moment = broken.get(operation.id) ?? wakesAt(operation, lookedAt);
    return moment && (isBefore(lookedAt, moment) || hadItsTurn(operation, pass)) ? moment : [];
  });
  return moments.reduce<Instant | undefined>((first, moment) => (first && isBefore(first, moment) ? first : moment), undefined);
}

function eventFor(operation: Operation, all: readonly Operation[], about: Pick<Facts, 'isOnline' | 'isUrgent'>): OperationEvent {
  // Only the sender sends, one thing at a time: what it finds `sending` was cut short by the end of an app, or by a
  // store that could not take the answer.
  if (operation.state.name === 'sending') return { name: 'restarted' };
  const isPending = operation.kind !== 'create-customer' && operation.payload.customer.kind === 'pending';
  const [known] = isPending ? all.flatMap((maker) => customerNews(operation, maker) ?? []) : [];
  return known ?? { name: 'wake', facts: { ...about, dependencies: dependenciesOf(operation, all) } };
}

/** Feeds the machine and performs what it asks for, one exchange at a time: first on the disk, then done (decision D2). */
export function operationSender(parts: OutboxParts, report: (error: unknown) => void): OperationSender {
  const { work, gateway, clock, connectivity } = parts;
  const news = mirrorNews(parts, report);
  const gate = batchGate(clock);
  const turns = batchTurns(parts, gate);
  const exchange = tenantExchange(gateway, { gate, resellers: resellerMemory(clock), report });
  /**
   * Operations that met a bug, or a store in trouble, and until when they are left alone, so that they hold up nothing
   * else (failure story F11).
   */
  const broken = new Map<OperationId, Instant>();

  const decide = (operation: Operation, all: readonly Operation[], event: OperationEvent): Transition =>
    step(operation, event, contextOf(operation, all, parts));

  const store = (before: readonly Operation[], { operation, journal }: Transition, others: readonly Operation[] = []) =>
    work.commit({ before, after: [operation, ...others], journal: journalEntries(operation, journal, clock.now()) });

  /** Those that wait for the customer that has just been made, naming it by its tenant id (decision D6). */
  function renamed(maker: Operation, all: readonly Operation[]): { before: Operation[]; after: Operation[] } {
    const before: Operation[] = [];
    const after: Operation[] = [];
    for (const one of all) {
      const known = customerNews(one, maker);
      if (!known) continue;
      before.push(one);
      after.push(decide(one, all, known).operation);
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
      const isMade = transition.operation.kind === 'create-customer' && transition.operation.state.name === 'done';
      const others = isMade ? renamed(transition.operation, all) : { before: [], after: [] };
      if ((await store([current, ...others.before], transition, others.after)) === 'stale') continue;
      // Not waited for: the copy can be pulled again, and a store worker in trouble never stops the outbox.
      void news.tell(transition.operation);
      return;
    }
  }

  /** Looks at one operation; true when something about it changed. */
  async function advance(operation: Operation, all: readonly Operation[], pass: Pass): Promise<boolean> {
    const transition = decide(operation, all, eventFor(operation, all, { isOnline: connectivity.getState().isOnline, isUrgent: pass.isUrgent }));
    if (transition.operation === operation) return false;
    if ((await store([operation], transition)) === 'stale') return true;
    for (const { outgoing } of transition.effects) {
      pass.sent.add(operation.id);
      await hear(outgoing, await exchange(outgoing, transition.operation));
    }
    return true;
  }

  function isLeftAlone(operation: Operation, pass: Pass): boolean {
    const until = broken.get(operation.id);
    const now = clock.now();
    // further off than it was ever left alone: the clock was set back
    const isBroken = until !== undefined && isBefore(now, until) && !isBefore(plusSeconds(now, brokenForSeconds), until);
    return hadItsTurn(operation, pass) || isBroken;
  }

  /** Looks at one after the other; true as soon as one of them changed. */
  async function advanceFirst(some: readonly Operation[], all: readonly Operation[], pass: Pass): Promise<boolean> {
    for (const operation of some) {
      if (pass.stop.aborted) return false;
      if (isLeftAlone(operation, pass)) continue;
      try {
        const isChanged = await advance(operation, all, pass);
        broken.delete(operation.id);
        if (isChanged) return true;
      } catch (error) {
        broken.set(operation.id, plusSeconds(clock.now(), brokenForSeconds));
        report(error);
      }
    }
    return false;
  }

  /** One step of a bulk change, where one may be taken now; otherwise when one may, as far as that is known. */
  async function advanceBatch(all: readonly Operation[], pass: Pass): Promise<boolean | Instant> {
    const turn = await turns.next(all, pass.isUrgent);
    if (!('groups' in turn)) return turn.opensAt ?? false;
    for (const group of turn.groups) {
      if (!(await advanceFirst(group, all, pass))) continue;
      turns.taken(group);
      return true;
    }
    return false;
  }

  return {
    retellNews: async () => news.retell(await work.operations()),
    sendAll: async (isUrgent, stop) => {
      const pass: Pass = { isUrgent, stop, sent: new Set() };
      if (isUrgent) broken.clear();
      if (isUrgent) gate.urge();
      let isProlonged = false;
      for (;;) {
        const lookedAt = clock.now();
        const all = await work.operations();
        if (isProlonged && all.some((one) => isHeldUp(one, lookedAt, pass))) return lookedAt;
        const awaited = all.filter((one) => one.batchId === undefined && mayMove(one, lookedAt, isUrgent));
        if (await advanceFirst(awaited, all, pass)) continue;
        const batch = stop.aborted || (await advanceBatch(all, pass));
        if (stop.aborted) return undefined;
        isProlonged ||= batch === true;
        if (batch === true) continue;
        const moment = firstMoment(all, lookedAt, pass, broken);
        return batch && (!moment || isBefore(batch, moment)) ? batch : moment;
      }
    },
  };
}
