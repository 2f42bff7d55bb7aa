import { z } from 'zod';
import { Failure, FailureCode } from '../contract/failure.ts';
import { CartLine } from '../domain/cart/cart-line.ts';
import { AgreementContact, CustomerForm } from '../domain/customer/customer-form.ts';
import { CustomerUserId } from '../domain/customer/customer-user.ts';
import { Qualification, QualificationRequest } from '../domain/customer/qualification.ts';
import { CustomerReseller, OrderReseller } from '../domain/reseller/customer-reseller.ts';
import { EditedFieldName, SubscriptionEdits, SubscriptionFields } from '../domain/subscription/subscription-edits.ts';
import { TransitionType, Upgrade } from '../domain/subscription/upgrade.ts';
import { Subscription, SupportContact } from '../domain/subscription/subscription.ts';
import {
  AccountId, BatchId, CustomerTenantId, DraftId, OperationId, PartnerId, ProviderTenantId, RequestId, StepId,
} from '../ids.ts';
import { Instant } from '../instant.ts';
import { inTodaysShape } from './old-operations.ts';
import { Difference, EditConflict, LineOutcome } from './difference.ts';

/**
 * A customer named in an operation: by tenant id, or by the operation that will create it. When that operation is
 * done its dependants are rewritten to the tenant id in one transaction (decision D6).
 */
export const CustomerRef = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tenant'), customerId: CustomerTenantId }),
  z.object({ kind: z.literal('pending'), operationId: OperationId }),
]);
export type CustomerRef = z.infer<typeof CustomerRef>;

export const CreateCustomerPayload = z.object({
  form: CustomerForm,
  reseller: CustomerReseller,
  /** Set when the user looked at the server's suggestions and kept the address as typed. */
  keepAddress: z.boolean().default(false),
});
export const ConfirmAgreementPayload = z.object({
  customer: CustomerRef,
  customerName: z.string(),
  contact: AgreementContact,
  /** When the customer's person accepted, not when it is sent. */
  dateAgreed: Instant,
});
export const PlaceOrderPayload = z.object({
  customer: CustomerRef,
  customerName: z.string(),
  /** Country of the customer's tenant: it decides market and currency. */
  market: z.string(),
  currency: z.string(),
  reseller: OrderReseller,
  /** "I act as an indirect partner": PartnerOnRecordAttestationAccepted (900206 without it). */
  attestationAccepted: z.literal(true),
  lines: z.array(CartLine).min(1),
  /** Date of the price list the user saw. */
  listDate: Instant.optional(),
  /** Further resellers on each line (create-cart, participants). */
  additionalPartnerIds: z.array(PartnerId).max(5).optional(),
  /** Ours: never sent. */
  purchaseOrderReference: z.string().max(100).optional(),
  notes: z.string().max(4000).optional(),
  /** `invited`: the customer was asked to accept the agreement directly, and the order waits until it did. */
  agreementWay: z.enum(['on-file', 'to-confirm', 'invited']).optional(),
  /** Changes of a price up to this fraction (decimal text) were accepted beforehand by the account's setting. */
  priceTolerance: z.string().regex(/^0(\.\d+)?$/).optional(),
});

