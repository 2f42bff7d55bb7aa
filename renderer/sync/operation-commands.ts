import { failure } from '../../shared/contract/failure.ts';
import type { OperationId } from '../../shared/ids.ts';
import type { OutboxControl } from '../../shared/ports/outbox-control.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { withDependants } from '../../shared/sync/dependants.ts';
import { journalEntries } from '../../shared/sync/journal-note.ts';
import { step } from '../../shared/sync/machine.ts';
import { isOpen } from '../../shared/sync/operation.ts';
import type { Operation } from '../../shared/sync/operation.ts';
import type { OperationEvent, Transition } from '../../shared/sync/transition.ts';
import { voidGivenUp } from './given-up-envelopes.ts';
import { contextOf } from './machine-context.ts';
import type { OutboxParts } from './sync-runner.ts';

const cancelledAtOnce = 250;

/** What a person asks of an operation, from any window: through the machine and, compared, into the store. */
export function operationCommands(
  parts: Pick<OutboxParts, 'account' | 'work' | 'clock' | 'envelopes' | 'report'>,
): Pick<OutboxControl, 'cancel' | 'cancelAll' | 'decide' | 'edit' | 'retry' | 'acknowledge'> {
  const { work, clock } = parts;

  const store = (before: readonly Operation[], transitions: readonly Transition[]): Promise<'stored' | 'stale'> =>
    work.commit({
      before,
      after: transitions.map(({ operation }) => operation),
      journal: transitions.flatMap(({ operation, journal }) => journalEntries(operation, journal, clock.now())),
    });

  /** The sender may change the operation between reading and writing: then the command meets what is there now. */
  async function command(
    id: OperationId,
    event: OperationEvent,
    reach: (operation: Operation, all: readonly Operation[]) => readonly Operation[],
  ): Promise<Result<readonly OperationId[]>> {
    for (;;) {
      const all = await work.operations();
      const operation = all.find((one) => one.id === id);
      if (!operation) return err(failure('invalid-input'));
      const group = reach(operation, all);
      const transitions = group.map((one) => step(one, event, contextOf(one, all, parts)));
      const problem = transitions.find((transition) => transition.problem)?.problem;
      if (problem) return err(problem);
      if ((await store(group, transitions)) === 'stored') return ok(group.map((one) => one.id));
    }
  }

  async function commandOne(id: OperationId, event: OperationEvent): Promise<Result<void>> {
    const result = await command(id, event, (operation) => [operation]);
    return result.ok ? ok(undefined) : result;
  }

  async function cancel(id: OperationId): Promise<Result<readonly OperationId[]>> {
    const result = await command(id, { name: 'cancel' }, withDependants);
    // A password that stays a while longer is no reason to say that the cancelling failed; the next start tries again.
    if (result.ok) await voidGivenUp(parts.envelopes, work).catch(parts.report ?? (() => undefined));
    return result;
  }

  /** A part at a time: the sender, and whoever looks at the list, get their turn in between. */
  async function cancelPart(ids: ReadonlySet<OperationId>): Promise<number> {
    for (;;) {
      const all = await work.operations();
      const moves = all
        .filter((one) => ids.has(one.id) && isOpen(one))
        .map((before) => ({ before, transition: step(before, { name: 'cancel' }, contextOf(before, all, parts)) }))
        .filter(({ transition }) => transition.problem === undefined);
      const stored = await store(moves.map(({ before }) => before), moves.map(({ transition }) => transition));
      if (stored === 'stored') return moves.length;
    }
  }

  async function cancelAll(ids: readonly OperationId[]): Promise<number> {
    let cancelled = 0;
    for (let first = 0; first < ids.length; first += cancelledAtOnce) {
      cancelled += await cancelPart(new Set(ids.slice(first, first + cancelledAtOnce)));
    }
    return cancelled;
  }

  return {
    cancel,
    cancelAll,
    decide: (id, decision) => commandOne(id, { name: 'decide', decision }),
    edit: (id, payload) => commandOne(id, { name: 'edit', payload }),
    retry: (id) => commandOne(id, { name: 'retry' }),
    acknowledge: (id) => commandOne(id, { name: 'acknowledge' }),
  };
}
