import type { OperationId } from '../../ids.ts';
import { isBefore, plusSeconds } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import type { SubscriptionRow } from '../../ports/mirror.ts';
import type { SubscriptionChange } from '../../sync/operation.ts';
import { fateWithoutRenewal } from '../renewal/end-of-term.ts';
import type { VerdictStanding } from '../partnership/verdict.ts';
import { seatProblem } from '../subscription/seat-rules.ts';
import type { SeatFacts, SeatProblem } from '../subscription/seat-rules.ts';
import { fieldsEdited, isSameField, withEdits } from '../subscription/edited-fields.ts';
import { deletesSchedule, withoutIdle } from '../subscription/merge-edits.ts';
import { fieldsOf } from '../subscription/subscription-edits.ts';
import type { SubscriptionEdits, SubscriptionFields } from '../subscription/subscription-edits.ts';
import { subscriptionName } from '../subscription/subscription.ts';
import type { Subscription, SupportContact } from '../subscription/subscription.ts';
import type { Wish } from './wish.ts';

/** Why nothing is done to a row; the sentence is `bulk.why.<problem>`. */
export const rowProblems = [
  'already-so', 'ended', 'not-ready', 'change-open', 'upgrade-open', 'own-partner-id', 'partner-refused', 'seats-window', 'seats-below',
  'seats-above', 'seats-fixed', 'seats-family', 'not-extended', 'suspended', 'changed-since', 'nothing-before',
  // what a person decided in the preview
  'taken-out',
] as const;
export type RowProblem = (typeof rowProblems)[number];

/** What a person should know of a row that will be done; the sentence is `bulk.note.<note>`. */
export const rowNotes = ['old', 'partner-unverified', 'schedule-lost', 'replaces', 'contact-unread', 'renewal-off', 'end-unsure'] as const;
export type RowNote = (typeof rowNotes)[number];

/** A subscription of a bulk change, and what is asked of it. */
export interface Target {
  readonly row: SubscriptionRow;
  readonly wish: Wish;
  /** Its support contact, where it was read. */
  readonly contact?: SupportContact;
  /** What an earlier change made: an undoing that finds anything else leaves it alone. */
  readonly expected?: { readonly fields?: SubscriptionEdits; readonly contact?: SupportContact };
  /** What cannot be undone of it, because nobody knows how it was. */
  readonly isUnknownBefore?: boolean;
  readonly line?: number;
}

/** A change of the subscription that is open: one that was refused, or waits for a decision, gives way to a new one. */
export interface OpenChange {
  readonly operationId: OperationId;
  readonly isReplaceable: boolean;
  /** An upgrade: nothing else is done to the subscription meanwhile, and none takes its place. */
  readonly isUpgrade?: boolean;
}

export interface PlanFacts {
  readonly now: Instant;
  readonly ownPartnerId: string | undefined;
  /** What the last check of a Partner ID found. */
  readonly standingOf: (partnerId: string) => VerdictStanding | undefined;
  readonly openOf: (row: SubscriptionRow) => readonly OpenChange[];
  /** The offer as the copy has it, for its limits. */
  readonly offerOf: (row: SubscriptionRow) => SeatFacts['offer'];
  /** All subscriptions of its customer that were read. */
  readonly siblingsOf: (row: SubscriptionRow) => readonly Subscription[];
}

export interface PlannedRow {
  readonly key: string;
  readonly target: Target;
  readonly base: SubscriptionFields;
  /** What is changed, without what is so already. */
  readonly edits: SubscriptionEdits;
  readonly contact?: SupportContact;
  readonly problem?: RowProblem;
  readonly notes: readonly RowNote[];
  /** Refused changes it takes the place of. */
  readonly replaces: readonly OperationId[];
}

export const targetKey = ({ customerId, subscription }: Pick<SubscriptionRow, 'customerId' | 'subscription'>): string =>
  `${customerId} ${subscription.id}`;

const endedStatuses = new Set(['deleted', 'expired', 'disabled']);
const hasEnded = ({ status }: Subscription): boolean => endedStatuses.has(status.toLowerCase());
const oldAfterSeconds = 24 * 3600;

/** One that told no end counts: the costly side. */
function isExtendable(subscription: Subscription): boolean {
  const { endsAt } = subscription;
  return endsAt === undefined ? subscription.isTrial !== true : fateWithoutRenewal(subscription, endsAt) === 'extends';
}

function editsOf({ row: { subscription }, wish }: Target): SubscriptionEdits {
  const { seats, autoRenew, atTermEnd, name, status, reseller } = wish;
  return {
    ...(seats !== undefined && { quantity: seats.how === 'add' ? subscription.quantity + seats.count : seats.count }),
    ...(status !== undefined && { status }),
    ...(autoRenew !== undefined && { autoRenewEnabled: autoRenew }),
    // one that nothing follows ends by itself
    ...(atTermEnd && (atTermEnd === 'extend' || isExtendable(subscription)) && { atTermEnd }),
    ...(reseller !== undefined && { reseller }),
    ...(name !== undefined && { friendlyName: name }),
  };
}

const isSameContact = (a: SupportContact | undefined, b: SupportContact): boolean => a?.tenantId.toLowerCase() === b.tenantId.toLowerCase();

