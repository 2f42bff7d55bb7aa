import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Answer, type Call, type Read, readBody } from './call.ts';
import { isFamilyWithin, isOfFamily, mostSeats } from './cart-limits.ts';
import { collection } from './collection.ts';
import { refuse } from './errors.ts';
import { isPending } from './provisioning.ts';
import { withFewerSeats, withMoreSeats } from './seat-changes.ts';
import { catalogItemIdOf, type CatalogueItem, findItem } from './seed/catalogue.ts';
import type { Customer } from './seed/customers.ts';
import { transitionTargetsOf } from './seed/transitions.ts';
import type { StateEvent } from './state-events.ts';
import { refuseStand } from './subscription-changes.ts';
import type { Position } from './subscription-position.ts';
import { everySubscription, type StandingSubscription, type SubscriptionChange } from './subscription-records.ts';
import { monthsByCycle, monthsOf, plusMonths } from './subscription-terms.ts';
import { targetErrors, transitionErrors } from './transition-eligibilities.ts';
import { type TransitionRecord, transitionResource, transitionsFrom, transitionTypes } from './transition-records.ts';

/** A transition takes this long, where the tenant is not slower (fault slow-changes). */
const USUAL_SECONDS = 3;

const transitionSchema = z.object({
  fromCatalogItemId: z.string().max(100).optional(),
  fromSubscriptionId: z.string().max(100).optional(),
  toCatalogItemId: z.string().max(100),
  toSubscriptionId: z.string().max(100).optional(),
  quantity: z.number().int().min(1),
  termDuration: z.string().max(10).transform((text) => text.toUpperCase()).optional(),
  billingCycle: z.string().max(30).transform((text) => text.toLowerCase()).optional(),
  transitionType: z.string().transform((text) => text.toLowerCase()).pipe(z.enum(transitionTypes)),
});
type Asked = z.output<typeof transitionSchema>;

interface Wanted extends Asked {
  readonly item: CatalogueItem;
  readonly term: { readonly termDuration: string; readonly billingCycle: string };
  readonly target: StandingSubscription | undefined;
}

interface Refused {
  readonly ok: false;
  readonly refusal: Answer;
}

const refused = (status: number, code: string, description: string, data: readonly string[]): Refused => ({
  ok: false, refusal: refuse(status, code, description, data),
});

function itemFor(source: StandingSubscription, asked: Asked): Read<CatalogueItem> {
  const [productId = '', skuId = ''] = asked.toCatalogItemId.split(':');
  const item = findItem(productId, skuId);
  const named = [[asked.fromSubscriptionId, source.id], [asked.fromCatalogItemId, source.catalogItemId]] as const;
  if (named.some(([sent, own]) => sent !== undefined && sent.toLowerCase() !== own.toLowerCase()))
    return refused(400, '3000', 'The source is not the subscription of the path.', ['fromSubscriptionId']);
  if (item === undefined) return refused(404, '400018', 'The SKU was not found.', [asked.toCatalogItemId]);
  if (catalogItemIdOf(item) === source.catalogItemId) {
    return source.position.isTrial
      ? refused(400, '800107', 'The term of a trial cannot change.', [source.id])
      : refused(400, '900259', 'The target is the source.', [source.id]);
  }
  return transitionTargetsOf(source.catalogItemId).includes(item)
    ? { ok: true, value: item }
    : refused(400, '800024', `The subscription is not eligible to become ${item.title}.`, [asked.toCatalogItemId]);
}

/** Term and billing of what comes out: those of the source where none are named; of a trial, the first on offer. */
function termFor({ position }: StandingSubscription, asked: Asked, item: CatalogueItem): Read<Wanted['term']> {
  const [offered] = item.terms;
  const given = position.isTrial ? { termDuration: offered?.duration ?? 'P1M', billingCycle: offered?.billingCycle ?? 'monthly' } : position;
  const { termDuration = given.termDuration, billingCycle = given.billingCycle } = asked;
  if (!position.isTrial && monthsOf(termDuration) < monthsOf(position.termDuration))
    return refused(400, '900267', 'The term is shorter than that of the source.', ['termDuration']);
  if ((monthsByCycle[billingCycle] ?? 1) > monthsOf(termDuration))
    return refused(400, '900270', 'The billing cycle is longer than the term.', ['billingCycle']);
  const lasting = item.terms.filter(({ duration }) => duration === termDuration);
  if (lasting.length === 0) return refused(400, '800121', `A term of ${termDuration} is not offered for ${item.title}.`, ['termDuration']);
  return lasting.some((term) => term.billingCycle === billingCycle)
    ? { ok: true, value: { termDuration, billingCycle } }
    : refused(400, '900269', `${termDuration} billed ${billingCycle} is not offered for ${item.title}.`, ['billingCycle']);
}

