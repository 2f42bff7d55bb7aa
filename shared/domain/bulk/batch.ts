import { z } from 'zod';
import { AccountId, BatchId, CustomerTenantId, OperationId } from '../../ids.ts';
import { Instant } from '../../instant.ts';
import { bulkKinds } from './wish.ts';

/** A bulk change that was confirmed: what was asked for and of how many. Its rows are kept apart, for lists do not need them. */
export const Batch = z.object({
  id: BatchId,
  accountId: AccountId,
  kind: z.enum(bulkKinds),
  /** What was asked of every row, as text for the title: `partnerId`, `name`, `from`, `seats`, `added`, `on`, `status`. */
  asked: z.record(z.string(), z.string()),
  createdAt: Instant,
  /** Who confirmed it: user name of the account. */
  createdBy: z.string(),
  rows: z.number().int(),
  leftOut: z.number().int(),
  /** The bulk change that this one takes back. */
  undoes: BatchId.optional(),
});
export type Batch = z.infer<typeof Batch>;

/** What was seen in the preview and not done, and why: a problem of the row or of its line, or `taken-out` by the person. */
export const LeftOut = z.object({
  customerId: z.string(),
  customerName: z.string(),
  subscriptionId: z.string(),
  subscriptionName: z.string(),
  why: z.string(),
  /** Where it stands in the file it came from. */
  line: z.number().int().optional(),
  /** What was asked, as the cells of a table of changes. */
  cells: z.record(z.string(), z.string()),
});
export type LeftOut = z.infer<typeof LeftOut>;

export const BatchRow = z.object({
  customerId: CustomerTenantId,
  subscriptionId: z.string().min(1),
  /** The operations that stand for it: of the subscription, of its support contact, or both. */
  operationIds: z.array(OperationId).min(1),
});
export type BatchRow = z.infer<typeof BatchRow>;

export const BatchContent = z.object({ id: BatchId, rows: z.array(BatchRow), leftOut: z.array(LeftOut) });
export type BatchContent = z.infer<typeof BatchContent>;