const ofSeats: Readonly<Record<SeatProblem['code'], RowProblem>> = {
  'not-a-number': 'seats-below', 'below-minimum': 'seats-below', 'above-maximum': 'seats-above', 'business-family': 'seats-family',
  suspended: 'suspended', software: 'seats-fixed', 'window-over': 'seats-window', 'too-many-back': 'seats-window',
};

function seatProblemOf(row: SubscriptionRow, { quantity, status }: SubscriptionEdits, facts: PlanFacts): RowProblem | undefined {
  if (quantity === undefined) return undefined;
  // in the same call it becomes active
  const subscription = status === 'active' ? { ...row.subscription, status } : row.subscription;
  const problem = seatProblem(quantity, { subscription, now: facts.now, offer: facts.offerOf(row), subscriptions: facts.siblingsOf(row) });
  return problem && ofSeats[problem.code];
}

function partnerProblem({ reseller }: SubscriptionEdits, facts: PlanFacts): RowProblem | undefined {
  if (reseller === undefined) return undefined;
  if (reseller.partnerId === facts.ownPartnerId) return 'own-partner-id';
  const standing = facts.standingOf(reseller.partnerId);
  return standing === undefined || standing === 'good' ? undefined : 'partner-refused';
}

/** An undoing finds what the earlier change made, or leaves the row alone. */
function isChangedSince({ expected, contact }: Target, base: SubscriptionFields): boolean {
  const { fields = {}, contact: made } = expected ?? {};
  const wanted = withEdits(base, fields);
  if (fieldsEdited(fields).some((field) => !isSameField(field, wanted, base))) return true;
  return made !== undefined && contact !== undefined && !isSameContact(contact, made);
}

function problemOf(row: PlannedRow, open: readonly OpenChange[], facts: PlanFacts): RowProblem | undefined {
  const { target, base, edits } = row;
  const { subscription } = target.row;
  if (hasEnded(subscription)) return 'ended';
  if (subscription.status.toLowerCase() === 'pending') return 'not-ready';
  if (isChangedSince(target, base)) return 'changed-since';
  if (target.isUnknownBefore === true) return 'nothing-before';
  if (fieldsEdited(edits).length === 0 && row.contact === undefined) return 'already-so';
  if (open.some(({ isUpgrade }) => isUpgrade)) return 'upgrade-open';
  if (open.some(({ isReplaceable }) => !isReplaceable)) return 'change-open';
  if (edits.atTermEnd === 'extend' && !isExtendable(subscription)) return 'not-extended';
  return partnerProblem(edits, facts) ?? seatProblemOf(target.row, edits, facts);
}

function notesOf({ target, base, edits, contact, replaces }: PlannedRow, facts: PlanFacts): readonly RowNote[] {
  const { readAt } = target.row;
  const { reseller } = edits;
  const isOld = readAt === undefined || isBefore(plusSeconds(readAt, oldAfterSeconds), facts.now);
  const found: Readonly<Record<RowNote, boolean>> = {
    old: isOld,
    'partner-unverified': reseller !== undefined && facts.standingOf(reseller.partnerId) === undefined,
    'schedule-lost': base.scheduled !== undefined && deletesSchedule(edits),
    replaces: replaces.length > 0,
    'contact-unread': contact !== undefined && target.contact === undefined,
    'renewal-off': edits.autoRenewEnabled === false && edits.atTermEnd !== 'cancel' && isExtendable(target.row.subscription),
    // what a server does not show it may not have taken
    'end-unsure': edits.atTermEnd === 'cancel' || (edits.atTermEnd !== undefined && base.atTermEnd === 'cancel'),
  };
  return rowNotes.filter((note) => found[note]);
}

/** One row of the preview: what will be done and from what it starts, or why nothing will be. */
export function planRow(target: Target, facts: PlanFacts): PlannedRow {
  const base = fieldsOf(target.row.subscription);
  const edits = withoutIdle({ base, edits: editsOf(target) });
  const { contact } = target.wish;
  const open = facts.openOf(target.row);
  const isNewContact = contact !== undefined && !isSameContact(target.contact, contact);
  const row: PlannedRow = {
    key: targetKey(target.row), target, base, edits, notes: [],
    replaces: open.filter(({ isReplaceable }) => isReplaceable).map(({ operationId }) => operationId),
    ...(isNewContact && { contact }),
  };
  const problem = problemOf(row, open, facts);
  return problem === undefined ? { ...row, notes: notesOf(row, facts) } : { ...row, problem, replaces: [] };
}

/** What a row of the preview is confirmed as: exactly what it shows, and nothing for a row with a problem. */
export function changesOfRow({ target, base, edits, contact, problem }: PlannedRow): readonly SubscriptionChange[] {
  if (problem !== undefined) return [];
  const { customerId, customerName, subscription } = target.row;
  const about = {
    customer: { kind: 'tenant', customerId } as const, customerName, subscriptionId: subscription.id,
    subscriptionName: subscriptionName(subscription),
  };
  // of an undoing what it finds is what was made, also where nobody read it since
  const before = target.contact ?? target.expected?.contact;
  return [
    ...(fieldsEdited(edits).length > 0 ? [{ kind: 'change-subscription', payload: { ...about, edits, base } } as const] : []),
    ...(contact === undefined ? [] : [{
      kind: 'set-support-contact', payload: { ...about, contact, ...(before !== undefined && { before }) },
    } as const]),
  ];
}
