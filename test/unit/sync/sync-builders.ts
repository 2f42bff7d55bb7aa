import { Account } from '../../../shared/domain/account.ts';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { CartDraft, CustomerDraft } from '../../../shared/domain/draft.ts';
import { CustomerReseller } from '../../../shared/domain/reseller/customer-reseller.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import { failure } from '../../../shared/contract/failure.ts';
import { CustomerTenantId, newOperationId, newRequestId, newStepId } from '../../../shared/ids.ts';
import type { OperationId } from '../../../shared/ids.ts';
import { Instant, plusSeconds } from '../../../shared/instant.ts';
import { cartOperations, customerOperation, resetOperation } from '../../../shared/sync/confirm.ts';
import { changeOperations } from '../../../shared/sync/confirm-changes.ts';
import type { Incoming } from '../../../shared/sync/exchange.ts';
import { step } from '../../../shared/sync/machine.ts';
import {
  CancelSubscriptionPayload, ChangeSubscriptionPayload, CreateCustomerPayload, ResetPasswordPayload, SetSupportContactPayload,
  TransitionSubscriptionPayload,
} from '../../../shared/sync/operation.ts';
import type { CustomerRef, Operation, OperationOf, StepName, SubscriptionChange } from '../../../shared/sync/operation.ts';
import type { Context, Facts, OperationEvent, Transition } from '../../../shared/sync/transition.ts';

export const start = Instant.parse('2026-11-24T09:00:00.000Z');
export const later = (seconds: number): Instant => plusSeconds(start, seconds);

export const account = Account.parse({
  id: '0190a000-0000-7000-8000-000000000001',
  kind: 'practice',
  tenantId: '11111111-1111-4111-8111-111111111111',
  name: 'Nordsee Distribution',
  userName: 'sales@nordsee.example',
  colour: 'teal',
});
export const reseller = CustomerReseller.parse({
  kind: 'reseller',
  id: '22222222-2222-4222-8222-222222222222',
  partnerId: '4847383',
  name: 'Rossi Cloud',
});
export const customerId = CustomerTenantId.parse('33333333-3333-4333-8333-333333333333');
export const tenant: CustomerRef = { kind: 'tenant', customerId };
export const customerPayload = CreateCustomerPayload.parse({
  form: {
    companyName: 'Fornace Bianchi', domain: 'fornacebianchi.onmicrosoft.com',
    address: { country: 'IT', addressLine1: 'Via Roma 1', city: 'Faenza', state: 'RA', postalCode: '48018' },
    firstName: 'Anna', lastName: 'Bianchi', email: 'anna@bianchi.example', language: 'it', culture: 'it-IT',
  },
  reseller,
});

export const lineOf = (id: number, more: Partial<CartLine> = {}): CartLine => ({
  id,
  productId: `CFQ7TTC0LH${id}`,
  skuId: '0001',
  catalogItemId: `CFQ7TTC0LH${id}:0001:OLD`,
  title: `Product ${id}`,
  quantity: 5 + id,
  termDuration: 'P1Y',
  billingCycle: 'annual',
  unitPrice: { amount: '100.00', currency: 'EUR' },
  ...more,
});

export const customerDraft = (more: object = {}): CustomerDraft =>
  CustomerDraft.parse({
    id: '0190a000-0000-7000-8000-0000000000d1', accountId: account.id, kind: 'customer', state: 'open',
    createdAt: start, updatedAt: start, reseller, fields: { companyName: 'Fornace Bianchi' }, ...more,
  });
export const cartDraft = (more: object = {}): CartDraft =>
  CartDraft.parse({
    id: '0190a000-0000-7000-8000-0000000000d2', accountId: account.id, kind: 'cart', state: 'open',
    createdAt: start, updatedAt: start, customer: tenant, customerName: 'Fornace Bianchi',
    domain: 'fornacebianchi.onmicrosoft.com', market: 'IT', currency: 'EUR', reseller,
    lines: [lineOf(0), lineOf(1)], agreement: { kind: 'on-file' }, attestationAccepted: true, ...more,
  });

export const confirmation = (now = start): { account: Account; now: Instant; newId: () => OperationId } => ({
  account, now, newId: newOperationId,
});
export const newCustomer = (payload = customerPayload): Operation => customerOperation(customerDraft(), payload, confirmation());
export function newCart(more: object = {}): Operation[] {
  const made = cartOperations(cartDraft(more), confirmation());
  if (!made.ok) throw new Error(made.error.code);
  return [...made.value];
}
export function newOrder(more: object = {}): OperationOf<'place-order'> {
  const order = newCart(more).at(-1);
  if (order?.kind !== 'place-order') throw new Error('No order');
  return order;
}
export const toConfirm = {
  kind: 'to-confirm', dateAgreed: start,
  contact: { firstName: 'Anna', lastName: 'Bianchi', email: 'anna@bianchi.example', phoneNumber: '' },
} as const;
export function newAgreement(): Operation {
  const [agreement] = newCart({ agreement: toConfirm });
  if (!agreement) throw new Error('No agreement');
  return agreement;
}