const targetCodes: Readonly<Record<number, string>> = { 1: '900258', 2: '900280', 3: '900267', 4: '900267' };

function targetFor(
  call: Call, all: readonly StandingSubscription[], source: StandingSubscription, asked: Asked, item: CatalogueItem,
): Read<StandingSubscription | undefined> {
  const id = asked.toSubscriptionId?.toLowerCase();
  if (id === undefined || id === '') return { ok: true, value: undefined };
  if (id === source.id) return refused(400, '900259', 'The target is the source.', [id]);
  const target = all.find((one) => one.id === id);
  if (target === undefined) return refused(404, '20003', 'The subscription was not found.', [id]);
  if (target.status !== 'active') return refused(400, '900258', 'The target subscription is not active.', [id]);
  if (target.catalogItemId !== catalogItemIdOf(item)) return refused(400, '900260', 'The target subscription has another catalog item.', [id]);
  if (target.isPending || isPending(target.createdAt, call.now)) return refused(400, '900261', 'The target subscription is not ready.', [id]);
  const [error] = targetErrors(source, target, call.now);
  return error === undefined ? { ok: true, value: target } : refused(400, targetCodes[error.code] ?? '900258', error.description, [id]);
}

function refuseSeats(call: Call, customer: Customer, source: StandingSubscription, { item, quantity, target }: Wanted): Answer | undefined {
  const left = source.quantity - quantity;
  const [productId = '', skuId = ''] = source.catalogItemId.split(':');
  const from = findItem(productId, skuId);
  const total = quantity + (target?.quantity ?? 0);
  const isWithin = left >= 0 && (left === 0 || left >= (from?.minimumQuantity ?? 1)) && total >= item.minimumQuantity && total <= mostSeats(item);
  if (!isWithin) return refuse(400, '2002', 'The quantity is outside of what source and target allow.', [source.id]);
  const isNewInFamily = isOfFamily(item) && (from === undefined || !isOfFamily(from));
  return !isNewInFamily || isFamilyWithin(call.state, customer, [{ item, quantity }], call.now)
    ? undefined
    : refuse(400, '2002', 'The business plans may have 300 seats together.', [source.id]);
}

/** The position of the seats under their new item: the term and the window go on, unless the term is another one. */
function converted(from: Position, { item, quantity, term }: Wanted, doneAt: string): Position {
  const { scheduled: _scheduled, before: _before, atEnd: _atEnd, promotionId: _promotionId, ...kept } = from;
  const isSameTerm = !from.isTrial && from.before === undefined && term.termDuration === from.termDuration;
  const what = { catalogItemId: catalogItemIdOf(item), title: item.title, isTrial: false, quantity, ...term };
  const begun = {
    anchor: doneAt, start: doneAt, end: plusMonths(new Date(doneAt), monthsOf(term.termDuration)).toISOString(),
    isCut: undefined, autoRenew: true, batches: [{ quantity, at: doneAt }],
  };
  // seats that go on keep the window of where they came from, not one of their own
  return { ...kept, ...what, ...(isSameTerm ? { batches: [{ quantity, at: from.start }] } : begun) };
}

/** What a transition changes, all of it when it is done: the source, the target, and a subscription for a part of the seats. */
function changesOf(source: StandingSubscription, wanted: Wanted, record: TransitionRecord): readonly StateEvent[] {
  const { doneAt, at } = record;
  const { target, quantity } = wanted;
  const changed = (subscriptionId: string, change: SubscriptionChange, isOwn: boolean): StateEvent => ({
    type: 'subscription-changed', subscriptionId, change, from: doneAt, ...(isOwn ? { at } : {}),
  });
  const isWhole = quantity === source.quantity;
  if (isWhole && target === undefined)
    return [changed(source.id, { position: converted(source.position, wanted, doneAt) }, true)];
  const { scheduled: _scheduled, ...rest } = source.position;
  const left = isWhole ? { cancelledAt: doneAt } : { position: withFewerSeats(rest, quantity) };
  const into = target === undefined
    ? []
    : [changed(target.id, { position: withMoreSeats(target.position, { quantity, at: source.position.start }) }, false)];
  return [changed(source.id, left, true), ...into];
}

