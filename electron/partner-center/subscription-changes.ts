import { setTimeout as pause } from 'node:timers/promises';
import { failure } from '../../shared/contract/failure.ts';
import type { Failure, FailureCode } from '../../shared/contract/failure.ts';
import { wireList, wirePart, wireRecord, wireText } from '../../shared/partner-center/readers/case.ts';
import type { CustomerTenantId } from '../../shared/ids.ts';
import { areMade, fieldsEdited } from '../../shared/domain/subscription/edited-fields.ts';
import { fieldsOf } from '../../shared/domain/subscription/subscription-edits.ts';
import type { SubscriptionEdits } from '../../shared/domain/subscription/subscription-edits.ts';
import { isCancelled } from '../../shared/domain/subscription/subscription.ts';
import type { ScheduledChange, Subscription } from '../../shared/domain/subscription/subscription.ts';
import { readSubscription } from '../../shared/partner-center/readers/subscriptions.ts';
import { readSupportContact } from '../../shared/partner-center/readers/support-contacts.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { answered, noAnswer, refused } from './answer.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import type { Connection } from './http.ts';

interface OneSubscription {
  readonly customerId: string;
  readonly subscriptionId: string;
}

/** The address of a subscription. */
export const pathOf = ({ customerId, subscriptionId }: OneSubscription): string =>
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

/** What the server answered to the change: what stands now, and whether it is still at work. */
interface Patched {
  readonly subscription: Subscription | undefined;
  readonly isTaken: boolean;
  readonly location: string | undefined;
}

/**
 * Where a change that the server works on is looked for: the path its answer names (change-subscription-quantity, notes), as long as
 * that stays with the host that was asked and with the customer that the change is for.
 */
function followPath({ hosts }: Connection, input: Patch, location: string | undefined): string {
  if (location === undefined || !URL.canParse(location, hosts.api)) return pathOf(input);
  const { origin, pathname, search } = new URL(location, hosts.api);
  const path = `${pathname}${search}`;
  const isOurs = origin === new URL(hosts.api).origin && path.toLowerCase().startsWith(`/v1/customers/${input.customerId.toLowerCase()}/`);
  return isOurs ? path : pathOf(input);
}

/** Looks where the server said; what answers there without a subscription says only that it still works. */
async function follow(connection: Connection, path: string): Promise<Answer<Patched>> {
  return ask(connection, {
    method: 'GET',
    path,
    area: 'subscription',
    read: (body, { status, location }) => ({ subscription: readSubscription(body), isTaken: status === 202, location }),
  });
}

/** The subscription in an answer; at another address than its own only when it is this one. */
function standing(input: Patch, path: string, { subscription, isTaken }: Patched): Subscription | undefined {
  const isThis = path === pathOf(input) || subscription?.id.toLowerCase() === input.subscriptionId.toLowerCase();
  return isThis && !isTaken ? subscription : undefined;
}

/**
 * The whole subscription as it was read, with some fields another; the entity tag in the header and, as read, in the body
 * (change-subscription-reseller and cancel-subscription, notes: samples send either). 202, or an answer that does not show
 * the change, means that the server still works on it: it is followed a few times. What was taken and does not stand yet is
 * looked for by the machine later.
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
    read: (body, { status, location }): Patched => ({ subscription: readSubscription(body), isTaken: status === 202, location }),
  });
  if (sent.outcome !== 'answered') return sent;
  const { correlationId } = sent;
  const stillWorking = noAnswer(failure('change-in-progress', { correlationId, requestId }));
  let { location } = sent.value;
  // What is still worked on (202) may show what was asked for as well as what was: only where it is followed to its end is it believed.
  let subscription = standing(input, pathOf(input), sent.value);
  let path = followPath(connection, input, location);
  for (const wait of pauses) {
    if (subscription && isMade(subscription)) return answered({ subscription }, correlationId);
    await pause(wait);
    const now = await follow(connection, path);
    // The change was taken; that it cannot be looked at says nothing about it.
    if (now.outcome !== 'answered') return stillWorking;
    ({ location } = now.value);
    subscription = standing(input, path, now.value);
    // The work is over: what stands is read where it always is.
    path = now.value.isTaken && location === undefined ? path : followPath(connection, input, location);
  }
  if (!subscription) return stillWorking;
  if (isMade(subscription)) return answered({ subscription }, correlationId);
  // Only what was said to be unfinished is waited for; anything else that is not as asked is judged by the machine.
  return sent.value.isTaken ? stillWorking : answered({ subscription }, correlationId);
}

/** The name of a field as the resource spells it, or its others: editions differ in the case of the first letter. */
const keyIn = (resource: object, name: string): string => {
  const capital = name.slice(0, 1).toUpperCase() + name.slice(1);
  const isCapital = capital in resource || (!(name in resource) && 'Id' in resource);
  return isCapital ? capital : name;
};

