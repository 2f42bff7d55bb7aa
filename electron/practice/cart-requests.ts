import { z } from 'zod';
import { requiredText } from './call.ts';
import { RESELLER_KEY, ADDITIONAL_KEY } from './participants.ts';
import { findItem, type CatalogueItem } from './seed/catalogue.ts';

/** Lines and add-ons of one cart. None is published (reference, limits.cart): this tenant's own, so that nothing grows forever. */
export const MOST_LINES = 500;

const wholeNumber = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^-?\d{1,12}$/u)
    .transform(Number),
]);
const term = z.string().trim().toUpperCase();

const lineFields = {
  id: wholeNumber,
  catalogItemId: z.string().trim().max(100).optional(),
  friendlyName: z.string().max(200).optional(),
  quantity: wholeNumber,
  billingCycle: requiredText(30),
  termDuration: term.optional(),
  currencyCode: z.string().length(3).optional(),
  participants: z
    .array(z.object({ key: z.enum([RESELLER_KEY, ADDITIONAL_KEY]), value: z.coerce.string().max(20) }))
    .max(100)
    .optional(),
  provisioningContext: z.record(z.string(), z.unknown()).optional(),
  renewsTo: z.object({ termDuration: term.optional() }).optional(),
  promotionId: z.string().trim().max(100).optional(),
  attestationAccepted: z.boolean().optional(),
  customTermEndDate: z
    .string()
    .refine((text) => !Number.isNaN(Date.parse(text)), 'not a date')
    .optional(),
};
const plainLine = z.object(lineFields);

/** The body of create-cart and update-cart, after null fields have gone. */
export const cartSchema = z
  .object({
    id: z.string().optional(),
    lineItems: z.array(z.object({ ...lineFields, addonItems: z.array(plainLine).optional() })).min(1),
    partnerOnRecordAttestationAccepted: z.boolean().optional(),
  })
  .refine((cart) => everyRequested(cart).length <= MOST_LINES, { path: ['lineItems'], message: `more than ${MOST_LINES} lines` });

/** A line as it was asked for. */
export type RequestedLine = z.output<typeof plainLine> & { readonly addonItems?: readonly z.output<typeof plainLine>[] | undefined };
/** A cart as it was asked for. */
export interface RequestedCart {
  readonly lineItems: readonly RequestedLine[];
  readonly partnerOnRecordAttestationAccepted?: boolean | undefined;
}

/** Lines and add-ons, in the order of the cart. */
export function everyRequested(cart: Pick<RequestedCart, 'lineItems'>): readonly RequestedLine[] {
  return cart.lineItems.flatMap((line): readonly RequestedLine[] => [line, ...(line.addonItems ?? [])]);
}

/** The item of the catalogue that a line names, whatever availability it names with it. */
export function requestedItem(line: Pick<RequestedLine, 'catalogItemId'>): CatalogueItem | undefined {
  const [productId = '', skuId = ''] = (line.catalogItemId ?? '').split(':');
  return findItem(productId, skuId);
}

/** Billing cycles come in any case (create-cart). */
export const cycleOf = (line: Pick<RequestedLine, 'billingCycle'>): string => line.billingCycle.toLowerCase().replace(/[^a-z_]/gu, '');

/** The subscription a line is an add-on of (provisioningContext.ParentSubscriptionId, in any case). */
export function parentSubscriptionIdOf(line: Pick<RequestedLine, 'provisioningContext'>): string | undefined {
  const [, value] = Object.entries(line.provisioningContext ?? {}).find(([key]) => key.toLowerCase() === 'parentsubscriptionid') ?? [];
  return typeof value === 'string' && value !== '' ? value.toLowerCase() : undefined;
}