function made(source: StandingSubscription, wanted: Wanted, record: TransitionRecord): Extract<StateEvent, { readonly type: 'transition-begun' }> {
  const isMade = record.toSubscriptionId !== undefined && wanted.target === undefined && record.hasFailed !== true;
  if (!isMade) return { type: 'transition-begun', customerTenantId: source.customerTenantId, record };
  const startsAs = converted(source.position, wanted, record.doneAt);
  const { catalogItemId, title, quantity, termDuration, billingCycle } = startsAs;
  const subscription = {
    id: record.toSubscriptionId, customerTenantId: source.customerTenantId, catalogItemId, title, quantity, termDuration, billingCycle,
    createdAt: record.doneAt, orderId: source.orderId, partnerId: source.partnerId, startsAs,
  };
  return { type: 'transition-begun', customerTenantId: source.customerTenantId, record, subscription };
}

function wantedBy(call: Call, customer: Customer, source: StandingSubscription, asked: Asked): Read<Wanted> {
  const all = everySubscription(call.state, customer, call.now);
  const item = itemFor(source, asked);
  if (!item.ok) return item;
  const term = termFor(source, asked, item.value);
  if (!term.ok) return term;
  const target = targetFor(call, all, source, asked, item.value);
  if (!target.ok) return target;
  const [error] = transitionErrors(all, source, catalogItemIdOf(item.value), asked.transitionType, call.now);
  if (error !== undefined) return refused(400, '800024', error.description, [source.id]);
  const wanted = { ...asked, item: item.value, term: term.value, target: target.value };
  const seats = refuseSeats(call, customer, source, wanted);
  return seats === undefined ? { ok: true, value: wanted } : { ok: false, refusal: seats };
}

/**
 * create-transition: all seats or a part of them become another item, in the same subscription, in a new one (a part), or in
 * one that is there. It is answered at once and done a little later; what has happened of it is asked for with GET.
 */
export function createTransition(call: Call, source: StandingSubscription, customer: Customer): Answer {
  const over = refuseStand(source);
  if (over !== undefined) return over;
  if (source.status === 'suspended') return refuse(400, '800091', 'The subscription is suspended.', [source.id]);
  const read = readBody(transitionSchema, call.body);
  if (!read.ok) return read.refusal;
  const wanted = wantedBy(call, customer, source, read.value);
  if (!wanted.ok) return wanted.refusal;
  const { target, quantity, term, item, transitionType } = wanted.value;
  const { slowChangesSeconds, failsTransitions } = call.state.conditions;
  const seconds = slowChangesSeconds === 0 ? USUAL_SECONDS : slowChangesSeconds;
  const toSubscriptionId = target?.id ?? (quantity === source.quantity ? undefined : randomUUID());
  const record: TransitionRecord = {
    operationId: randomUUID(),
    fromSubscriptionId: source.id,
    fromCatalogItemId: source.catalogItemId,
    toCatalogItemId: catalogItemIdOf(item),
    ...(toSubscriptionId === undefined ? {} : { toSubscriptionId }),
    quantity,
    ...term,
    transitionType,
    at: call.now.toISOString(),
    doneAt: new Date(call.now.getTime() + seconds * 1_000).toISOString(),
    ...(failsTransitions ? { hasFailed: true } : {}),
  };
  const changes = failsTransitions ? [] : changesOf(source, wanted.value, record);
  return {
    status: 200,
    body: transitionResource(record, call.now),
    performed: {
      effect: 'began-transition', tenantId: source.customerTenantId, events: [made(source, wanted.value, record), ...changes],
    },
  };
}

/** "Get transitions" (Partner Center documentation, March 2023): all of a subscription, or the one with an operation-id. */
export function listTransitions(call: Call, source: StandingSubscription, customer: Customer): Answer {
  const id = (call.query['operation-id'] ?? call.query.operationid)?.toLowerCase();
  const found = transitionsFrom(call.state, source.id).filter(({ operationId }) => id === undefined || operationId === id);
  return {
    status: 200,
    body: collection(
      found.map((record) => transitionResource(record, call.now)),
      `/customers/${customer.tenantId}/subscriptions/${source.id}/transitions`,
    ),
  };
}
