import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { lineTotal } from '../../../shared/domain/cart/prices.ts';
import type { Order } from '../../../shared/domain/order/order.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { boughtLines } from './bought-lines.ts';
import type { OrderListRow } from './order-list-row.ts';
import { placerOf } from './order-work.ts';

/** The columns of the file, in their order. Money and currency stand apart; dates are ISO 8601 in UTC. */
export const orderColumns = [
  'number', 'date', 'customer', 'customerId', 'status', 'product', 'offerId', 'quantity', 'term', 'billing', 'partnerId', 'promotion',
  'subscriptionId', 'confirmedAmount', 'currency',
] as const;
export type OrderCell = (typeof orderColumns)[number];
type Cells = Partial<Record<OrderCell, string>>;

const moneyOf = (line: CartLine | undefined): Cells => {
  const total = line && lineTotal(line);
  return total === undefined ? {} : { confirmedAmount: total.amount, currency: total.currency };
};

function pendingCells({ operation: { payload, createdAt } }: Extract<OrderListRow, { kind: 'pending' }>, status: string): Cells[] {
  const { customer, customerName, lines, currency } = payload;
  return lines.map((line) => ({
    date: createdAt, customer: customerName, status, product: line.title, offerId: line.catalogItemId, quantity: String(line.quantity),
    term: line.termDuration, billing: line.billingCycle, currency,
    ...(customer.kind === 'tenant' ? { customerId: customer.customerId } : {}),
    ...(line.partnerId === undefined ? {} : { partnerId: line.partnerId }),
    ...(line.promotion === undefined ? {} : { promotion: line.promotion.id }),
    ...moneyOf(line),
  }));
}

function orderCells(order: Order, customerName: string, operations: readonly Operation[]): Cells[] {
  return boughtLines(order, [], placerOf(operations, order.id)).map(({ line, confirmed }) => ({
    number: order.id, date: order.createdAt ?? '', customer: customerName, customerId: order.customerId, status: order.status,
    product: line.friendlyName, offerId: line.offerId, quantity: String(line.quantity), term: line.termDuration ?? '',
    billing: order.billingCycle, partnerId: line.partnerId ?? '', promotion: line.promotionId ?? '',
    subscriptionId: line.subscriptionId ?? '', currency: order.currencyCode ?? '', ...moneyOf(confirmed),
  }));
}

/** One row for each line of each order that is shown, in the order of the list; `waiting` is the status of what waits here. */
export const orderCellsOf = (rows: readonly OrderListRow[], operations: readonly Operation[], waiting: string): readonly string[][] =>
  rows
    .flatMap((row) => (row.kind === 'pending' ? pendingCells(row, waiting) : orderCells(row.row.order, row.row.customerName, operations)))
    .map((cells) => orderColumns.map((name) => cells[name] ?? ''));
