import type { CartLine } from '../domain/cart/cart-line.ts';
import { QualificationRequest } from '../domain/customer/qualification.ts';
import { mergeEdits } from '../domain/subscription/merge-edits.ts';
import { fieldsOf } from '../domain/subscription/subscription-edits.ts';
import { offeredTarget } from '../domain/subscription/upgrade.ts';
import type { CustomerTenantId } from '../ids.ts';
import { isBefore, plusSeconds } from '../instant.ts';
import type { Instant } from '../instant.ts';
import { assertNever } from '../result.ts';
import type { TypedCall } from './exchange.ts';
import { isChange, stepsOf } from './operation.ts';
import type { ChangeKind, CustomerRef, Operation, OperationOf, StepName } from './operation.ts';
import { answerOf, isOutcomeOpen } from './steps.ts';

/** Prices and carts older than this are read and made again before anything is bought with them (decision D5). */
const freshForSeconds = 3600;
/** A cart that claims to be expired sooner than this after it was made only shows that our clock is wrong. */
const clockDoubtSeconds = 60;
/** What a change was compared with is read again when it is older than this. */
const freshChangeSeconds = 300;

const customerOf = (ref: CustomerRef): CustomerTenantId | undefined => (ref.kind === 'tenant' ? ref.customerId : undefined);

/** The customer an operation is for, once it has a tenant id. */
export const customerIdOf = (operation: Operation): CustomerTenantId | undefined =>
  operation.kind === 'create-customer' ? undefined : customerOf(operation.payload.customer);

/** The lines whose promotion the server can be asked about: all that have one, but for those that are no longer offered. */
export function promotedLines(operation: OperationOf<'place-order'>): CartLine[] {
  const offers = answerOf(operation, 'read-offers')?.lines;
  const isGone = ({ id }: CartLine): boolean => offers !== undefined && offers.find(({ lineId }) => lineId === id)?.catalogItemId === undefined;
  return (linesToSend(operation) ?? operation.payload.lines).filter((line) => line.promotion !== undefined && !isGone(line));
}

function isSkipped(operation: Operation, name: StepName): boolean {
  if (operation.kind === 'create-customer') return name === 'check-address' && operation.payload.keepAddress;
  if (operation.kind === 'change-subscription') return name === 'check-reseller' && operation.payload.edits.reseller === undefined;
  if (operation.kind !== 'place-order') return false;
  if (name === 'read-agreement-state') return operation.payload.agreementWay !== 'invited';
  if (name === 'check-promotions') return promotedLines(operation).length === 0;
  return name === 'check-reseller' && operation.payload.reseller.kind === 'direct';
}

/** The steps this operation takes when nothing comes between. */
export const stepsNeeded = (operation: Operation): readonly StepName[] =>
  stepsOf[operation.kind].filter((name) => !isSkipped(operation, name));

/** The step to take next, going by the answers of this run; undefined after the last one. */
export const stepNeeded = (operation: Operation): StepName | undefined =>
  stepsNeeded(operation).find((name) => answerOf(operation, name) === undefined);

function isOld(operation: Operation, name: StepName, seconds: number, now: Instant): boolean {
  const sentAt = operation.steps.findLast((step) => step.name === name)?.firstSentAt;
  // what a clock that was set back calls the future has no age
  return sentAt !== undefined && (isBefore(plusSeconds(sentAt, seconds), now) || isBefore(now, sentAt));
}

const isReadingOld = (operation: Operation, name: 'read-subscription' | 'read-support-contact' | 'read-qualifications', now: Instant): boolean =>
  answerOf(operation, name) !== undefined && isOld(operation, name, freshChangeSeconds, now);

/**
 * Whether the checks of an order, its cart, or what was read before a change are too old to go on with. Never once a write
 * may have been performed.
 */
export function isStale(operation: Operation, now: Instant): boolean {
  if (isOutcomeOpen(operation)) return false;
  if (operation.kind !== 'set-support-contact' && isChange(operation)) return isReadingOld(operation, 'read-subscription', now);
  if (operation.kind === 'set-support-contact') return isReadingOld(operation, 'read-support-contact', now);
  if (operation.kind === 'request-qualification') return isReadingOld(operation, 'read-qualifications', now);
  if (operation.kind !== 'place-order') return false;
  if (answerOf(operation, 'read-offers') && isOld(operation, 'read-offers', freshForSeconds, now)) return true;
  const cart = answerOf(operation, 'create-cart');
  return cart !== undefined && isBefore(cart.expiresAt, now) && isOld(operation, 'create-cart', clockDoubtSeconds, now);
}