export const provider = { tenantId: account.tenantId, partnerId: '5380000', name: 'Nordsee Distribution' };
const about = { customer: tenant, customerName: 'Fornace Bianchi', subscriptionId: 'subscription-1', subscriptionName: 'Exchange Online' };
export const contactChange = (more: object = {}): SetSupportContactPayload =>
  SetSupportContactPayload.parse({
    ...about, contact: { tenantId: '22222222-2222-4222-8222-222222222222', partnerId: '4847383', name: 'Rossi Cloud' }, before: provider, ...more,
  });
export const cancellation = (more: object = {}): CancelSubscriptionPayload =>
  CancelSubscriptionPayload.parse({ ...about, orderId: 'order-1', before: { status: 'active', quantity: 5, cancellableUntil: start }, ...more });
export const upgrade = (more: object = {}): TransitionSubscriptionPayload =>
  TransitionSubscriptionPayload.parse({
    ...about, target: { catalogItemId: 'CFQ2:0001:OLD', title: 'Business Premium' }, quantity: 5, transitionType: 'transition_only',
    before: { status: 'active', quantity: 5, offerId: 'CFQ1:0001:A' }, ...more,
  });
const seen = { quantity: 5, autoRenewEnabled: true, friendlyName: 'Exchange', status: 'active' };
export const subscriptionEdit = (more: object = {}): ChangeSubscriptionPayload =>
  ChangeSubscriptionPayload.parse({ ...about, edits: { quantity: 7 }, base: { ...seen, partnerId: '1111111' }, ...more });
interface ResellerEdit {
  readonly reseller?: { readonly id?: string; readonly partnerId: string; readonly name: string };
  /** The Partner ID the user saw on the subscription. */
  readonly before?: string | undefined;
  readonly [name: string]: unknown;
}
export function resellerChange(more: ResellerEdit = {}): ChangeSubscriptionPayload {
  const { reseller: wanted = { partnerId: '4847383', name: 'Rossi Cloud' }, before: _, ...rest } = more;
  const before = 'before' in more ? more.before : '1111111';
  return subscriptionEdit({ edits: { reseller: wanted }, base: { ...seen, ...(before !== undefined && { partnerId: before }) }, ...rest });
}
const changeOf = {
  'change-subscription': (more: object): SubscriptionChange => ({ kind: 'change-subscription', payload: subscriptionEdit(more) }),
  'set-support-contact': (more: object): SubscriptionChange => ({ kind: 'set-support-contact', payload: contactChange(more) }),
  'cancel-subscription': (more: object): SubscriptionChange => ({ kind: 'cancel-subscription', payload: cancellation(more) }),
  'transition-subscription': (more: object): SubscriptionChange => ({ kind: 'transition-subscription', payload: upgrade(more) }),
} as const;
export function newChange<Kind extends SubscriptionChange['kind']>(kind: Kind, more: object = {}): OperationOf<Kind> {
  const result = changeOperations([changeOf[kind](more)], [], provider.partnerId, confirmation());
  const [made] = result.ok ? result.value.made : [];
  if (made?.kind !== kind) throw new Error('No change');
  return made as OperationOf<Kind>;
}

/** Another reseller on the subscription. */
export const newResellerChange = (more: ResellerEdit = {}): OperationOf<'change-subscription'> =>
  newChange('change-subscription', resellerChange(more));

export const resetPayload = (more: object = {}): ResetPasswordPayload =>
  ResetPasswordPayload.parse({
    customer: tenant, customerName: 'Fornace Bianchi', userId: '44444444-4444-4444-8444-444444444444',
    userName: 'admin@fornacebianchi.onmicrosoft.com', ...more,
  });
export const newReset = (more: object = {}): Operation => resetOperation(resetPayload(more), [], confirmation());

export const contextAt = (now: Instant, more: Partial<Context> = {}): Context => ({
  now, jitter: 0.5, who: account.userName, newStepId, newRequestId, claimedOrderIds: new Set(), hasRival: false, ...more,
});
export const facts = (more: Partial<Facts> = {}): Facts => ({ isOnline: true, dependencies: 'met', isUrgent: false, ...more });
export const wake = (operation: Operation, now = start, more: Partial<Facts> = {}): Transition =>
  step(operation, { name: 'wake', facts: facts(more) }, contextAt(now));
export const give = (operation: Operation, event: OperationEvent, now = start): Transition => step(operation, event, contextAt(now));

