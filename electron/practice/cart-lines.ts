import { z } from 'zod';
import { type Answer, type Call, requiredText } from './call.ts';
import { type CartLine, everyLine } from './cart-records.ts';
import { refuse } from './errors.ts';
import { RESELLER_KEY } from './participants.ts';
import { catalogItemIdOf, findItem, type CatalogueItem } from './seed/catalogue.ts';
import { findCountry } from './seed/countries.ts';
import type { Customer } from './seed/customers.ts';
import { provider } from './seed/provider.ts';
import { subscriptionEnds } from './subscription-records.ts';

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
    .array(z.object({ key: z.enum([RESELLER_KEY, 'additional_transaction_reseller']), value: z.coerce.string().max(20) }))
    .max(6)
    .optional(),
  provisioningContext: z.record(z.string(), z.unknown()).optional(),
  renewsTo: z.object({ termDuration: term.optional() }).optional(),
  promotionId: z.string().optional(),
  attestationAccepted: z.boolean().optional(),
  customTermEndDate: z
    .string()
    .refine((text) => !Number.isNaN(Date.parse(text)), 'not a date')
    .optional(),
};
const plainLine = z.object(lineFields);

/** The body of create-cart and update-cart, after null fields have gone. */
export const cartSchema = z.object({
  id: z.string().optional(),
  lineItems: z
    .array(z.object({ ...lineFields, addonItems: z.array(plainLine).max(100).optional() }))
    .min(1)
    .max(500),
  partnerOnRecordAttestationAccepted: z.boolean().optional(),
});
type RequestedCart = z.output<typeof cartSchema>;
type RequestedLine = z.output<typeof plainLine> & { readonly addonItems?: readonly z.output<typeof plainLine>[] | undefined };

function everyRequested(cart: RequestedCart): readonly RequestedLine[] {
  return cart.lineItems.flatMap((line): readonly RequestedLine[] => [line, ...(line.addonItems ?? [])]);
}

function endsWithMonth(date: Date): boolean {
  return new Date(date.getTime() + 86_400_000).getUTCDate() === 1;
}

function refuseLine(call: Call, customer: Customer, line: RequestedLine): Answer | undefined {
  if (line.catalogItemId === undefined || line.catalogItemId === '')
    return refuse(400, '900142', 'A line has no catalog item id.', [String(line.id)]);
  const currency = findCountry(customer.address.country)?.currency;
  if (line.currencyCode !== undefined && ![provider.currency, currency].includes(line.currencyCode.toUpperCase())) {
    return refuse(400, '900169', 'The currency is neither that of the partner nor that of the customer.', [line.currencyCode]);
  }
  if (line.promotionId !== undefined && line.promotionId !== '')
    return refuse(400, '27007', 'The promotion is not valid.', [line.promotionId]);
  const [productId = '', skuId = '', availabilityId] = line.catalogItemId.split(':');
  const item = findItem(productId, skuId);
  // a known SKU with another availability is a stale id; anything else is told on the line
  if (item !== undefined && availabilityId !== undefined && item.availabilityId !== availabilityId.toUpperCase()) {
    return refuse(404, '400019', 'The availability was not found: get a current one.', [line.catalogItemId]);
  }
  if (line.customTermEndDate === undefined) return undefined;
  const end = new Date(line.customTermEndDate);
  const isAligned =
    endsWithMonth(end) || subscriptionEnds(call.state, customer, call.now).includes(end.toISOString().slice(0, 10));
  return isAligned ? undefined : refuse(400, '900242', 'The custom end date does not align.', [line.customTermEndDate]);
}

/** Refuses a cart as a whole; what is wrong with one line only is told on that line instead. */
export function refuseCart(call: Call, customer: Customer, cart: RequestedCart): Answer | undefined {
  const lines = everyRequested(cart);
  const ids = lines.map((line) => line.id).toSorted((left, right) => left - right);
  if (ids.some((id, place) => id !== place))
    return refuse(400, '800002', 'Line ids must run from 0 and be unique over lines and add-ons.');
  for (const line of lines) {
    const refusal = refuseLine(call, customer, line);
    if (refusal !== undefined) return refusal;
  }
  const hasParticipants = lines.some((line) => (line.participants ?? []).length > 0);
  if (hasParticipants && cart.partnerOnRecordAttestationAccepted !== true) {
    return refuse(400, '900206', 'PartnerOnRecordAttestationAccepted is required when a reseller is named.');
  }
  return undefined;
}

function lineError(item: CatalogueItem | undefined, line: RequestedLine, cycle: string): CartLine['error'] {
  if (item === undefined) {
    return {
      errorCode: 'catalog_item_id_is_not_valid',
      errorDescription: `The catalog item ${line.catalogItemId ?? ''} does not exist.`,
    };
  }
  if (!item.terms.some((one) => one.duration === line.termDuration && one.billingCycle === cycle)) {
    return {
      errorCode: 'invalid_input',
      errorDescription: `${line.termDuration ?? 'No term'} billed ${cycle} is not offered for ${item.title}.`,
    };
  }
  if (line.quantity < item.minimumQuantity || line.quantity > item.maximumQuantity) {
    return {
      errorCode: '900275',
      errorDescription: `The quantity must lie between ${item.minimumQuantity} and ${item.maximumQuantity} for ${item.title}.`,
    };
  }
  return undefined;
}

function storedLine(line: RequestedLine, currency: string, orderGroup: string): CartLine {
  const [productId = '', skuId = ''] = (line.catalogItemId ?? '').split(':');
  const item = findItem(productId, skuId);
  const billingCycle = line.billingCycle.toLowerCase().replace(/[^a-z_]/gu, '');
  const error = lineError(item, line, billingCycle);
  return {
    id: line.id,
    catalogItemId: item === undefined ? (line.catalogItemId ?? '') : catalogItemIdOf(item),
    friendlyName: line.friendlyName,
    quantity: line.quantity,
    currencyCode: line.currencyCode?.toUpperCase() ?? currency,
    billingCycle,
    termDuration: line.termDuration,
    participants: line.participants,
    provisioningContext: line.provisioningContext ?? {},
    renewsTo: line.renewsTo,
    attestationAccepted: line.attestationAccepted,
    customTermEndDate: line.customTermEndDate,
    orderGroup,
    ...(line.addonItems === undefined
      ? {}
      : { addonItems: line.addonItems.map((addon) => storedLine(addon, currency, orderGroup)) }),
    ...(error === undefined ? {} : { error }),
  };
}

/** The lines as they are kept. Lines of one term and billing cycle share an order group, and become one order. */
export function storedLines(cart: RequestedCart, currency: string): readonly CartLine[] {
  const groups = new Map<string, string>();
  return cart.lineItems.map((line) => {
    const key = `${line.termDuration ?? ''} ${line.billingCycle.toLowerCase()}`;
    const group = groups.get(key) ?? String(groups.size);
    groups.set(key, group);
    return storedLine(line, currency, group);
  });
}

/** True when a line or add-on carries an error: such a cart cannot be checked out (800009). */
export function hasLineErrors(lines: readonly CartLine[]): boolean {
  return everyLine(lines).some((line) => line.error !== undefined);
}
