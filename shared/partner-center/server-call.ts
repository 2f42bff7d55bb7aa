import { z } from 'zod';
import { CustomerTenantId, PartnerId, ResellerTenantId } from '../ids.ts';
import { Instant } from '../instant.ts';
import { Money } from '../money.ts';
import { PromotionEligibility } from '../domain/catalogue/promotion.ts';
import { CartLine } from '../domain/cart/cart-line.ts';
import { CustomerReseller, OrderReseller } from '../domain/reseller/customer-reseller.ts';
import { AgreementSigner } from '../domain/customer/agreement-state.ts';
import { AddressForm, AgreementContact, CustomerDetail, CustomerForm } from '../domain/customer/customer-form.ts';
import { CustomerUser, CustomerUserId } from '../domain/customer/customer-user.ts';
import { Qualification, QualificationRequest } from '../domain/customer/qualification.ts';
import { Order } from '../domain/order/order.ts';
import { LineProvisioning } from '../domain/order/provisioning.ts';
import { Reseller } from '../domain/reseller/reseller.ts';
import { SubscriptionEdits } from '../domain/subscription/subscription-edits.ts';
import { TransitionType, Upgrade, UpgradeTargets } from '../domain/subscription/upgrade.ts';
import { Subscription, SupportContact } from '../domain/subscription/subscription.ts';
import { ProductLicenses } from '../domain/subscription/used-seats.ts';

const exchange = <In extends z.ZodType, Out extends z.ZodType>(kind: 'read' | 'write', shape: { in: In; out: Out }) => ({
  kind,
  ...shape,
});

/**
 * One segment of a path: ids are GUIDs, those of test tenants other words. Never `..`, which no encoding keeps from naming
 * another path.
 */
const SubscriptionId = z.string().regex(/^[\w-]{1,100}$/u);
/** As those, but order ids are not always GUIDs (get-order, notes). */
const OrderId = z.string().regex(/^[\w-]{1,100}$/u);
/** What may stand between the quotes of an entity tag (RFC 9110, section 8.8.3), ASCII only. */
const EntityTag = z.string().regex(/^[\u0021\u0023-\u007e]+$/u);

export const AddressVerdict = z.object({
  status: z.enum([
    'VerifiedShippable', 'Verified', 'InteractionRequired', 'StreetPartial',
    'PremisesPartial', 'Multiple', 'None', 'NotValidated',
  ]),
  suggestions: z.array(AddressForm).max(3),
});
export type AddressVerdict = z.infer<typeof AddressVerdict>;

/** One line, or one add-on, of the server's cart as compared with the draft. */
export const ServerCartLine = z.object({
  id: z.number().int(),
  catalogItemId: z.string(),
  quantity: z.number().int(),
  termDuration: z.string().optional(),
  billingCycle: z.string(),
  currencyCode: z.string().optional(),
  partnerId: z.string().optional(),
  orderGroup: z.string().optional(),
  /** Of an add-on: the line it stands under. */
  addonOf: z.number().int().optional(),
  /** Of an add-on for a subscription the customer has (provisioningContext.ParentSubscriptionId). */
  parentSubscriptionId: z.string().optional(),
  promotionId: z.string().optional(),
  customTermEnd: Instant.optional(),
  renewsTo: z.string().optional(),
  additionalPartnerIds: z.array(z.string()).optional(),
  error: z.object({ code: z.string(), text: z.string() }).optional(),
});
export const ServerCart = z.object({
  cartId: z.string(),
  expiresAt: Instant,
  status: z.string(),
  lines: z.array(ServerCartLine),
});
export type ServerCart = z.infer<typeof ServerCart>;

export const CheckoutAnswer = z.object({
  orders: z.array(Order),
  orderErrors: z.array(z.object({ orderGroup: z.string(), code: z.string(), text: z.string() })),
});
export type CheckoutAnswer = z.infer<typeof CheckoutAnswer>;

/**
 * Every exchange the outbox and the screens may have with the server. Nothing else can be asked: the window names a
 * call and its data, the main process builds the HTTP request (decision D10).
 */