const subscriptionOfCustomer = {
  customer: CustomerRef,
  customerName: z.string(),
  subscriptionId: z.string().min(1),
  subscriptionName: z.string(),
};
export const SetSupportContactPayload = z.object({
  ...subscriptionOfCustomer,
  /** The provider itself, or a reseller with a partnership (update-support-contact, notes). */
  contact: SupportContact,
  /** The contact the user saw; absent when it was never read. Any other one needs a decision. */
  before: SupportContact.optional(),
});
/** An end of a subscription within its cancellation window; its add-ons end with it. Cannot be taken back. */
export const CancelSubscriptionPayload = z.object({
  ...subscriptionOfCustomer,
  /** The order it was bought with, where the server names it. */
  orderId: z.string().optional(),
  /** What the user saw; another state or number of seats needs a decision. */
  before: z.object({ status: z.string(), quantity: z.number().int(), cancellableUntil: Instant.optional() }),
});
/** An upgrade of all seats of a subscription, or of a part, to another SKU (create-transition). Cannot be taken back. */
export const TransitionSubscriptionPayload = z.object({
  ...subscriptionOfCustomer,
  target: z.object({ catalogItemId: z.string().min(1), title: z.string() }),
  quantity: z.number().int().min(1),
  transitionType: TransitionType,
  /** Where the seats go to a subscription that is there. */
  toSubscription: z.object({ id: z.string().min(1), name: z.string() }).optional(),
  /** Only where they change with it. */
  termDuration: z.string().optional(),
  billingCycle: z.string().optional(),
  /** What the user saw; another state, product or number of seats needs a decision. */
  before: z.object({ status: z.string(), quantity: z.number().int(), offerId: z.string().optional() }),
  /** The upgrades the subscription had when this one was sent: what is there beyond them is this one. */
  known: z.array(z.string()).optional(),
});
/** Edits of one subscription, sent together in one call (change-subscription-quantity, notes: group edits). */
export const ChangeSubscriptionPayload = z.object({
  ...subscriptionOfCustomer,
  edits: SubscriptionEdits,
  /** What the user saw. What another device or person changed since then needs a decision. */
  base: SubscriptionFields,
  /** The only fields of `base` that were kept (operations of old); absent: all of them. The rest is filled in when it is read. */
  seen: z.array(EditedFieldName).optional(),
});
/** A new password for a user of a customer. The password itself is never part of an operation. */
export const ResetPasswordPayload = z.object({
  customer: CustomerRef,
  customerName: z.string(),
  userId: CustomerUserId,
  userName: z.string().min(1),
});
export const RequestQualificationPayload = z.object({
  customer: CustomerRef,
  customerName: z.string(),
  ...QualificationRequest.shape,
  /** A denial that was there before this request: another one is the answer to it. */
  deniedBefore: z.string().optional(),
});
export type CreateCustomerPayload = z.infer<typeof CreateCustomerPayload>;
export type ConfirmAgreementPayload = z.infer<typeof ConfirmAgreementPayload>;
export type PlaceOrderPayload = z.infer<typeof PlaceOrderPayload>;
export type SetSupportContactPayload = z.infer<typeof SetSupportContactPayload>;
export type ChangeSubscriptionPayload = z.infer<typeof ChangeSubscriptionPayload>;
export type TransitionSubscriptionPayload = z.infer<typeof TransitionSubscriptionPayload>;
export type CancelSubscriptionPayload = z.infer<typeof CancelSubscriptionPayload>;
export type ResetPasswordPayload = z.infer<typeof ResetPasswordPayload>;
export type RequestQualificationPayload = z.infer<typeof RequestQualificationPayload>;
/** What can be changed of an operation that was refused or not yet sent. */
export type EditedPayload =
  | CreateCustomerPayload | PlaceOrderPayload | SetSupportContactPayload | RequestQualificationPayload
  | ChangeSubscriptionPayload;
/** A change of a subscription as it is confirmed. */
export type SubscriptionChange =
  | { readonly kind: 'set-support-contact'; readonly payload: SetSupportContactPayload }
  | { readonly kind: 'change-subscription'; readonly payload: ChangeSubscriptionPayload }
  | { readonly kind: 'cancel-subscription'; readonly payload: CancelSubscriptionPayload }
  | { readonly kind: 'transition-subscription'; readonly payload: TransitionSubscriptionPayload };

/** The names of the steps, in the order in which each kind of operation takes them. One step is one exchange. */
export const stepsOf = {
  'create-customer': ['check-address', 'check-domain', 'create-customer'],
  'confirm-agreement': ['read-agreement-template', 'confirm-agreement'],
  'place-order': ['read-agreement-state', 'check-reseller', 'read-offers', 'check-promotions', 'create-cart', 'checkout'],
  'change-subscription': ['check-reseller', 'read-subscription', 'change-subscription'],
  'set-support-contact': ['read-support-contact', 'set-support-contact'],
  'cancel-subscription': ['read-subscription', 'cancel-subscription'],
  'transition-subscription': ['read-transitions', 'read-subscription', 'list-transitions', 'transition-subscription'],
  'reset-password': ['reset-password'],
  'request-qualification': ['read-qualifications', 'request-qualification'],
} as const;
export const StepName = z.enum([
  'check-address', 'check-domain', 'create-customer',
  'read-agreement-template', 'confirm-agreement',
  /** Only while the customer was asked to accept the agreement itself, or the server missed it. */
  'read-agreement-state',
  'check-reseller', 'read-offers', 'check-promotions', 'create-cart', 'checkout',
  /** Before the change, and again after a change whose answer was lost and that cannot simply be repeated. */
  'read-subscription', 'change-subscription',
  'read-support-contact', 'set-support-contact',
  'cancel-subscription',
  /** The list before the upgrade, and again after one whose answer was lost. */
  'read-transitions', 'list-transitions', 'transition-subscription',
  'reset-password',
  'read-qualifications', 'request-qualification',
  /** Only after a checkout without an answer that cannot be repeated: is the order there? */
  'list-orders',
]);
export type StepName = z.infer<typeof StepName>;

