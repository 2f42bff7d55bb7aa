import { failure } from '../../shared/contract/failure.ts';
import type { OperationId } from '../../shared/ids.ts';
import type { OutboxControl } from '../../shared/ports/outbox-control.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { withDependants } from '../../shared/sync/dependants.ts';
import { journalEntries } from '../../shared/sync/journal-note.ts';
import { step } from '../../shared/sync/machine.ts';
import type { Operation } from '../../shared/sync/operation.ts';
import type { OperationEvent, Transition } from '../../shared/sync/transition.ts';
import { voidGivenUp } from './given-up-envelopes.ts';
import { contextOf } from './machine-context.ts';
import type { OutboxParts } from './sync-runner.ts';

/** What a person asks of an operation, from any window: through the machine and, compared, into the store. */
export function operationCommands(
  parts: Pick<OutboxParts, 'account' | 'work' | 'clock' | 'envelopes' | 'report'>,
): Pick<OutboxControl, 'cancel' | 'decide' | 'edit' | 'retry' | 'acknowledge'> {
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

  return {
    cancel,
    decide: (id, decision) => commandOne(id, { name: 'decide', decision }),
    edit: (id, payload) => commandOne(id, { name: 'edit', payload }),
    retry: (id) => commandOne(id, { name: 'retry' }),
    acknowledge: (id) => commandOne(id, { name: 'acknowledge' }),
  };
}