export const serverCalls = {
  /** validate-address */
  'check-address': exchange('read', { in: z.object({ address: AddressForm }), out: AddressVerdict }),
  /** check-domain-availability: 404 means free */
  'check-domain': exchange('read', { in: z.object({ domain: z.string() }), out: z.object({ isFree: z.boolean() }) }),
  /**
   * search-customers by domain, those of exactly this domain: only customers of this provider are listed. Asked when a taken
   * domain may be the work of an earlier try (failure story F16).
   */
  'find-customer': exchange('read', {
    in: z.object({ domain: z.string().min(1) }),
    out: z.object({
      customers: z.array(z.object({ id: CustomerTenantId, name: z.string(), domain: z.string(), relationship: z.string() })),
    }),
  }),
  /** create-customer-for-reseller, or create-customer when the user chose a direct customer */
  'create-customer': exchange('write', {
    in: z.object({ form: CustomerForm, reseller: CustomerReseller }),
    out: z.object({
      customerId: CustomerTenantId,
      domain: z.string(),
      /** `sealed`: in its envelope on this computer. `missing`: the reply carried none, so it must be reset. */
      credentials: z.enum(['sealed', 'missing']),
    }),
  }),
  /** get-agreement-metadata */
  'read-agreement-template': exchange('read', {
    in: z.object({}),
    out: z.object({ templateId: z.string(), agreementLink: z.string().optional() }),
  }),
  /** get-agreement-template: links to the text for a country in a language of it, dead after five minutes */
  'read-agreement-document': exchange('read', {
    in: z.object({ templateId: z.string().regex(/^[\w-]{1,100}$/u), country: z.string().regex(/^[A-Z]{2}$/u), language: z.string().max(20) }),
    out: z.object({ links: z.array(z.string()).min(1) }),
  }),
  /** list-customer-agreements and get-direct-sign-status */
  'read-agreement-state': exchange('read', {
    in: z.object({ customerId: CustomerTenantId }),
    out: z.object({
      isAccepted: z.boolean(),
      acceptedAt: Instant.optional(),
      how: z.enum(['direct', 'attested', 'none']),
      /** Who accepted by the newest attestation. */
      contact: AgreementSigner.optional(),
    }),
  }),
  /** confirm-customer-agreement; 600061 (same attestation on file) counts as done */
  'confirm-agreement': exchange('write', {
    in: z.object({ customerId: CustomerTenantId, templateId: z.string(), contact: AgreementContact, dateAgreed: Instant }),
    out: z.object({ dateAgreed: Instant }),
  }),
  /** get-customer-qualifications */
  'read-qualifications': exchange('read', {
    in: z.object({ customerId: CustomerTenantId }),
    out: z.object({ qualifications: z.array(Qualification) }),
  }),
  /** update-customer-qualification: taken at once, looked into by Microsoft afterwards */
  'request-qualification': exchange('write', {
    in: z.object({ customerId: CustomerTenantId, request: QualificationRequest }),
    out: z.object({ qualification: Qualification }),
  }),
  /** get-validation-codes: for the Government Community Cloud */
  'read-validation-codes': exchange('read', {
    in: z.object({}),
    out: z.object({ codes: z.array(z.object({ code: z.string(), organization: z.string(), remaining: z.number().int() })) }),
  }),
  /** get-customer-validation-status: the review of the customer's account; other words than ours stay as they came */
  'read-validation-status': exchange('read', {
    in: z.object({ customerId: CustomerTenantId }),
    out: z.object({ status: z.string() }),
  }),
  /** verify-mpn-id and verify-reseller-mpa-status */
  'check-reseller': exchange('read', {
    in: z.object({ partnerId: PartnerId }),
    out: z.object({ isKnown: z.boolean(), isAgreementSigned: z.boolean(), name: z.string().optional() }),
  }),
  /** verify-reseller-mpa-status alone; "not signed" comes in several forms and is an answer */
  'check-agreement': exchange('read', { in: z.object({ partnerId: PartnerId }), out: z.object({ isSigned: z.boolean() }) }),
  /**
   * Validate reseller partner of record (Microsoft, June 2025): whether each Partner ID may stand on an order. A POST that
   * changes nothing.
   */
  'validate-resellers': exchange('read', {
    in: z.object({ partnerIds: z.array(PartnerId).min(1).max(100) }),
    out: z.object({
      results: z.array(
        z.object({ partnerId: z.string(), isValid: z.boolean(), code: z.string().optional(), text: z.string().optional() }),
      ),
    }),
  }),
  /** list-indirect-resellers, the whole list, outside a pull */
  'list-resellers': exchange('read', { in: z.object({}), out: z.object({ resellers: z.array(Reseller) }) }),
  /** get-support-contact */
  'read-support-contact': exchange('read', {
    in: z.object({ customerId: CustomerTenantId, subscriptionId: SubscriptionId }),
    out: SupportContact,
  }),
  /** get-subscription: the fields the app shows, and the whole resource, because only the whole one may be sent back */
  'read-subscription': exchange('read', {
    in: z.object({ customerId: CustomerTenantId, subscriptionId: SubscriptionId }),
    out: z.object({
      subscription: Subscription,
      resource: z.record(z.string(), z.unknown()),
      /** Without quotes. */
      etag: EntityTag.optional(),
    }),
  }),
  /** The PATCH scenarios of a subscription: the whole resource as read, with the edits in it */
  'change-subscription': exchange('write', {
    in: z.object({
      customerId: CustomerTenantId,
      subscriptionId: SubscriptionId,
      edits: SubscriptionEdits,
      resource: z.record(z.string(), z.unknown()),
      etag: EntityTag.optional(),
    }),
    out: z.object({ subscription: Subscription }),
  }),
  /** update-support-contact */
  'set-support-contact': exchange('write', {
    in: z.object({ customerId: CustomerTenantId, subscriptionId: SubscriptionId, contact: SupportContact }),
    out: SupportContact,
  }),
  /** cancel-subscription: the whole resource as read, with the status "deleted" */
  'cancel-subscription': exchange('write', {
    in: z.object({
      customerId: CustomerTenantId,
      subscriptionId: SubscriptionId,
      resource: z.record(z.string(), z.unknown()),
      etag: EntityTag.optional(),
    }),
    out: z.object({ subscription: Subscription }),
  }),
  /** get-transition-eligibilities, of both types */
  'read-transitions': exchange('read', { in: z.object({ customerId: CustomerTenantId, subscriptionId: SubscriptionId }), out: UpgradeTargets }),
  /** "Get transitions" (Partner Center documentation, March 2023) */
  'list-transitions': exchange('read', {
    in: z.object({ customerId: CustomerTenantId, subscriptionId: SubscriptionId }),
    out: z.object({ upgrades: z.array(Upgrade) }),
  }),
  /** create-transition, and how it ended */
  'transition-subscription': exchange('write', {
    in: z.object({
      customerId: CustomerTenantId,
      subscriptionId: SubscriptionId,
      toCatalogItemId: z.string().min(1),
      toSubscriptionId: SubscriptionId.optional(),
      quantity: z.number().int().min(1),
      transitionType: TransitionType,
      termDuration: z.string().optional(),
      billingCycle: z.string().optional(),
    }),
    out: z.object({ upgrade: Upgrade }),
  }),
  /** list-availabilities-by-customer for each line, and the rows of get-price-sheet that price them */
  'read-offers': exchange('read', {
    in: z.object({
      customerId: CustomerTenantId,
      market: z.string(),
      lines: z.array(
        z.object({
          lineId: z.number().int(),
          productId: z.string(),
          skuId: z.string(),
          termDuration: z.string(),
          billingCycle: z.string(),
        }),
      ),
    }),
    out: z.object({
      listDate: Instant,
      lines: z.array(
        z.object({
          lineId: z.number().int(),
          /** Missing when the pair of term and billing cycle is no longer offered. */
          catalogItemId: z.string().optional(),
          unitPrice: Money.optional(),
          retailPrice: Money.optional(),
        }),
      ),
    }),
  }),
  /** verify-promotion-eligibility: without a promotion id all promotions of the offer are judged */
  'check-promotions': exchange('read', {
    in: z.object({
      customerId: CustomerTenantId,
      lines: z
        .array(
          z.object({
            lineId: z.number().int(),
            catalogItemId: z.string(),
            quantity: z.number().int(),
            termDuration: z.string(),
            billingCycle: z.string(),
            promotionId: z.string().optional(),
          }),
        )
        .min(1),
      /** Where the customer's market is named, what an eligible promotion takes off now is read too (get-promotion). */
      market: z.string().optional(),
    }),
    out: z.object({ lines: z.array(z.object({ lineId: z.number().int(), eligibilities: z.array(PromotionEligibility) })) }),
  }),
  /** create-cart-for-reseller */
  'create-cart': exchange('write', {
    in: z.object({
      customerId: CustomerTenantId,
      reseller: OrderReseller,
      attestationAccepted: z.boolean(),
      lines: z.array(CartLine),
      additionalPartnerIds: z.array(PartnerId).max(5).optional(),
    }),
    out: ServerCart,
  }),
  /** checkout-cart; may return orders and errors at once */
  checkout: exchange('write', { in: z.object({ customerId: CustomerTenantId, cartId: z.string() }), out: CheckoutAnswer }),
  /** get-cart */
  'read-cart': exchange('read', { in: z.object({ customerId: CustomerTenantId, cartId: z.string() }), out: ServerCart }),
  /** list-orders */
  'list-orders': exchange('read', { in: z.object({ customerId: CustomerTenantId }), out: z.object({ orders: z.array(Order) }) }),
  /** get-order-provisioning-status */
  'read-provisioning': exchange('read', {
    in: z.object({ customerId: CustomerTenantId, orderId: OrderId }),
    out: z.object({ lines: z.array(LineProvisioning) }),
  }),
  /** list-subscriptions */
  'list-subscriptions': exchange('read', {
    in: z.object({ customerId: CustomerTenantId }),
    out: z.object({ subscriptions: z.array(Subscription) }),
  }),
  /** "Get a list of available licenses" (customers/{id}/subscribedskus): how many seats of each product users have */
  'read-licenses': exchange('read', {
    in: z.object({ customerId: CustomerTenantId }),
    out: z.object({ licenses: z.array(ProductLicenses) }),
  }),
  /** list-subscription-addons */
  'list-addons': exchange('read', {
    in: z.object({ customerId: CustomerTenantId, subscriptionId: SubscriptionId }),
    out: z.object({ subscriptions: z.array(Subscription) }),
  }),
  /** get-customer */
  'read-customer': exchange('read', { in: z.object({ customerId: CustomerTenantId }), out: CustomerDetail }),
  /** list-resellers-of-customer */
  'list-resellers-of-customer': exchange('read', {
    in: z.object({ customerId: CustomerTenantId }),
    out: z.object({ resellers: z.array(z.object({ id: ResellerTenantId, name: z.string(), partnerId: z.string().optional() })) }),
  }),
  /** list-customer-users */
  'list-users': exchange('read', { in: z.object({ customerId: CustomerTenantId }), out: z.object({ users: z.array(CustomerUser) }) }),
  /** get-user-roles: names of directory roles */
  'read-user-roles': exchange('read', {
    in: z.object({ customerId: CustomerTenantId, userId: CustomerUserId }),
    out: z.object({ roles: z.array(z.string()) }),
  }),
  /** reset-user-password: the main process makes the password and seals it before the call; no answer carries it */
  'reset-password': exchange('write', {
    in: z.object({ customerId: CustomerTenantId, customerName: z.string(), userId: CustomerUserId, userName: z.string().min(1) }),
    out: z.object({ userId: CustomerUserId }),
  }),
} as const;

export type ServerCalls = typeof serverCalls;
export type ServerCallName = keyof ServerCalls;
export type ServerCallInput<Name extends ServerCallName> = z.infer<ServerCalls[Name]['in']>;
export type ServerCallOutput<Name extends ServerCallName> = z.infer<ServerCalls[Name]['out']>;
export const serverCallNames = Object.keys(serverCalls) as readonly ServerCallName[];
export const isWrite = (name: ServerCallName): boolean => serverCalls[name].kind === 'write';
