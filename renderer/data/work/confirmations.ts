import type {
  CreateCustomerPayload, CustomerRef, ResetPasswordPayload, SubscriptionChange, RequestQualificationPayload,
} from '../../../shared/sync/operation.ts';
import { Operation } from '../../../shared/sync/operation.ts';
import { failure } from '../../../shared/contract/failure.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import { Draft } from '../../../shared/domain/draft.ts';
import { orderTolerance, priceToleranceSetting } from '../../../shared/domain/cart/price-tolerance.ts';
import type { CartDraft, CustomerDraft } from '../../../shared/domain/draft.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import type { DraftId } from '../../../shared/ids.ts';
import { newJournalId } from '../../../shared/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import {
  cartOperations, customerNow, customerOperation, resetOperation, qualificationOperations,
} from '../../../shared/sync/confirm.ts';
import { collectChanges } from '../../../shared/sync/confirm-changes.ts';
import type { Confirmation } from '../../../shared/sync/confirm.ts';
import { journalEntries, subjectOf } from '../../../shared/sync/journal-note.ts';
import { inParts } from './operation-rows.ts';
import { readRow } from './readable-rows.ts';
import { settingValue } from './setting-value.ts';
import type { WorkDatabase } from './work-database.ts';

type Confirmed = Result<readonly Operation[]>;

/**
 * What a draft that was already confirmed became, or undefined while it is open: two clicks on "Submit" are one
 * operation. Confirmed without a readable operation is a failure, never a second operation.
 */
async function alreadyConfirmed(database: WorkDatabase, draftId: DraftId): Promise<Confirmed | undefined> {
  const stored = readRow(Draft, await database.drafts.get(draftId));
  if (stored?.state !== 'confirmed') return undefined;
  const made = (await database.known.all()).filter((one) => one.draftId === draftId);
  return made.length > 0 ? ok(made) : err(failure('internal'));
}

async function writeConfirmed(
  database: WorkDatabase,
  draft: Draft | undefined,
  made: readonly Operation[],
  { account, now }: Confirmation,
): Promise<void> {
  if (draft) await database.drafts.put(Draft.parse({ ...draft, state: 'confirmed', updatedAt: now }));
  await database.known.write(made);
  const entryOf = (operation: Operation): JournalEntry => ({
    id: newJournalId(),
    at: now,
    accountId: account.id,
    who: account.userName,
    what: 'confirmed',
    operationId: operation.id,
    subject: subjectOf(operation),
    details: { kind: operation.kind },
  });
  await inParts(made, (part) => database.journal.bulkAdd(part.map(entryOf)));
}

/** Operations that took an edit in, or were left with nothing to send. */
async function writeEdited(database: WorkDatabase, edited: readonly Operation[], { account, now }: Confirmation): Promise<void> {
  await database.known.write(edited);
  const notesOf = (operation: Operation): JournalEntry[] => {
    const what = operation.state.name === 'cancelled' ? 'cancelled' : 'edited';
    return journalEntries(operation, [{ who: account.userName, what, details: {} }], now);
  };
  await inParts(edited, (part) => database.journal.bulkAdd(part.flatMap(notesOf)));
}

const inConfirmation = (database: WorkDatabase, confirm: () => Promise<Confirmed>): Promise<Confirmed> =>
  database.transaction('rw', [database.drafts, database.operations, database.journal, database.settings], confirm);

/** Draft confirmed, operation made, journal written: one transaction (decision D2). */
export async function confirmCustomer(
  database: WorkDatabase,
  draft: CustomerDraft,
  payload: CreateCustomerPayload,
  context: Confirmation,
): Promise<Result<Operation>> {
  if (draft.edits) return err(failure('invalid-input', { field: 'edits' }));
  const result = await inConfirmation(database, async () => {
    const before = await alreadyConfirmed(database, draft.id);
    if (before) return before;
    const made = [customerOperation(draft, payload, context)];
    await writeConfirmed(database, draft, made, context);
    return ok(made);
  });
  if (!result.ok) return result;
  const [operation] = result.value;
  return operation ? ok(operation) : err(failure('internal'));
}

async function customerOf(database: WorkDatabase, customer: CustomerRef): Promise<Result<CustomerRef>> {
  if (customer.kind === 'tenant') return ok(customer);
  return customerNow(customer, readRow(Operation, await database.operations.get(customer.operationId)));
}

export const confirmCart = (database: WorkDatabase, draft: CartDraft, context: Confirmation): Promise<Confirmed> =>
  inConfirmation(database, async () => {
    const before = await alreadyConfirmed(database, draft.id);
    if (before) return before;
    const customer = await customerOf(database, draft.customer);
    if (!customer.ok) return customer;
    const current = { ...draft, customer: customer.value };
    const priceTolerance = orderTolerance(settingValue(await database.settings.get(priceToleranceSetting)));
    const made = cartOperations(current, { ...context, ...(priceTolerance !== undefined && { priceTolerance }) });
    if (made.ok) await writeConfirmed(database, current, made.value, context);
    return made;
  });

/** Operations of changes made and journal written within the transaction of the caller; `known` are those there are. */
export async function writeChanges(
  database: WorkDatabase, changes: readonly SubscriptionChange[], ownPartnerId: string | undefined, known: readonly Operation[],
  context: Confirmation,
): Promise<Confirmed> {
  const collector = collectChanges(known, ownPartnerId, context);
  const problems: Failure[] = [];
  await inParts(changes, (part) => {
    problems.push(...part.flatMap((change) => collector.add(change) ?? []));
    return database.operations.count();
  });
  if (problems[0]) return err(problems[0]);
  const { made, edited, all } = collector.collected();
  await writeConfirmed(database, undefined, made, context);
  await writeEdited(database, edited.map(({ after }) => after), context);
  return ok(all);
}

/** Operations made, journal written: one transaction, and what is on its way already is not made again (decision D2). */
export const confirmChange = (
  database: WorkDatabase, changes: readonly SubscriptionChange[], ownPartnerId: string | undefined, context: Confirmation,
): Promise<Confirmed> =>
  inConfirmation(database, async () => writeChanges(database, changes, ownPartnerId, await database.known.all(), context));

/** Operation made, journal written: one transaction, and one user has one reset on its way. */
export const confirmReset = (database: WorkDatabase, payload: ResetPasswordPayload, context: Confirmation): Promise<Operation> =>
  database.transaction('rw', [database.drafts, database.operations, database.journal], async () => {
    const known = await database.known.all();
    const operation = resetOperation(payload, known, context);
    if (!known.includes(operation)) await writeConfirmed(database, undefined, [operation], context);
    return operation;
  });

export const confirmQualification = (
  database: WorkDatabase, payload: RequestQualificationPayload, context: Confirmation,
): Promise<Confirmed> =>
  inConfirmation(database, async () => {
    const customer = await customerOf(database, payload.customer);
    if (!customer.ok) return customer;
    const known = await database.known.all();
    const result = qualificationOperations({ ...payload, customer: customer.value }, known, context);
    if (!result.ok) return result;
    await writeConfirmed(database, undefined, result.value.made, context);
    return ok(result.value.all);
  });