function cancelCall(operation: OperationOf<'cancel-subscription'>, customerId: CustomerTenantId): TypedCall | undefined {
  const read = answerOf(operation, 'read-subscription');
  if (!read) return undefined;
  const { resource, etag } = read;
  const { subscriptionId } = operation.payload;
  return { call: 'cancel-subscription', input: { customerId, subscriptionId, resource, ...(etag !== undefined && { etag }) } };
}

/** The item as it was just offered: the id of one changes over time without meaning. */
function upgradeCall(operation: OperationOf<'transition-subscription'>, customerId: CustomerTenantId): TypedCall | undefined {
  const { payload } = operation;
  const offered = answerOf(operation, 'read-transitions');
  const target = offered && offeredTarget(offered.immediate, payload);
  if (!target) return undefined;
  const { subscriptionId, quantity, transitionType, toSubscription, termDuration, billingCycle } = payload;
  return {
    call: 'transition-subscription',
    input: {
      customerId, subscriptionId, toCatalogItemId: target.catalogItemId, quantity, transitionType,
      ...(toSubscription && { toSubscriptionId: toSubscription.id }),
      ...(termDuration !== undefined && { termDuration }),
      ...(billingCycle !== undefined && { billingCycle }),
    },
  };
}

/** The edits that do not stand yet, on the resource as it was read. */
function editCall(
  operation: OperationOf<'change-subscription'>, name: StepName, customerId: CustomerTenantId,
): TypedCall | undefined {
  const { subscriptionId, edits, base } = operation.payload;
  if (name === 'check-reseller') return edits.reseller && { call: name, input: { partnerId: edits.reseller.partnerId } };
  const read = answerOf(operation, 'read-subscription');
  if (name !== 'change-subscription' || !read) return undefined;
  const { resource, etag, subscription } = read;
  const { left } = mergeEdits(base, edits, fieldsOf(subscription), false);
  return { call: name, input: { customerId, subscriptionId, edits: left, resource, ...(etag !== undefined && { etag }) } };
}

/** What a change needs from the server first, and the change itself. */
function changeCall(operation: OperationOf<ChangeKind>, name: StepName): TypedCall | undefined {
  const customerId = customerOf(operation.payload.customer);
  const { subscriptionId } = operation.payload;
  if (!customerId) return undefined;
  if (name === 'read-subscription' || name === 'read-support-contact' || name === 'read-transitions' || name === 'list-transitions') {
    return { call: name, input: { customerId, subscriptionId } };
  }
  if (operation.kind === 'set-support-contact') {
    const { contact } = operation.payload;
    return name === 'set-support-contact' ? { call: name, input: { customerId, subscriptionId, contact } } : undefined;
  }
  if (operation.kind === 'cancel-subscription') return name === 'cancel-subscription' ? cancelCall(operation, customerId) : undefined;
  if (operation.kind === 'transition-subscription') return name === 'transition-subscription' ? upgradeCall(operation, customerId) : undefined;
  return editCall(operation, name, customerId);
}

function customerCall({ payload }: OperationOf<'create-customer'>, name: StepName): TypedCall | undefined {
  const { form, reseller } = payload;
  if (name === 'check-address') return { call: name, input: { address: form.address } };
  if (name === 'check-domain') return { call: name, input: { domain: form.domain } };
  return name === 'create-customer' ? { call: name, input: { form, reseller } } : undefined;
}

function agreementCall(operation: OperationOf<'confirm-agreement'>, name: StepName): TypedCall | undefined {
  if (name === 'read-agreement-template') return { call: name, input: {} };
  const { customer, contact, dateAgreed } = operation.payload;
  const template = answerOf(operation, 'read-agreement-template');
  const customerId = customerOf(customer);
  if (name !== 'confirm-agreement' || !template || !customerId) return undefined;
  return { call: name, input: { customerId, templateId: template.templateId, contact, dateAgreed } };
}

