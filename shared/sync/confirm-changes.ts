import { failure } from '../contract/failure.ts';
import type { Failure } from '../contract/failure.ts';
import { coalesce, withoutIdle } from '../domain/subscription/merge-edits.ts';
import { fieldsEdited, withEdits } from '../domain/subscription/edited-fields.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { operationOf } from './confirm.ts';
import type { Confirmation } from './confirm.ts';
import { canonicalJson, fingerprintOf } from './fingerprint.ts';
import { changedSubscription, openChanges } from './open-changes.ts';
import { isChange, isOpen } from './operation.ts';
import type { ChangeKind, ChangeSubscriptionPayload, Operation, OperationOf, SubscriptionChange } from './operation.ts';
import { isUnderWay, newRun } from './steps.ts';

export interface ConfirmedChanges {
  readonly made: readonly Operation[];
  /** Operations that took an edit in, or that a take-back left with nothing to send: before, and as they are now. */
  readonly edited: readonly { readonly before: Operation; readonly after: Operation }[];
  /** For each change, in their order, the operation that stands for it. */
  readonly all: readonly Operation[];
}

/** The edit as it follows one that is being sent: what that one leaves is what the user saw, and is not asked for twice. */
function after(first: OperationOf<'change-subscription'>, payload: ChangeSubscriptionPayload): ChangeSubscriptionPayload {
  const base = withEdits(payload.base, first.payload.edits);
  return { ...payload, base, edits: withoutIdle({ base, edits: payload.edits }) };
}

/** An edit taken in by one that was not sent yet; with nothing left to send that one is given up. */
function takenIn(first: OperationOf<'change-subscription'>, later: ChangeSubscriptionPayload, { now }: Confirmation): Operation {
  const { seen: _, ...kept } = first.payload;
  const payload = { ...kept, ...coalesce(first.payload, later) };
  if (canonicalJson(payload) === canonicalJson(first.payload)) return first;
  if (fieldsEdited(payload.edits).length === 0) return { ...first, state: { name: 'cancelled', at: now } };
  return newRun({ ...first, payload, fingerprint: fingerprintOf(first.kind, payload) });
}

/** A later edit of one that waits for those on their way: what they will leave is what it starts from, or taking it back would be lost. */
function upon(last: OperationOf<'change-subscription'>, later: ChangeSubscriptionPayload, known: readonly OperationOf<ChangeKind>[]) {
  const isFirst = (one: OperationOf<ChangeKind>): one is OperationOf<'change-subscription'> =>
    one.kind === 'change-subscription' && last.dependsOn.includes(one.id) && isUnderWay(one);
  return { ...later, base: known.filter(isFirst).reduce((base, { payload }) => withEdits(base, payload.edits), later.base) };
}

/** What was refused is refused again with whatever is added to it: only another wish for one of its own fields is. */
const isApart = ({ state, payload }: OperationOf<'change-subscription'>, { edits }: ChangeSubscriptionPayload): boolean =>
  state.name === 'refused' && fieldsEdited(edits).every((field) => payload.edits[field] === undefined);

/** The newest edit of a subscription that is still open and that a later one belongs to, when there is one. */
const lastEdit = (
  open: readonly OperationOf<ChangeKind>[], later: ChangeSubscriptionPayload,
): OperationOf<'change-subscription'> | undefined =>
  open.findLast((one): one is OperationOf<'change-subscription'> => one.kind === 'change-subscription' && !isApart(one, later));

const partnerIdOf = (change: SubscriptionChange): string | undefined =>
  change.kind === 'change-subscription' ? change.payload.edits.reseller?.partnerId : undefined;

/** Confirmed changes, taken one by one: thousands at once would keep the window waiting. */
export interface ChangeCollector {
  /** Why the change cannot be confirmed, and with it none of them. */
  add(change: SubscriptionChange): Failure | undefined;
  collected(): ConfirmedChanges;
}

