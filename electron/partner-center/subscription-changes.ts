import { setTimeout as pause } from 'node:timers/promises';
import { failure } from '../../shared/contract/failure.ts';
import { wirePart, wireRecord, wireText } from '../../shared/partner-center/readers/case.ts';
import type { CustomerTenantId } from '../../shared/ids.ts';
import { areMade, fieldsOf } from '../../shared/domain/subscription/subscription-edits.ts';
import type { SubscriptionEdits } from '../../shared/domain/subscription/subscription-edits.ts';
import { isCancelled } from '../../shared/domain/subscription/subscription.ts';
import type { ScheduledChange, Subscription } from '../../shared/domain/subscription/subscription.ts';
import { readSubscription } from '../../shared/partner-center/readers/subscriptions.ts';
import { readSupportContact } from '../../shared/partner-center/readers/support-contacts.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { answered, noAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import type { Connection } from './http.ts';

interface OneSubscription {
  readonly customerId: string;
  readonly subscriptionId: string;
}

const pathOf = ({ customerId, subscriptionId }: OneSubscription): string =>
  `/v1/customers/${customerId}/subscriptions/${encodeURIComponent(subscriptionId)}`;

/** The tag without quotes and weakness sign: editions differ in whether the body carries them. */
const bareTag = (tag: string): string => tag.replace(/^W\//u, '').replaceAll('"', '');

function readWhole(body: unknown): ServerCallOutput<'read-subscription'> | undefined {
  const [subscription, resource] = [readSubscription(body), wireRecord(body)];
  if (subscription === undefined || resource === undefined) return undefined;
  const etag = bareTag(wireText(wirePart(resource, 'attributes'), 'etag') ?? '');
  return { subscription, resource, ...(etag === '' ? {} : { etag }) };
}

/** get-subscription, the whole resource with it. */
export async function readOneSubscription(
  connection: Connection, input: ServerCallInput<'read-subscription'>, requestId?: string,
): Promise<Answer<ServerCallOutput<'read-subscription'>>> {
  return ask(connection, {
    method: 'GET', path: pathOf(input), area: 'subscription', read: readWhole, ...(requestId === undefined ? {} : { requestId }),
  });
}

/** Milliseconds before each look at a change that the server took but did not finish (202). */
const followAfter: readonly number[] = [500, 1500, 3000];

interface Patch {
  readonly customerId: CustomerTenantId;
  readonly subscriptionId: string;
  readonly resource: Readonly<Record<string, unknown>>;
  readonly etag?: string | undefined;
}

/**
 * The whole subscription as it was read, with one field another; the entity tag in the header and, as read, in the body
 * (change-subscription-reseller and cancel-subscription, notes: samples send either). 202, or an answer that does not show
 * the change, means that the server still works on it: the subscription is read again a few times, and then nobody knows.
 */
async function patch(
  connection: Connection,
  input: Patch & { readonly change: Readonly<Record<string, unknown>> },
  isMade: (subscription: Subscription) => boolean,
  sending: { readonly requestId: string; readonly pauses: readonly number[] },
): Promise<Answer<{ subscription: Subscription }>> {
  const { resource, etag, change } = input;
  const { requestId, pauses } = sending;
  const sent = await ask(connection, {
    method: 'PATCH',
    path: pathOf(input),
    requestId,
    area: 'subscription',
    headers: etag === undefined ? {} : { 'If-Match': `"${etag}"` },
    body: { ...resource, ...change },
    read: (body) => ({ subscription: readSubscription(body) }),
  });
  if (sent.outcome !== 'answered') return sent;
  const { correlationId, value } = sent;
  let { subscription } = value;
  for (const wait of pauses) {
    if (subscription && isMade(subscription)) return answered({ subscription }, correlationId);
    await pause(wait);
    const now = await readOneSubscription(connection, input);
    // The change was taken; that it cannot be looked at says nothing about it.
    if (now.outcome !== 'answered') return noAnswer({ ...now.failure, requestId });
    ({ subscription } = now.value);
  }
  if (subscription && isMade(subscription)) return answered({ subscription }, correlationId);
  return noAnswer(failure('change-in-progress', { correlationId, requestId }));
}

/** The name of a field as the resource spells it: editions differ in the case of the first letter. */
const keyIn = (resource: object, name: string): string => {
  const capital = name.slice(0, 1).toUpperCase() + name.slice(1);
  return capital in resource ? capital : name;
};

/** change-subscription-reseller */
export async function changeReseller(
  connection: Connection, input: ServerCallInput<'change-reseller'>, requestId: string, pauses: readonly number[] = followAfter,
): Promise<Answer<ServerCallOutput<'change-reseller'>>> {
  const { partnerId, resource } = input;
  const change = { [keyIn(resource, 'partnerId')]: partnerId };
  return patch(connection, { ...input, change }, (subscription) => subscription.partnerId === partnerId, { requestId, pauses });
}

/** A scheduled change as the contract writes it (schedule-next-term-changes). */
const wireScheduled = ({ product, quantity, customTermEndsAt }: ScheduledChange): object => ({
  product, quantity, ...(customTermEndsAt !== undefined && { customTermEndDate: customTermEndsAt }),
});

/** The edited fields as the contract names them; what is not edited stays as it was read. */
function wireEdits(resource: object, { reseller, scheduled, ...plain }: SubscriptionEdits): Record<string, unknown> {
  const named = {
    ...plain,
    ...(reseller && { partnerId: reseller.partnerId }),
    ...(scheduled !== undefined && { scheduledNextTermInstructions: scheduled && wireScheduled(scheduled) }),
  };
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [keyIn(resource, name), value]));
}

/** change-subscription-quantity, set-auto-renew, rename-, suspend-, reactivate-, schedule-next-term-changes: all edits in one call. */
export async function changeSubscription(
  connection: Connection, input: ServerCallInput<'change-subscription'>, requestId: string, pauses: readonly number[] = followAfter,
): Promise<Answer<ServerCallOutput<'change-subscription'>>> {
  const change = wireEdits(input.resource, input.edits);
  const isMade = (subscription: Subscription): boolean => areMade(input.edits, fieldsOf(subscription));
  return patch(connection, { ...input, change }, isMade, { requestId, pauses });
}

/** cancel-subscription */
export async function cancelSubscription(
  connection: Connection, input: ServerCallInput<'cancel-subscription'>, requestId: string, pauses: readonly number[] = followAfter,
): Promise<Answer<ServerCallOutput<'cancel-subscription'>>> {
  const change = { [keyIn(input.resource, 'status')]: 'deleted' };
  return patch(connection, { ...input, change }, isCancelled, { requestId, pauses });
}

/** update-support-contact. An answer without a body is a good one. */
export async function setSupportContact(
  connection: Connection, input: ServerCallInput<'set-support-contact'>, requestId: string,
): Promise<Answer<ServerCallOutput<'set-support-contact'>>> {
  const { contact } = input;
  return ask(connection, {
    method: 'PUT',
    path: `${pathOf(input)}/supportcontact`,
    requestId,
    area: 'subscription',
    body: {
      SupportTenantId: contact.tenantId,
      SupportMpnId: contact.partnerId,
      Name: contact.name,
      Attributes: { ObjectType: 'SupportContact' },
    },
    read: (body) => (body === undefined ? contact : readSupportContact(body)),
  });
}
