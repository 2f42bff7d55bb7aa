import { z } from 'zod';
import { CustomerTenantId, ResellerTenantId } from '../../ids.ts';
import { Instant } from '../../instant.ts';
import type { BriefcaseQuery } from './briefcase-parts.ts';

const common = { name: z.string(), at: Instant };

/** A reseller with all its customers, or a single customer. The name is kept for the day when no list has it any more. */
export const ChosenItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reseller'), id: ResellerTenantId, ...common }),
  z.object({ kind: z.literal('customer'), id: CustomerTenantId, ...common }),
]);
export type ChosenItem = z.infer<typeof ChosenItem>;

/** One that is about to be chosen. */
export type NewItem = ChosenItem extends infer Item ? (Item extends ChosenItem ? Omit<Item, 'at'> : never) : never;

/** What is taken along, in the order in which it was chosen. */
export type BriefcaseChoice = readonly ChosenItem[];

/** Chosen twice counts once. */
export const withItem = (choice: BriefcaseChoice, item: ChosenItem): BriefcaseChoice =>
  choice.some(({ id }) => id === item.id) ? choice : [...choice, item];

export const withoutItem = (choice: BriefcaseChoice, { id }: Pick<ChosenItem, 'id'>): BriefcaseChoice =>
  choice.filter((item) => item.id !== id);

export const queryOf = (choice: BriefcaseChoice): BriefcaseQuery => ({
  resellerIds: choice.flatMap((item) => (item.kind === 'reseller' ? [item.id] : [])),
  customerIds: choice.flatMap((item) => (item.kind === 'customer' ? [item.id] : [])),
});