/**
 * The lines as the cart gets them: catalog item ids change over time without meaning (list-availabilities, notes), so
 * the one that was just read is sent. Undefined before the offers were read.
 */
export function linesToSend(operation: OperationOf<'place-order'>): CartLine[] | undefined {
  const offers = answerOf(operation, 'read-offers');
  return offers && operation.payload.lines.map((line) => {
    const catalogItemId = offers.lines.find(({ lineId }) => lineId === line.id)?.catalogItemId;
    return catalogItemId === undefined ? line : { ...line, catalogItemId };
  });
}

function cartCall(operation: OperationOf<'place-order'>, customerId: CustomerTenantId): TypedCall | undefined {
  const lines = linesToSend(operation);
  const { reseller, attestationAccepted, additionalPartnerIds } = operation.payload;
  if (!lines) return undefined;
  const input = { customerId, reseller, attestationAccepted, lines, ...(additionalPartnerIds && { additionalPartnerIds }) };
  return { call: 'create-cart', input };
}

/** Asked with the catalogue item that was just read: an old one is judged as no offer at all. */
function promotionCall(operation: OperationOf<'place-order'>, customerId: CustomerTenantId): TypedCall | undefined {
  if (!answerOf(operation, 'read-offers')) return undefined;
  const lines = promotedLines(operation).map(({ id, catalogItemId, quantity, termDuration, billingCycle, promotion }) => ({
    lineId: id, catalogItemId, quantity, termDuration, billingCycle, ...(promotion && { promotionId: promotion.id }),
  }));
  return { call: 'check-promotions', input: { customerId, market: operation.payload.market, lines } };
}

function orderCall(operation: OperationOf<'place-order'>, name: StepName): TypedCall | undefined {
  const { reseller, market, lines } = operation.payload;
  const customerId = customerOf(operation.payload.customer);
  if (!customerId) return undefined;
  if (name === 'read-agreement-state') return { call: name, input: { customerId } };
  if (name === 'check-reseller') {
    return reseller.kind === 'reseller' ? { call: name, input: { partnerId: reseller.partnerId } } : undefined;
  }
  if (name === 'read-offers') {
    const wanted = lines.map(({ id, productId, skuId, termDuration, billingCycle }) => ({
      lineId: id, productId, skuId, termDuration, billingCycle,
    }));
    return { call: name, input: { customerId, market, lines: wanted } };
  }
  if (name === 'check-promotions') return promotionCall(operation, customerId);
  if (name === 'create-cart') return cartCall(operation, customerId);
  if (name === 'list-orders') return { call: name, input: { customerId } };
  const cart = answerOf(operation, 'create-cart');
  return name === 'checkout' && cart ? { call: name, input: { customerId, cartId: cart.cartId } } : undefined;
}

function resetCall({ payload }: OperationOf<'reset-password'>, name: StepName): TypedCall | undefined {
  const customerId = customerOf(payload.customer);
  if (name !== 'reset-password' || !customerId) return undefined;
  const { customerName, userId, userName } = payload;
  return { call: name, input: { customerId, customerName, userId, userName } };
}

function qualificationCall({ payload }: OperationOf<'request-qualification'>, name: StepName): TypedCall | undefined {
  const customerId = customerOf(payload.customer);
  if (!customerId) return undefined;
  if (name === 'read-qualifications') return { call: name, input: { customerId } };
  return name === 'request-qualification' ? { call: name, input: { customerId, request: QualificationRequest.parse(payload) } } : undefined;
}

/** The call a step makes, from the operation and the answers before it; undefined while something it needs is missing. */
export function callOf(operation: Operation, name: StepName): TypedCall | undefined {
  switch (operation.kind) {
    case 'create-customer':
      return customerCall(operation, name);
    case 'confirm-agreement':
      return agreementCall(operation, name);
    case 'place-order':
      return orderCall(operation, name);
    case 'change-subscription':
    case 'set-support-contact':
    case 'cancel-subscription':
    case 'transition-subscription':
      return changeCall(operation, name);
    case 'reset-password':
      return resetCall(operation, name);
    case 'request-qualification':
      return qualificationCall(operation, name);
    default:
      return assertNever(operation);
  }
}
