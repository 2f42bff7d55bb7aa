import { z } from 'zod';
import type { Call, Read } from './call.ts';
import { endChoiceIn, type EndChoice } from './end-of-term.ts';
import { refuse } from './errors.ts';
import type { ScheduledChange } from './subscription-position.ts';
import { shownName, type StandingSubscription } from './subscription-records.ts';
import { endChoiceOf } from './subscription-resources.ts';

const instructionsSchema = z.looseObject({
  product: z.looseObject({
    productId: z.string().max(100),
    skuId: z.string().max(100),
    availabilityId: z.string().max(100),
    billingCycle: z.string().max(30),
    termDuration: z.string().max(10),
    promotionId: z.string().max(100).optional(),
  }),
  quantity: z.number().int(),
  customTermEndDate: z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'not a date').optional(),
});

/** The body of a PATCH: the whole subscription. The fields that must be there tell a whole one from a part. */
export const wholeSubscription = z.looseObject({
  id: z.string(),
  friendlyName: z.string().trim().min(1).max(200),
  quantity: z.number(),
  status: z.string(),
  autoRenewEnabled: z.boolean().optional(),
  billingCycle: z.string().optional(),
  termDuration: z.string().optional(),
  renewalTermDuration: z.string().optional(),
  partnerId: z.string().max(20).optional(),
  scheduledNextTermInstructions: instructionsSchema.optional(),
  scheduledActions: z.array(z.looseObject({ actionType: z.string().optional() })).max(20).optional(),
  attributes: z.looseObject({ etag: z.string().max(200).optional() }).optional(),
});
export type WholeSubscription = z.output<typeof wholeSubscription>;

/** What a PATCH asks to be different; several edits may come in one. */
export interface Edits {
  readonly quantity?: number;
  readonly status?: 'active' | 'suspended';
  readonly autoRenew?: boolean;
  readonly atEnd?: EndChoice;
  readonly scheduled?: ScheduledChange | 'none';
  readonly partnerId?: string;
  readonly friendlyName?: string;
}

function scheduledIn(body: WholeSubscription): ScheduledChange | undefined {
  const asked = body.scheduledNextTermInstructions;
  if (asked === undefined) return undefined;
  const { productId, skuId, availabilityId, billingCycle, termDuration, promotionId } = asked.product;
  return {
    catalogItemId: [productId, skuId, availabilityId].join(':').toUpperCase(),
    quantity: asked.quantity,
    termDuration: termDuration.toUpperCase(),
    billingCycle: billingCycle.toLowerCase(),
    ...(promotionId === undefined || promotionId === '' ? {} : { promotionId: promotionId.toUpperCase() }),
    ...(asked.customTermEndDate === undefined ? {} : { customTermEndDate: new Date(asked.customTermEndDate).toISOString() }),
  };
}

function isSameChange(one: ScheduledChange | undefined, other: ScheduledChange | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const names = ['catalogItemId', 'quantity', 'termDuration', 'billingCycle', 'promotionId', 'customTermEndDate'] as const;
  return names.every((name) => one[name] === other[name]);
}

/** Left out, a field that says what happens at the end of the term goes back to what it is without it (contract, notes). */
function endEdits({ position }: StandingSubscription, body: WholeSubscription): Edits {
  const scheduled = scheduledIn(body);
  const autoRenew = body.autoRenewEnabled ?? false;
  return {
    ...(autoRenew === position.autoRenew ? {} : { autoRenew }),
    ...(isSameChange(scheduled, position.scheduled) ? {} : { scheduled: scheduled ?? 'none' }),
  };
}

function choiceEdit(subscription: StandingSubscription, body: WholeSubscription): Edits {
  const choice = endChoiceIn(body.scheduledActions);
  const isChosen = body.autoRenewEnabled !== true && choice !== undefined && choice !== (endChoiceOf(subscription) ?? 'extend');
  return isChosen ? { atEnd: choice } : {};
}

const statusIn = (body: { readonly status?: unknown }): string =>
  typeof body.status === 'string' ? body.status.toLowerCase() : '';

/** A PATCH with the status "deleted" cancels (cancel-subscription). */
export const isCancelling = (body: { readonly status?: unknown }): boolean => statusIn(body) === 'deleted';

function statusEdit(subscription: StandingSubscription, body: WholeSubscription): Read<Edits> {
  const status = statusIn(body);
  if (status === subscription.status) return { ok: true, value: {} };
  if (status === 'active' || status === 'suspended') return { ok: true, value: { status } };
  return { ok: false, refusal: refuse(400, '800040', `The status cannot become ${status}.`, ['status']) };
}

// a term and its billing are changed for the next term only
const fixed = [
  ['billingCycle', '2054'], ['termDuration', '900141'], ['renewalTermDuration', '900141'],
] as const;

/** The first field of the running term that the body would change. */
export function fixedFieldIn(
  current: Readonly<Record<string, unknown>>, body: WholeSubscription,
): { readonly name: string; readonly code: string } | undefined {
  const found = fixed.find(([name]) => {
    const wanted = body[name];
    return wanted !== undefined && wanted !== '' && wanted.toLowerCase() !== String(current[name]).toLowerCase();
  });
  return found === undefined ? undefined : { name: found[0], code: found[1] };
}

/** What a body asks to be different; 800040 for a status that cannot be asked for. */
export function editsIn(subscription: StandingSubscription, body: WholeSubscription): Read<Edits> {
  const status = statusEdit(subscription, body);
  if (!status.ok) return status;
  const { quantity, partnerId, friendlyName } = body;
  return {
    ok: true,
    value: {
      ...(quantity === subscription.quantity ? {} : { quantity }),
      ...status.value,
      ...endEdits(subscription, body),
      ...choiceEdit(subscription, body),
      ...(partnerId === undefined || partnerId === subscription.partnerId ? {} : { partnerId }),
      ...(friendlyName === shownName(subscription) ? {} : { friendlyName }),
    },
  };
}

const scenarios: readonly (readonly [keyof Edits, string])[] = [
  ['quantity', 'change-subscription-quantity'],
  ['scheduled', 'schedule-next-term-changes'],
  ['autoRenew', 'set-auto-renew'],
  ['atEnd', 'set-auto-renew'],
  ['partnerId', 'change-subscription-reseller'],
  ['friendlyName', 'rename-subscription'],
];

/** The narrow scenario of a PATCH: of the first of its edits; undefined when it changes nothing, or cannot be read. */
export function scenarioOf(call: Call, subscription: StandingSubscription | undefined): string | undefined {
  const { body } = call;
  if (typeof body === 'object' && body !== null && isCancelling(body)) return 'cancel-subscription';
  const read = wholeSubscription.safeParse(body);
  if (!read.success || subscription === undefined) return undefined;
  const edits = editsIn(subscription, read.data);
  if (!edits.ok) return undefined;
  const { status, autoRenew } = edits.value;
  if (status !== undefined) return status === 'active' ? 'reactivate-subscription' : 'suspend-subscription';
  // the changes for the next term go with the renewal: what was asked for is the latter
  const told = scenarios.filter(([name]) => autoRenew !== false || name !== 'scheduled');
  return told.find(([name]) => edits.value[name] !== undefined)?.[1];
}
