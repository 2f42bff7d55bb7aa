import { setTimeout as pause } from 'node:timers/promises';
import { failure } from '../../shared/contract/failure.ts';
import { wirePart, wireRecord, wireText } from '../../shared/partner-center/readers/case.ts';
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

/**
 * change-subscription-reseller: the whole subscription as it was read, only the Partner ID another one; the entity tag in
 * the header and, as read, in the body (notes: samples send either). 202, or an answer without the new Partner ID, means
 * that the server still works on it: the subscription is read again a few times, and then nobody knows.
 */
export async function changeReseller(
  connection: Connection, input: ServerCallInput<'change-reseller'>, requestId: string, pauses: readonly number[] = followAfter,
): Promise<Answer<ServerCallOutput<'change-reseller'>>> {
  const { partnerId, resource, etag } = input;
  const key = 'PartnerId' in resource ? 'PartnerId' : 'partnerId';
  const sent = await ask(connection, {
    method: 'PATCH',
    path: pathOf(input),
    requestId,
    area: 'subscription',
    headers: etag === undefined ? {} : { 'If-Match': `"${etag}"` },
    body: { ...resource, [key]: partnerId },
    read: (body) => ({ subscription: readSubscription(body) }),
  });
  if (sent.outcome !== 'answered') return sent;
  const { correlationId, value } = sent;
  let { subscription } = value;
  for (const wait of pauses) {
    if (subscription?.partnerId === partnerId) return answered({ subscription }, correlationId);
    await pause(wait);
    const now = await readOneSubscription(connection, input);
    // The change was taken; that it cannot be looked at says nothing about it.
    if (now.outcome !== 'answered') return noAnswer({ ...now.failure, requestId });
    ({ subscription } = now.value);
  }
  if (subscription?.partnerId === partnerId) return answered({ subscription }, correlationId);
  return noAnswer(failure('change-in-progress', { correlationId, requestId }));
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
