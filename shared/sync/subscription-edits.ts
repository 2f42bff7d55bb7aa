import { mergeEdits } from '../domain/subscription/merge-edits.ts';
import { areMade, fieldsEdited, fieldsOf, withoutFields } from '../domain/subscription/subscription-edits.ts';
import type { Decision } from '../ports/outbox-control.ts';
import { hasWritten, oddlyDone, settled } from './looks.ts';
import { resellerProblem } from './reseller-check.ts';
import { toDecision, toDone } from './settle.ts';
import { answerOf, newRun, withoutResource } from './steps.ts';
import { moved } from './transition.ts';
import type { Context, Transition } from './transition.ts';
import type { Operation, OperationOf, Step } from './operation.ts';
import type { Difference } from './difference.ts';

type Edit = OperationOf<'change-subscription'>;

const goOn = (operation: Edit): Transition => moved({ ...operation, state: { name: 'ready' } });

/** The subscription as it is now: as wanted already, as the user saw it, or changed by somebody else. */
function subscriptionRead(before: Edit, step: Step, context: Context): Transition {
  const operation = settled(before);
  const read = answerOf(operation, 'read-subscription');
  if (!read) return goOn(operation);
  const { base, edits } = operation.payload;
  const server = fieldsOf(read.subscription);
  // Of many that were confirmed together nobody looked at each: only what they change or rest on stops them.
  const { conflicts, left } = mergeEdits(base, edits, server, operation.batchId === undefined && !hasWritten(operation));
  if (fieldsEdited(left).length > 0) {
    if (conflicts.length === 0) return goOn(operation);
    return toDecision(operation, step, [{ kind: 'fields-changed', fields: [...conflicts], base, server }]);
  }
  const result = { kind: 'change-subscription', subscription: read.subscription, wasThere: !hasWritten(operation) } as const;
  return toDone(withoutResource(operation), result, context);
}

function subscriptionChanged(operation: Edit, step: Step, context: Context): Transition {
  const subscription = answerOf(operation, 'change-subscription')?.subscription;
  if (!subscription || !areMade(operation.payload.edits, fieldsOf(subscription))) return oddlyDone(operation, step, context);
  return toDone(withoutResource(operation), { kind: 'change-subscription', subscription, wasThere: false }, context);
}

function resellerChecked(operation: Edit, step: Step): Transition {
  const problem = resellerProblem(answerOf(operation, 'check-reseller'));
  return problem ? toDecision(operation, step, [{ kind: 'reseller-not-ready', failure: problem }]) : goOn(operation);
}

/** Where the edits of a subscription stand after a step was answered. */
export function editsAnswered(operation: Edit, step: Step, context: Context): Transition {
  if (step.name === 'check-reseller') return resellerChecked(operation, step);
  return step.name === 'change-subscription' ? subscriptionChanged(operation, step, context) : subscriptionRead(operation, step, context);
}

/**
 * A person looked at base, mine and server: all of mine is put over it (`accept`), or only some fields of it; or has the
 * reseller checked again. Undefined when nothing of mine is left: then the operation is given up instead.
 */
export function decideEdits(operation: Edit, decision: Decision, differences: readonly Difference[]): Operation | undefined {
  const changed = differences.find((difference) => difference.kind === 'fields-changed');
  if (!changed) return decision.kind === 'accept' ? newRun(operation) : undefined;
  if (decision.kind !== 'accept' && decision.kind !== 'keep-fields') return undefined;
  const kept = decision.kind === 'accept' ? fieldsEdited(operation.payload.edits) : decision.fields;
  const dropped = fieldsEdited(operation.payload.edits).filter((field) => !kept.includes(field));
  const edits = withoutFields(operation.payload.edits, dropped);
  if (fieldsEdited(edits).length === 0) return undefined;
  return newRun({ ...operation, payload: { ...operation.payload, edits, base: changed.server } });
}