/**
 * Collects the operations of confirmed changes of subscriptions. Edits of one subscription are coalesced: one that was not sent yet
 * takes a later one in, one that is being sent is followed by it. Of the other kinds the one that is open already with the
 * same content answers itself, and two different open ones of the same thing are refused, as is an edit of what is to be
 * cancelled or upgraded.
 * The provider's own Partner ID on a subscription loses the incentive and is refused by the server (2072); the provider may well
 * be the support contact.
 */
export function collectChanges(all: readonly Operation[], ownPartnerId: string | undefined, context: Confirmation): ChangeCollector {
  const open = openChanges(all);
  const made = new Map<string, Operation>();
  const edited = new Map<string, { before: Operation; after: Operation }>();
  const ids: string[] = [];
  const put = (key: string, operation: OperationOf<ChangeKind>, before?: Operation): void => {
    const others = (open.get(key) ?? []).filter(({ id }) => id !== operation.id);
    open.set(key, isOpen(operation) ? [...others, operation] : others);
    if (!before || made.has(operation.id)) made.set(operation.id, operation);
    else edited.set(operation.id, { before: edited.get(operation.id)?.before ?? before, after: operation });
  };
  function add(change: SubscriptionChange): Failure | undefined {
    const isOwn = partnerIdOf(change) !== undefined && partnerIdOf(change) === ownPartnerId;
    if (isOwn) return failure('partner-id-own', { field: 'reseller' });
    const key = changedSubscription(change.payload);
    const known = open.get(key) ?? [];
    const found = standing(change, known);
    if (!found.ok) return found.error;
    if (found.value) return void ids.push(found.value.id);
    const last = change.kind === 'change-subscription' ? lastEdit(known, change.payload) : undefined;
    if (change.kind !== 'change-subscription' || !last) {
      const operation = operationOf(change, undefined, [], context);
      if (isChange(operation)) put(key, operation);
      return void ids.push(operation.id);
    }
    if (!isUnderWay(last)) {
      const taken = takenIn(last, upon(last, change.payload, known), context);
      if (taken !== last && isChange(taken)) put(key, taken, last);
      return void ids.push(last.id);
    }
    const payload = after(last, change.payload);
    // Asked for twice, the one that is on its way answers both.
    if (fieldsEdited(payload.edits).length === 0) return void ids.push(last.id);
    const operation = operationOf({ ...change, payload }, undefined, [last.id], context);
    if (isChange(operation)) put(key, operation);
    return void ids.push(operation.id);
  }
  function collected(): ConfirmedChanges {
    const byId = new Map<string, Operation>([...all.map((one) => [one.id, one] as const), ...made]);
    for (const [id, { after: now }] of edited) byId.set(id, now);
    return { made: [...made.values()], edited: [...edited.values()], all: ids.flatMap((id) => byId.get(id) ?? []) };
  }
  return { add, collected };
}

/** The operations of confirmed changes, all of them or none. */
export function changeOperations(
  changes: readonly SubscriptionChange[], all: readonly Operation[], ownPartnerId: string | undefined, context: Confirmation,
): Result<ConfirmedChanges> {
  const collector = collectChanges(all, ownPartnerId, context);
  for (const change of changes) {
    const problem = collector.add(change);
    if (problem) return err(problem);
  }
  return ok(collector.collected());
}

/** The operation that already is this change; a failure where another open change stands in its way. */
function standing(change: SubscriptionChange, known: readonly OperationOf<ChangeKind>[]): Result<Operation | undefined> {
  if (change.kind === 'change-subscription') {
    if (fieldsEdited(change.payload.edits).length === 0) return err(failure('invalid-input', { field: 'edits' }));
    const isClosed = known.some(({ kind }) => kind === 'cancel-subscription' || kind === 'transition-subscription');
    return isClosed ? err(failure('change-open')) : ok(undefined);
  }
  const fingerprint = fingerprintOf(change.kind, change.payload);
  const same = known.find((one) => one.fingerprint === fingerprint);
  if (same) return ok(same);
  // Two that wait would be done in the order of the network's liking, and one repeated would undo the other.
  const isTaken = known.some(({ kind }) => kind === change.kind || (kind !== 'set-support-contact' && change.kind !== 'set-support-contact'));
  return isTaken ? err(failure('change-open')) : ok(undefined);
}
