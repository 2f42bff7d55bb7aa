import { z } from 'zod';
import { type Answer, type Call, readBody } from './call.ts';
import { etagOf } from './collection.ts';
import { refuse } from './errors.ts';
import { refusePartnerOnRecord } from './participants.ts';
import type { Customer } from './seed/customers.ts';
import { everySubscription } from './subscription-records.ts';
import type { StandingSubscription, SubscriptionChange } from './subscription-records.ts';
import { subscriptionResource } from './subscription-resources.ts';
import { runningTerm } from './subscription-terms.ts';

/** The body of a PATCH: the whole subscription. The fields named here tell a whole one from a part (rename-subscription). */
const wholeSubscription = z.looseObject({
  id: z.string(),
  friendlyName: z.string().trim().min(1).max(200),
  quantity: z.number(),
  status: z.string(),
  autoRenewEnabled: z.boolean(),
  billingCycle: z.string().optional(),
  termDuration: z.string().optional(),
  renewalTermDuration: z.string().optional(),
  partnerId: z.string().max(20).optional(),
  attributes: z.looseObject({ etag: z.string().max(200).optional() }).optional(),
});
type WholeSubscription = z.output<typeof wholeSubscription>;

// known to the contract, each by a scenario of its own that this tenant does not answer yet
const fixed = ['quantity', 'status', 'autoRenewEnabled', 'billingCycle', 'termDuration', 'renewalTermDuration'] as const;

function refuseTag(call: Call, subscription: StandingSubscription, body: WholeSubscription): Answer | undefined {
  const header = call.header('if-match')?.trim().replace(/^(?:W\/)?"(.*)"$/u, '$1');
  const tags = [header, body.attributes?.etag].filter((tag) => tag !== undefined && tag !== '');
  if (tags.length === 0) return refuse(400, '3000', 'If-Match or attributes.etag is required.', ['attributes.etag']);
  return tags.every((tag) => tag === etagOf(subscription.id, subscription.version))
    ? undefined
    : refuse(400, '2055', 'The subscription has changed since it was read: read it again.', [subscription.id]);
}

const isCancelling = (body: { readonly status?: unknown }): boolean =>
  typeof body.status === 'string' && body.status.toLowerCase() === 'deleted';

function refuseOtherChanges(call: Call, subscription: StandingSubscription, body: WholeSubscription): Answer | undefined {
  const current = subscriptionResource(subscription, call.now);
  const changed = fixed.find((name) => {
    const wanted = body[name];
    if (wanted === undefined || (name === 'status' && isCancelling(body))) return false;
    return String(wanted).toLowerCase() !== String(current[name]).toLowerCase();
  });
  const name = changed ?? (body['scheduledNextTermInstructions'] === undefined ? undefined : 'scheduledNextTermInstructions');
  return name === undefined ? undefined : refuse(400, '900141', `A change of ${name} is not supported here.`, [name]);
}

/**
 * The narrow scenario: a PATCH with the status "deleted" cancels, one that names no reseller renames. What it really changes is
 * known only when it acts.
 */
export function changeVariant(call: Call): string | undefined {
  const { body } = call;
  if (typeof body === 'object' && body !== null && isCancelling(body)) return 'cancel-subscription';
  return typeof body === 'object' && body !== null && 'partnerId' in body ? undefined : 'rename-subscription';
}

/**
 * cancel-subscription: within the window of the running term only (900117). A base takes its add-ons with it. Nothing else
 * changes by the same call.
 */
function cancel(call: Call, subscription: StandingSubscription, customer: Customer): Answer {
  if (!runningTerm(subscription, call.now).isInWindow)
    return refuse(400, '900117', 'The time in which the subscription can be cancelled is over.', [subscription.id]);
  const change = { cancelledAt: call.now.toISOString() };
  const ended = everySubscription(call.state, customer).filter(
    (one) => one.cancelledAt === undefined && (one.id === subscription.id || one.parentSubscriptionId === subscription.id),
  );
  return {
    status: 200,
    body: subscriptionResource({ ...subscription, ...change, version: subscription.version + 1 }, call.now),
    performed: {
      effect: 'cancelled-subscription',
      tenantId: subscription.customerTenantId,
      events: ended.map((one) => ({ type: 'subscription-changed', subscriptionId: one.id, change })),
    },
  };
}

/**
 * change-subscription-reseller, rename-subscription and cancel-subscription. The reseller need not be a partner: the portal takes the Partner ID
 * of a company that is not in the list. A body without partnerId leaves the reseller as it is, as the contract says nothing.
 */
export function changeSubscription(call: Call, subscription: StandingSubscription, customer: Customer): Answer {
  if (subscription.cancelledAt !== undefined) return refuse(400, '2011', 'The subscription is deleted.', [subscription.id]);
  const read = readBody(wholeSubscription, call.body);
  if (!read.ok) return read.refusal;
  const body = read.value;
  if (body.id.toLowerCase() !== subscription.id)
    return refuse(400, '3000', 'The id of the body is not the id of the subscription.', ['id']);
  const refusal = refuseTag(call, subscription, body) ?? refuseOtherChanges(call, subscription, body);
  if (refusal !== undefined) return refusal;
  if (isCancelling(body)) return cancel(call, subscription, customer);
  const shown = subscription.friendlyName ?? subscription.title;
  const change: SubscriptionChange = {
    ...(body.partnerId === undefined || body.partnerId === subscription.partnerId ? {} : { partnerId: body.partnerId }),
    ...(body.friendlyName === shown ? {} : { friendlyName: body.friendlyName }),
  };
  if (change.partnerId !== undefined) {
    const bad = refusePartnerOnRecord(call.state, change.partnerId);
    if (bad !== undefined) return bad;
  }
  if (Object.keys(change).length === 0) return { status: 200, body: subscriptionResource(subscription, call.now) };
  return {
    status: 200,
    body: subscriptionResource({ ...subscription, ...change, version: subscription.version + 1 }, call.now),
    performed: {
      effect: 'changed-subscription',
      tenantId: subscription.customerTenantId,
      events: [{ type: 'subscription-changed', subscriptionId: subscription.id, change }],
    },
  };
}
