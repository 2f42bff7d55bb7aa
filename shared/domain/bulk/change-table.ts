import type { LeftOut } from './batch.ts';
import type { ChangeColumn } from './change-words.ts';
import type { ResultRow } from './outcomes.ts';
import type { PlannedRow } from './plan.ts';
import { subscriptionName } from '../subscription/subscription.ts';
import { changesOfRow } from './plan.ts';
import type { ChangeLine } from './read-changes.ts';
import type { Wish } from './wish.ts';
import type { AtTermEnd } from '../subscription/subscription.ts';
import type { SubscriptionEdits } from '../subscription/subscription-edits.ts';

/** The columns of a table of changes: what is read again when it is imported, and, for people, names and reasons. */
export const tableColumns = [
  'subscriptionId', 'customer', 'customerName', 'product', 'seats', 'addSeats', 'autoRenew', 'newName', 'newStatus', 'reseller', 'contact',
  'result', 'reason',
] as const;
type TableColumn = (typeof tableColumns)[number];
export type TableCells = Partial<Record<TableColumn, string>>;
type WishCells = Partial<Record<ChangeColumn, string>>;

const renewalCell = (renews: boolean | undefined, atTermEnd: AtTermEnd | undefined): string =>
  atTermEnd === undefined ? (renews === true ? 'yes' : 'no') : (atTermEnd === 'cancel' ? 'end' : 'extend');

/** What is asked of a subscription as cells; our own reader takes them back. */
export const cellsOfWish = ({ seats, autoRenew, atTermEnd, name, status, reseller, contact }: Wish): WishCells => ({
  ...(seats !== undefined && { [seats.how === 'add' ? 'addSeats' : 'seats']: String(seats.count) }),
  ...((autoRenew !== undefined || atTermEnd) && { autoRenew: renewalCell(autoRenew, atTermEnd) }),
  ...(name !== undefined && { newName: name }),
  ...(status !== undefined && { newStatus: status }),
  ...(reseller !== undefined && { reseller: reseller.partnerId }),
  ...(contact !== undefined && { contact: contact.tenantId }),
});

const cellsOfEdits = ({ quantity, autoRenewEnabled, atTermEnd, friendlyName, status, reseller }: SubscriptionEdits): WishCells => ({
  ...(quantity !== undefined && { seats: String(quantity) }),
  ...((autoRenewEnabled !== undefined || atTermEnd) && { autoRenew: renewalCell(autoRenewEnabled, atTermEnd) }),
  ...(friendlyName !== undefined && { newName: friendlyName }),
  ...(status !== undefined && { newStatus: status }),
  ...(reseller !== undefined && { reseller: reseller.partnerId }),
});

/** A row of the preview that is not done, as it is kept and exported. */
export function leftOutOf({ target, problem }: PlannedRow, why: string = problem ?? 'taken-out'): LeftOut {
  const { row: { customerId, customerName, subscription }, wish, line } = target;
  return {
    customerId, customerName, subscriptionId: subscription.id, subscriptionName: subscriptionName(subscription), why,
    ...(line !== undefined && { line }),
    cells: cellsOfWish(wish),
  };
}

/** A line of a table that fits nothing, as it is kept and exported: what it asked stands in it as it was written. */
export const leftOutOfLine = ({ number, subscriptionId, customer, id, cells }: ChangeLine, why: string): LeftOut => ({
  customerId: customer ?? '', customerName: '', subscriptionId: subscriptionId ?? id ?? '', subscriptionName: '', why, line: number, cells,
});

/** How a table says what became of a row and why, in the words of the language. */
export interface TableWords {
  readonly resultOf: (row: ResultRow) => string;
  readonly reasonOf: (row: ResultRow) => string;
  readonly leftOut: string;
  readonly whyOf: (why: string) => string;
}

function cellsOfResult(row: ResultRow, words: TableWords): TableCells {
  const { operations, row: { customerId, subscriptionId } } = row;
  const asked = operations.reduce<WishCells>((cells, operation) => {
    if (operation.kind === 'change-subscription') return { ...cells, ...cellsOfEdits(operation.payload.edits) };
    if (operation.kind === 'set-support-contact') return { ...cells, contact: operation.payload.contact.tenantId };
    return cells;
  }, {});
  const [first] = operations;
  return {
    subscriptionId, customer: customerId, customerName: first?.payload.customerName ?? '', product: first?.payload.subscriptionName ?? '',
    ...asked, result: words.resultOf(row), reason: words.reasonOf(row),
  };
}

const cellsOfLeftOut = (row: LeftOut, { leftOut, whyOf }: TableWords): TableCells => ({
  subscriptionId: row.subscriptionId, customer: row.customerId, customerName: row.customerName, product: row.subscriptionName, ...row.cells,
  result: leftOut, reason: whyOf(row.why),
});

/** The rows of a table that people correct and import again, or keep. */
export const changeTable = (
  rows: readonly ResultRow[], leftOut: readonly LeftOut[], words: TableWords,
): readonly (readonly string[])[] =>
  [...rows.map((row) => cellsOfResult(row, words)), ...leftOut.map((one) => cellsOfLeftOut(one, words))]
    .map((cells) => tableColumns.map((column) => cells[column] ?? ''));

/** Whether a left-out row is one that a person may want to correct. */
export const isCorrectable = ({ why }: LeftOut): boolean => why !== 'already-so' && why !== 'taken-out';

/** How many operations the rows are confirmed as. */
export const operationCount = (rows: readonly PlannedRow[]): number => rows.reduce((sum, row) => sum + changesOfRow(row).length, 0);
