import { failure } from '../contract/failure.ts';
import { mergeEdits, rebased, withField } from '../domain/subscription/merge-edits.ts';
import { areMade, fieldsEdited, isSameField, withEdits, withoutFields } from '../domain/subscription/edited-fields.ts';
import { fieldsOf } from '../domain/subscription/subscription-edits.ts';
import type { EditedField, SubscriptionFields } from '../domain/subscription/subscription-edits.ts';
import type { Instant } from '../instant.ts';
import { serverCalls } from '../partner-center/server-call.ts';
import type { Decision } from '../ports/outbox-control.ts';
import { hasWritten, lookLater, oddlyDone, settled, writesOf } from './looks.ts';
import { resellerProblem } from './reseller-check.ts';
import { toDecision, toDone, toRefused } from './settle.ts';
import { answerOf, newRun, withoutResource } from './steps.ts';
import { goOn } from './transition.ts';
import type { Context, Followed, Transition } from './transition.ts';
import type { Operation, OperationOf, Step } from './operation.ts';
import type { Difference, EditConflict } from './difference.ts';

type Edit = OperationOf<'change-subscription'>;

/** An operation of old kept only some of what the user saw: the rest is as it is read first. */
function withSeen(operation: Edit, server: SubscriptionFields): Edit {
  const { seen, ...payload } = operation.payload;
  if (!seen) return operation;
  return { ...operation, payload: { ...payload, base: seen.reduce((base, field) => withField(base, payload.base, field), server) } };
}

/** Somebody else's change stands in the way: all three versions are kept with the operation, whatever is decided (failure story F13). */
function toConflict(operation: Edit, step: Step, found: Pick<EditConflict, 'fields' | 'server'>, { now }: Context): Transition {
  const { base, edits } = operation.payload;
  const readAt = step.firstSentAt ?? now;
  const conflicts = [...(operation.conflicts ?? []), { at: now, base, edits, ...found }];
  return toDecision({ ...operation, conflicts }, step, [{ kind: 'fields-changed', base, readAt, ...found }]);
}

/** The edited fields that stood as wanted when the change was last sent: somebody else's doing. */
function stoodBefore({ steps, payload }: Edit): { readonly stood?: EditedField[] } {
  const write = steps.findLastIndex(({ name, attempts, refusal }) => name === 'change-subscription' && attempts > 0 && refusal === undefined);
  const read = steps.slice(0, Math.max(write, 0)).findLast(({ name, answer }) => name === 'read-subscription' && answer !== undefined);
  const found = serverCalls['read-subscription'].out.safeParse(read?.answer);
  if (!found.success) return {};
  const server = fieldsOf(found.data.subscription);
  const stood = fieldsEdited(payload.edits).filter((field) => isSameField(field, withEdits(server, payload.edits), server));
  return stood.length > 0 ? { stood } : {};
}

/**
 * Whether the server took the rest and says nothing of the end that was chosen: it will not say more when it is asked again. An
 * extension follows without a word, but where it takes back another end.
 */
function isEndUnseen({ payload: { base, edits } }: Edit, now: SubscriptionFields): boolean {
  if (edits.atTermEnd === undefined || now.atTermEnd !== undefined || now.autoRenewEnabled) return false;
  return areMade(withoutFields(edits, ['atTermEnd']), now) && (edits.atTermEnd === 'cancel' || base.atTermEnd === 'cancel');
}

const toEndUnseen = (operation: Edit, step: Step): Transition =>
  toRefused(withoutResource(operation), step, failure('term-end-unseen'));

/** The subscription as it is now: as wanted already, as the user saw it, or changed by somebody else. */
function subscriptionRead(before: Edit, step: Step, context: Context): Transition {
  const read = answerOf(before, 'read-subscription');
  if (!read) return goOn(settled(before));
  const server = fieldsOf(read.subscription);
  const operation = withSeen(settled(before), server);
  const { base, edits } = operation.payload;
  // Of many that were confirmed together nobody looked at each: only what they change or rest on stops them.
  const { conflicts, left } = mergeEdits(base, edits, server, operation.batchId === undefined && !hasWritten(operation));
  if (fieldsEdited(left).length > 0) {
    const later = lookLater(before, step, context);
    if (later) return later;
    if (isEndUnseen(operation, server) && writesOf(before).some(({ takenAt }) => takenAt !== undefined)) return toEndUnseen(operation, step);
    return conflicts.length === 0 ? goOn(operation) : toConflict(operation, step, { fields: [...conflicts], server }, context);
  }
  if (isEndUnseen(operation, server)) return toEndUnseen(operation, step);
  const wasThere = !hasWritten(operation);
  const result = { kind: 'change-subscription', subscription: read.subscription, wasThere, ...(!wasThere && stoodBefore(operation)) } as const;
  return toDone(withoutResource(operation), result, context);
}

function subscriptionChanged(operation: Edit, step: Step, context: Context): Transition {
  const subscription = answerOf(operation, 'change-subscription')?.subscription;
  if (!subscription) return oddlyDone(operation, step, context);
  const now = fieldsOf(subscription);
  if (isEndUnseen(operation, now)) return toEndUnseen(operation, step);
  if (!areMade(operation.payload.edits, now)) return oddlyDone(operation, step, context);
  return toDone(withoutResource(operation), { kind: 'change-subscription', subscription, wasThere: false, ...stoodBefore(operation) }, context);
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

/** The conflict that waits for a person with what came of it: the fields of theirs that go on, or none. */
export function conflictDecided(operation: Edit, kept: readonly EditedField[], who: string, decidedAt: Instant): Edit {
  const { conflicts = [], state } = operation;
  const last = conflicts.at(-1);
  if (state.name !== 'needs-decision' || !last || last.kept) return operation;
  return { ...operation, conflicts: [...conflicts.slice(0, -1), { ...last, kept: [...kept], decidedAt, who }] };
}

/**
 * A person looked at base, mine and server: all of mine is put over it (`accept`), or only some fields of it; or has the
 * reseller checked again. Undefined when nothing of mine is left: then the operation is given up instead.
 */
export function decideEdits(
  operation: Edit, decision: Decision, differences: readonly Difference[], { now, who }: Context,
): Operation | undefined {
  const changed = differences.find((difference) => difference.kind === 'fields-changed');
  if (!changed) return decision.kind === 'accept' ? newRun(operation) : undefined;
  if (decision.kind !== 'accept' && decision.kind !== 'keep-fields') return undefined;
  const edited = fieldsEdited(operation.payload.edits);
  const kept = decision.kind === 'accept' ? edited : edited.filter((field) => decision.fields.includes(field));
  if (kept.length === 0) return undefined;
  const edits = withoutFields(operation.payload.edits, edited.filter((field) => !kept.includes(field)));
  const decided = conflictDecided(operation, kept, who, now);
  return newRun({ ...decided, payload: { ...decided.payload, edits, base: changed.server } });
}

/** What became of the edits before these is known: they go by it, and wait for nothing more. */
export function onItsOwn(operation: Operation, { firsts }: Followed): Operation {
  if (operation.kind !== 'change-subscription') return operation;
  const dependsOn = operation.dependsOn.filter((id) => !firsts.some((first) => first.id === id));
  const base = firsts.reduce((seen, first) => rebased(seen, first, first.now), operation.payload.base);
  return { ...operation, dependsOn, payload: { ...operation.payload, base } };
}