export const answer = (value: unknown): Incoming => ({ outcome: 'answered', value, correlationId: 'correlation' });
export const refusal = (code: Failure['code']): Incoming => ({ outcome: 'refused', failure: failure(code) });
export const notSent = (code: Failure['code']): Incoming => ({ outcome: 'not-sent', failure: failure(code) });
export const silence: Incoming = { outcome: 'no-answer', failure: failure('no-answer') };
/** The server took it and works on it still (202). */
export const working: Incoming = { outcome: 'no-answer', failure: failure('change-in-progress') };
export const throttle = (seconds: number): Incoming => ({
  outcome: 'throttled', retryAfterSeconds: seconds, failure: failure('throttled'),
});

export const stepIdOf = ({ state }: Operation) => {
  if (!('stepId' in state)) throw new Error(`No step in ${state.name}`);
  return state.stepId;
};
export const hear = (operation: Operation, incoming: Incoming, now = start, more: Partial<Context> = {}): Transition =>
  step(operation, { name: 'heard', stepId: stepIdOf(operation), incoming }, contextAt(now, more));

/** Wakes the operation, lets the exchange end like that, and answers how it stands. */
export const exchange = (operation: Operation, incoming: Incoming, now = start): Operation =>
  hear(wake(operation, now).operation, incoming, now).operation;
export const exchanges = (operation: Operation, ...incoming: Incoming[]): Operation =>
  incoming.reduce((one, how) => exchange(one, how), operation);

export const sentName = ({ effects }: Transition): StepName | undefined => effects[0]?.outgoing.call as StepName | undefined;
export const lastStep = (operation: Operation) => {
  const last = operation.steps.at(-1);
  if (!last) throw new Error('No step yet');
  return last;
};

export const good = {
  address: answer({ status: 'VerifiedShippable', suggestions: [] }),
  domain: answer({ isFree: true }),
  customer: answer({ customerId, domain: 'fornacebianchi.onmicrosoft.com', credentials: 'sealed' }),
  template: answer({ templateId: 'template-1' }),
  agreement: answer({ dateAgreed: start }),
  reseller: answer({ isKnown: true, isAgreementSigned: true }),
  offers: (price = '100.00', lines = [0, 1]): Incoming =>
    answer({
      listDate: start,
      lines: lines.map((lineId) => ({
        lineId, catalogItemId: `CFQ7TTC0LH${lineId}:0001:NEW`, unitPrice: { amount: price, currency: 'EUR' },
      })),
    }),
  cartLine: (id: number, more: object = {}): object => ({
    id, catalogItemId: `CFQ7TTC0LH${id}:0001:NEW`, quantity: 5 + id, termDuration: 'P1Y', billingCycle: 'annual',
    currencyCode: 'EUR', partnerId: '4847383', orderGroup: String(id), ...more,
  }),
  cart: (lines?: object[], more: object = {}): Incoming =>
    answer({
      cartId: 'cart-1', expiresAt: later(7 * 86_400), status: 'Active', lines: lines ?? [good.cartLine(0), good.cartLine(1)], ...more,
    }),
  order: (id: number, more: object = {}): object => ({
    id: `order-${id}`, customerId, billingCycle: 'annual', status: 'pending', createdAt: start,
    lines: [{
      lineNumber: 0, offerId: `CFQ7TTC0LH${id}:0001:NEW`, friendlyName: `Product ${id}`, quantity: 5 + id, termDuration: 'P1Y',
      partnerId: '4847383',
    }],
    ...more,
  }),
  checkout: (orders?: object[], orderErrors: object[] = []): Incoming =>
    answer({ orders: orders ?? [good.order(0), good.order(1)], orderErrors }),
  orders: (...orders: object[]): Incoming => answer({ orders }),
  subscription: (partnerId: string | undefined, more: object = {}): object => ({
    id: 'subscription-1', offerName: 'Exchange Online', friendlyName: 'Exchange', quantity: 5, status: 'active',
    autoRenewEnabled: true, partnerId, ...more,
  }),
  read: (partnerId: string | undefined, etag: string | undefined = 'tag-1'): Incoming =>
    answer({ subscription: good.subscription(partnerId), resource: { id: 'subscription-1', partnerId }, ...(etag && { etag }) }),
  readAs: (fields: object, etag = 'tag-1'): Incoming =>
    answer({
      subscription: good.subscription('1111111', fields), resource: { id: 'subscription-1' },
      ...(etag && { etag }),
    }),
  edited: (fields: object): Incoming => answer({ subscription: good.subscription('1111111', fields) }),
  changed: (partnerId = '4847383'): Incoming => answer({ subscription: good.subscription(partnerId) }),
  contact: (contact: object = contactChange().contact): Incoming => answer(contact),
};
/** An order that has only its checkout left. */
export const readyToBuy = (order = newOrder()): Operation => exchanges(order, good.reseller, good.offers(), good.cart());