/**
 * One call to the server. `requestId` is made and stored BEFORE the call goes out (decision D2), kept through every
 * retry without an answer, and replaced by a new step with a new id after any answer.
 */
export const Step = z.object({
  id: StepId,
  name: StepName,
  requestId: RequestId,
  /** `sent` is stored before the call leaves: after a crash it means "may have reached the server". */
  state: z.enum(['pending', 'sent', 'answered']),
  attempts: z.number().int(),
  firstSentAt: Instant.optional(),
  /** The domain a customer was asked for: a later run may ask for another (failure story F16). */
  domain: z.string().optional(),
  /** Why the server did nothing at the only try of a change: it said so itself. */
  refusal: FailureCode.optional(),
  /** When the server took a change that it finishes later (202): it is looked for, not sent anew. */
  takenAt: Instant.optional(),
  /** What the server answered, for the steps after it. Never holds a password (decision D8). */
  answer: z.unknown().optional(),
});
export type Step = z.infer<typeof Step>;

export const OperationResult = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('create-customer'),
    customerId: CustomerTenantId,
    domain: z.string(),
    credentials: z.enum(['sealed', 'missing']),
  }),
  z.object({ kind: z.literal('confirm-agreement'), dateAgreed: Instant }),
  z.object({ kind: z.literal('place-order'), orderIds: z.array(z.string()), lines: z.array(LineOutcome) }),
  /** `wasThere`: it was so already, and nothing was sent. */
  z.object({
    kind: z.literal('change-subscription'),
    subscription: Subscription,
    wasThere: z.boolean(),
    /** Edited fields that somebody else had made so before it was sent: not ours to take back. */
    stood: z.array(EditedFieldName).optional(),
  }),
  z.object({ kind: z.literal('set-support-contact'), contact: SupportContact, wasThere: z.boolean() }),
  z.object({ kind: z.literal('cancel-subscription'), subscription: Subscription, wasThere: z.boolean() }),
  /** `areLicencesLeft`: the seats changed, and the licences of users did not follow. */
  z.object({ kind: z.literal('transition-subscription'), upgrade: Upgrade.optional(), areLicencesLeft: z.boolean(), wasThere: z.boolean() }),
  /** The new password is in the envelope of the operation. */
  z.object({ kind: z.literal('reset-password'), userName: z.string() }),
  z.object({ kind: z.literal('request-qualification'), qualification: Qualification, wasThere: z.boolean() }),
]);
export type OperationResult = z.infer<typeof OperationResult>;

export const WaitReason = z.enum(['dependency', 'network', 'throttled', 'sign-in', 'server-trouble', 'agreement', 'subscription']);
export type WaitReason = z.infer<typeof WaitReason>;

/** The life of an operation (decision D3). Every crash point ends in one of these. Drawn in machine.ts. */
export const OperationState = z.discriminatedUnion('name', [
  z.object({ name: z.literal('ready') }),
  /** `until` only where time alone may end the wait. */
  z.object({ name: z.literal('waiting'), reason: WaitReason, until: Instant.optional(), failure: Failure.optional() }),
  z.object({ name: z.literal('sending'), stepId: StepId }),
  /** Sent, no answer: the same request id goes again at `retryAt`. */
  z.object({ name: z.literal('unknown'), stepId: StepId, since: Instant, retryAt: Instant, failure: Failure.optional() }),
  z.object({ name: z.literal('refused'), stepId: StepId, failure: Failure }),
  z.object({ name: z.literal('needs-decision'), stepId: StepId, differences: z.array(Difference).min(1) }),
  z.object({ name: z.literal('done'), at: Instant, result: OperationResult }),
  z.object({ name: z.literal('cancelled'), at: Instant }),
]);
export type OperationState = z.infer<typeof OperationState>;

