import { failure } from '../contract/failure.ts';
import type { Account } from '../domain/account.ts';
import type { AddonBase, CartLine } from '../domain/cart/cart-line.ts';
import { requestProblems } from '../domain/customer/qualification.ts';
import type { CartDraft, CustomerDraft } from '../domain/draft.ts';
import type { OrderReseller } from '../domain/reseller/customer-reseller.ts';
import type { BatchId, OperationId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { canonicalJson, fingerprintOf } from './fingerprint.ts';
import { isOpen } from './operation.ts';
import type {
  ConfirmAgreementPayload, CreateCustomerPayload, CustomerRef, Operation, PlaceOrderPayload, RequestQualificationPayload,
  ResetPasswordPayload, SubscriptionChange,
} from './operation.ts';

/** Who confirms, when, and where new ids come from. */
export interface Confirmation {
  readonly account: Account;
  readonly now: Instant;
  readonly newId: () => OperationId;
  /** By what fraction a price may move without being asked about; of orders only. */
  readonly priceTolerance?: string;
  /** Of changes of subscriptions that were confirmed together. */
  readonly batchId?: BatchId;
}

type Intent =
  | { readonly kind: 'create-customer'; readonly payload: CreateCustomerPayload }
  | { readonly kind: 'confirm-agreement'; readonly payload: ConfirmAgreementPayload }
  | { readonly kind: 'place-order'; readonly payload: PlaceOrderPayload }
  | { readonly kind: 'reset-password'; readonly payload: ResetPasswordPayload }
  | { readonly kind: 'request-qualification'; readonly payload: RequestQualificationPayload }
  | SubscriptionChange;

/** A new operation of what was confirmed. */
export function operationOf(
  intent: Intent,
  draft: CustomerDraft | CartDraft | undefined,
  dependsOn: readonly OperationId[],
  { account, now, newId, batchId }: Confirmation,
): Operation {
  return {
    ...intent,
    id: newId(),
    accountId: account.id,
    tenantId: account.tenantId,
    dependsOn: [...dependsOn],
    steps: [],
    state: { name: 'ready' },
    fingerprint: fingerprintOf(intent.kind, intent.payload),
    createdAt: now,
    createdBy: account.userName,
    ...(draft && { draftId: draft.id }),
    ...(batchId && { batchId }),
  };
}

/** The one operation of a confirmed new customer (decision D2). */
export const customerOperation = (draft: CustomerDraft, payload: CreateCustomerPayload, context: Confirmation): Operation =>
  operationOf({ kind: 'create-customer', payload }, draft, [], context);

/** Whether the operation resets the password of that user, and is not at its end. */
const isOpenResetOf = (operation: Operation, { customer, userId }: ResetPasswordPayload): boolean =>
  operation.kind === 'reset-password' && isOpen(operation) && operation.payload.userId === userId &&
  canonicalJson(operation.payload.customer) === canonicalJson(customer);

/** The operation that gives a user a new password: the one that is open already, or a new one. Two would leave one envelope wrong. */
export const resetOperation = (payload: ResetPasswordPayload, all: readonly Operation[], context: Confirmation): Operation =>
  all.find((one) => isOpenResetOf(one, payload)) ?? operationOf({ kind: 'reset-password', payload }, undefined, [], context);

/**
 * The operation of a confirmed request of a qualification: the one that is open already with the same content, or a new
 * one. Another open request of the same qualification is refused: the second would be answered "asked for before".
 */
export function qualificationOperations(
  payload: RequestQualificationPayload, all: readonly Operation[], context: Confirmation,
): Result<{ readonly made: readonly Operation[]; readonly all: readonly Operation[] }> {
  const [field] = requestProblems(payload);
  if (field !== undefined) return err(failure('invalid-input', { field }));
  const { customer, qualification } = payload;
  const fingerprint = fingerprintOf('request-qualification', payload);
  const open = all.filter((one) => one.kind === 'request-qualification').filter(isOpen);
  const known = open.find((one) => one.fingerprint === fingerprint);
  if (known) return ok({ made: [], all: [known] });
  const isSame = (one: RequestQualificationPayload): boolean =>
    one.qualification === qualification && canonicalJson(one.customer) === canonicalJson(customer);
  if (open.some((one) => isSame(one.payload))) return err(failure('change-open'));
  const waitsFor = customer.kind === 'pending' ? [customer.operationId] : [];
  const made = operationOf({ kind: 'request-qualification', payload }, undefined, waitsFor, context);
  return ok({ made: [made], all: [made] });
}

/** An add-on keeps its base when lines get new numbers. A base that is not among the lines keeps its number and is found missing. */
function renumbered(base: AddonBase, lines: readonly CartLine[]): AddonBase {
  if (base.kind !== 'line') return base;
  const place = lines.findIndex(({ id }) => id === base.lineId);
  return place < 0 ? base : { kind: 'line', lineId: place };
}

/**
 * Lines as they are sent: ids 0..n-1 (create-cart-for-reseller, `lineItems[].id`) and the reseller's Partner ID on
 * every one, or the incentive is lost; a direct order names nobody (failure stories F17, F18).
 */
export const linesFor = (reseller: OrderReseller, lines: readonly CartLine[]): CartLine[] =>
  lines.map((line, index) => {
    const { partnerId: _, addonOf, ...bare } = line;
    return {
      ...bare,
      id: index,
      ...(reseller.kind === 'reseller' && { partnerId: reseller.partnerId }),
      ...(addonOf && { addonOf: renumbered(addonOf, lines) }),
    };
  });

type ReadyCart = CartDraft & { reseller: OrderReseller; agreement: NonNullable<CartDraft['agreement']> };

function whyNotReady(draft: CartDraft): Result<ReadyCart> {
  const { reseller, agreement } = draft;
  if (!reseller) return err(failure('reseller-missing', { field: 'reseller' }));
  if (draft.lines.length === 0) return err(failure('invalid-input', { field: 'lines' }));
  if (!agreement) return err(failure('agreement-missing', { field: 'agreement' }));
  if (!draft.attestationAccepted) return err(failure('attestation-missing', { field: 'attestationAccepted' }));
  return ok({ ...draft, reseller, agreement });
}

function orderPayload(draft: ReadyCart, priceTolerance: string | undefined): PlaceOrderPayload {
  const { customer, customerName, market, currency, reseller, listDate } = draft;
  const { additionalPartnerIds, purchaseOrderReference, notes } = draft;
  return {
    customer,
    customerName,
    market,
    currency,
    reseller,
    attestationAccepted: true,
    lines: linesFor(reseller, draft.lines),
    agreementWay: draft.agreement.kind,
    ...(listDate && { listDate }),
    ...(additionalPartnerIds && additionalPartnerIds.length > 0 && { additionalPartnerIds }),
    ...(purchaseOrderReference && { purchaseOrderReference }),
    ...(notes && { notes }),
    ...(priceTolerance && { priceTolerance }),
  };
}

/**
 * The operations of a confirmed cart, in the order in which they are sent: the agreement when it must be attested, then
 * the order. Both wait for a customer that is itself still waiting; the order also for its agreement (purchases without
 * one fail with 403/13605: confirm-customer-agreement, notes).
 */
export function cartOperations(draft: CartDraft, context: Confirmation): Result<readonly Operation[]> {
  const ready = whyNotReady(draft);
  if (!ready.ok) return ready;
  const { customer, customerName, agreement } = ready.value;
  const waitsFor = customer.kind === 'pending' ? [customer.operationId] : [];
  const before: Operation[] = [];
  if (agreement.kind === 'to-confirm') {
    const { contact, dateAgreed } = agreement;
    const payload: ConfirmAgreementPayload = { customer, customerName, contact, dateAgreed };
    before.push(operationOf({ kind: 'confirm-agreement', payload }, draft, waitsFor, context));
  }
  const order: Intent = { kind: 'place-order', payload: orderPayload(ready.value, context.priceTolerance) };
  return ok([...before, operationOf(order, draft, [...waitsFor, ...before.map(({ id }) => id)], context)]);
}

/**
 * Where a draft's customer stands when the draft is confirmed: the operation that makes it may have been done, or given
 * up, while the cart was being filled.
 */
export function customerNow(customer: CustomerRef, maker: Operation | undefined): Result<CustomerRef> {
  if (customer.kind === 'tenant') return ok(customer);
  if (!maker || maker.state.name === 'cancelled') return err(failure('customer-not-found', { field: 'customer' }));
  if (maker.state.name !== 'done' || maker.state.result.kind !== 'create-customer') return ok(customer);
  return ok({ kind: 'tenant', customerId: maker.state.result.customerId });
}
