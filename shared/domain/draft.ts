import { z } from 'zod';
import { CustomerRef } from '../sync/operation.ts';
import { AccountId, DraftId, OperationId, PartnerId } from '../ids.ts';
import { Instant } from '../instant.ts';
import { CartLine } from './cart/cart-line.ts';
import { AgreementContact } from './customer/customer-form.ts';
import { CustomerReseller, OrderReseller } from './reseller/customer-reseller.ts';

const common = {
  id: DraftId,
  accountId: AccountId,
  state: z.enum(['open', 'confirmed']),
  createdAt: Instant,
  updatedAt: Instant,
};

/** What is being typed about a new customer: unchecked text, kept over restarts until confirmed or dropped. */
export const CustomerDraft = z.object({
  ...common,
  kind: z.literal('customer'),
  reseller: CustomerReseller.optional(),
  /** Form fields by path, e.g. `address.city`. */
  fields: z.record(z.string(), z.string()),
  /** Set when this draft edits an operation that was refused. */
  edits: OperationId.optional(),
});
export type CustomerDraft = z.infer<typeof CustomerDraft>;

/** How a cart knows about the Microsoft Customer Agreement of its customer. */
export const CartAgreement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('on-file'), acceptedAt: Instant.optional() }),
  /** To be attested with the order: who accepted, and when. */
  z.object({ kind: z.literal('to-confirm'), contact: AgreementContact, dateAgreed: Instant }),
  /** The customer is asked by e-mail to accept it directly; the order waits until the server says it did. */
  z.object({ kind: z.literal('invited'), contact: AgreementContact }),
]);
export type CartAgreement = z.infer<typeof CartAgreement>;

/** A cart of ours. It has no age: the server's cart, with its seven days, is made just before checkout (D5). */
export const CartDraft = z.object({
  ...common,
  kind: z.literal('cart'),
  customer: CustomerRef,
  customerName: z.string(),
  domain: z.string(),
  market: z.string(),
  currency: z.string(),
  reseller: OrderReseller.optional(),
  lines: z.array(CartLine),
  agreement: CartAgreement.optional(),
  /** What is being typed about the agreement: unchecked text by field, until it is complete and becomes `agreement`. */
  agreementText: z.record(z.string(), z.string()).optional(),
  attestationAccepted: z.boolean(),
  /** How the user tells several carts of one customer apart. */
  name: z.string().max(100).optional(),
  /** Ours, for quote, list and export: the server's cart has no such field. */
  purchaseOrderReference: z.string().max(100).optional(),
  notes: z.string().max(4000).optional(),
  /** Further resellers on each line, at most five, in the EU and EFTA only, without incentive (create-cart, participants). */
  additionalPartnerIds: z.array(PartnerId).max(5).optional(),
  listDate: Instant.optional(),
});
export type CartDraft = z.infer<typeof CartDraft>;

export const Draft = z.discriminatedUnion('kind', [CustomerDraft, CartDraft]);
export type Draft = z.infer<typeof Draft>;