/** A scheduled change as the contract writes it (schedule-next-term-changes). */
const wireScheduled = ({ product, quantity, customTermEndsAt }: ScheduledChange): object => ({
  product, quantity, ...(customTermEndsAt !== undefined && { customTermEndDate: customTermEndsAt }),
});

const termEndTypes = { cancel: 'Cancel', extend: 'RenewToExtendedServiceTerm' } as const;

/**
 * What follows the term, as the types of live clients of 2026 have it: no page of the contract does (readers/subscriptions.ts). An
 * extension is what follows without a word: it is sent only to a server that showed the field. What stands there for other ends
 * stays; a term that renews has none.
 */
function wireTermEnd(resource: Readonly<Record<string, unknown>>, { autoRenewEnabled, atTermEnd }: SubscriptionEdits): object {
  const name = 'scheduledActions';
  const known = keyIn(resource, name) in resource;
  const isSent = atTermEnd === undefined ? known && autoRenewEnabled === true : known || atTermEnd === 'cancel';
  if (!isSent) return {};
  const others = wireList(wireRecord(resource), name).filter((one) => wireText(wireRecord(one), 'scheduleType')?.toLowerCase() !== 'termend');
  return { [name]: [...others, ...(atTermEnd ? [{ scheduleType: 'TermEnd', actionType: termEndTypes[atTermEnd] }] : [])] };
}

/**
 * The edited fields as the contract names them; what is not edited stays as it was read. Without renewal nothing is scheduled
 * for it (set-auto-renew, notes), and what follows the term is chosen only without it.
 */
function wireEdits(resource: Readonly<Record<string, unknown>>, edits: SubscriptionEdits): Record<string, unknown> {
  const { reseller, scheduled, atTermEnd, ...others } = edits;
  const plain = { ...others, ...(atTermEnd && { autoRenewEnabled: false }) };
  const next = plain.autoRenewEnabled === false ? (scheduled ?? null) : scheduled;
  const named = {
    ...plain,
    ...wireTermEnd(resource, edits),
    ...(reseller && { partnerId: reseller.partnerId }),
    ...(next !== undefined && { scheduledNextTermInstructions: next && wireScheduled(next) }),
  };
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [keyIn(resource, name), value]));
}

/**
 * change-subscription-quantity, change-subscription-reseller, set-auto-renew, rename-, suspend-, reactivate-subscription and
 * schedule-next-term-changes: all edits in one call.
 */
export async function changeSubscription(
  connection: Connection, input: ServerCallInput<'change-subscription'>, requestId: string, pauses: readonly number[] = followAfter,
): Promise<Answer<ServerCallOutput<'change-subscription'>>> {
  const change = wireEdits(input.resource, input.edits);
  const isMade = (subscription: Subscription): boolean => areMade(input.edits, fieldsOf(subscription));
  const answer = await patch(connection, { ...input, change }, isMade, { requestId, pauses });
  const isOfEnd = answer.outcome === 'refused' && isEndRefused(answer.failure, input.edits);
  return isOfEnd ? refused({ ...answer.failure, code: 'term-end-unseen' }) : answer;
}

const refusalsOfFields: ReadonlySet<FailureCode> = new Set<FailureCode>(['bad-request', 'invalid-property', 'not-supported']);

/** Whether a server that does not know how an end is chosen refused that: it names the field, or nothing else was asked. */
function isEndRefused({ code, serverText = '' }: Failure, edits: SubscriptionEdits): boolean {
  if (edits.atTermEnd !== 'cancel' || !refusalsOfFields.has(code)) return false;
  return /scheduled.?action|term.?end/iu.test(serverText)
    || fieldsEdited(edits).every((field) => field === 'autoRenewEnabled' || field === 'atTermEnd' || field === 'scheduled');
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