const common = {
  id: OperationId,
  accountId: AccountId,
  /** The provider tenant it was confirmed for. The gateway refuses any other (never to the wrong tenant). */
  tenantId: ProviderTenantId,
  dependsOn: z.array(OperationId),
  steps: z.array(Step),
  state: OperationState,
  /** Hash of kind and payload as confirmed: two equal ones in a short time are pointed out to the user. */
  fingerprint: z.string(),
  createdAt: Instant,
  /** Who confirmed it: user name of the account. */
  createdBy: z.string(),
  draftId: DraftId.optional(),
  /** Confirmed together with others of a bulk change; sent when nothing else waits. */
  batchId: BatchId.optional(),
  /** When a person said that refused lines of a finished order were seen: it asks for nobody any more. */
  acknowledgedAt: Instant.optional(),
};
const TodaysOperation = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('create-customer'), payload: CreateCustomerPayload }),
  z.object({ ...common, kind: z.literal('confirm-agreement'), payload: ConfirmAgreementPayload }),
  z.object({ ...common, kind: z.literal('place-order'), payload: PlaceOrderPayload }),
  z.object({
    ...common,
    kind: z.literal('change-subscription'),
    payload: ChangeSubscriptionPayload,
    /** Every time somebody else's change stood in the way, oldest first. */
    conflicts: z.array(EditConflict).optional(),
  }),
  z.object({ ...common, kind: z.literal('set-support-contact'), payload: SetSupportContactPayload }),
  z.object({ ...common, kind: z.literal('cancel-subscription'), payload: CancelSubscriptionPayload }),
  z.object({ ...common, kind: z.literal('transition-subscription'), payload: TransitionSubscriptionPayload }),
  z.object({ ...common, kind: z.literal('reset-password'), payload: ResetPasswordPayload }),
  z.object({ ...common, kind: z.literal('request-qualification'), payload: RequestQualificationPayload }),
]);
/** What older versions of the app stored is read as what it has become (failure story F11). */
export const Operation = z.preprocess(inTodaysShape, TodaysOperation);
export type Operation = z.infer<typeof Operation>;
export type OperationKind = Operation['kind'];
export type OperationOf<Kind extends OperationKind> = Extract<Operation, { kind: Kind }>;
/** Operations that change something of a subscription that exists. */
export type ChangeKind = 'set-support-contact' | 'change-subscription' | 'cancel-subscription' | 'transition-subscription';
const changeKinds: Readonly<Record<ChangeKind, true>> = {
  'change-subscription': true, 'set-support-contact': true, 'cancel-subscription': true, 'transition-subscription': true,
};
export const isChange = (operation: Operation): operation is OperationOf<ChangeKind> => operation.kind in changeKinds;

/** Reasons that time, the network or signing in cure. */
const passingCodes: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'offline', 'unreachable', 'no-answer', 'server-trouble', 'malformed-answer', 'throttled', 'sign-in-needed', 'mfa-needed',
  'change-in-progress',
]);

/**
 * A change whose answer was lost, and what is there now may not be looked at (the role was withdrawn, the relationship
 * ended in a way nobody listed). It would wait for ever: a person may give it up, for the worst is what was confirmed. Nobody
 * can look at a password: a reset is stuck when its repetition itself is not let in.
 */
export function isStuck(operation: Operation): boolean {
  const { kind, state, steps } = operation;
  const isReset = kind === 'reset-password';
  if (state.name !== 'unknown' || (!isChange(operation) && !isReset && kind !== 'request-qualification')) return false;
  const last = steps.find(({ id, name }) => id === state.stepId && (isReset || name !== kind));
  return last !== undefined && last.attempts > 0 && state.failure !== undefined && !passingCodes.has(state.failure.code);
}

/** Whether the person at the desk must act before this operation can go on, or must look at lines that were refused. */
export function needsPerson(operation: Operation): boolean {
  const { state } = operation;
  if (state.name === 'refused' || state.name === 'needs-decision' || isStuck(operation)) return true;
  if (state.name === 'waiting' && state.reason === 'sign-in') return true;
  if (state.name !== 'done' || state.result.kind !== 'place-order' || operation.acknowledgedAt !== undefined) return false;
  return state.result.lines.some((line) => line.state === 'refused');
}
export const isOpen = (operation: Operation): boolean =>
  operation.state.name !== 'done' && operation.state.name !== 'cancelled';
