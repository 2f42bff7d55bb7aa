import type { FailureCode } from '../../shared/contract/failure.ts';
import type { CustomerTenantId, ResellerTenantId } from '../../shared/ids.ts';
import { plusSeconds } from '../../shared/instant.ts';
import type { SupportContact } from '../../shared/domain/subscription/subscription.ts';
import type { Mirror } from '../../shared/ports/mirror.ts';
import { ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { pauseUntil } from './pause.ts';
import { refreshCustomer } from './refresh-customer.ts';
import type { RefreshParts } from './refresh-customer.ts';
import { readFromServer, readResult } from './server-read.ts';

export interface BusinessParts extends RefreshParts {
  readonly mirror: Pick<Mirror, 'apply' | 'customer' | 'customers'>;
}

/** How many of the reseller's customers were read. */
export interface BusinessProgress {
  readonly done: number;
  readonly total: number;
}

/** What concerns the way to the server or the account concerns every customer after it too. */
const stopping: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'offline', 'unreachable', 'sign-in-needed', 'mfa-needed', 'wrong-tenant', 'account-missing', 'keychain-missing',
  'own-agreement-missing', 'program-not-active', 'internal',
]);

/** What may be the trouble of one customer or subscription, and is the server's when it goes on. */
const silent: ReadonlySet<FailureCode> = new Set<FailureCode>(['no-answer', 'server-trouble']);
/** How many in a row bring no answer before it is taken for the server. */
const mostSilent = 3;

const isStopping = (answer: Result<void>): boolean => !answer.ok && stopping.has(answer.error.code);
const isSilent = (answer: Result<void>): boolean => !answer.ok && silent.has(answer.error.code);

const leastPauseSeconds = 1;
const customersAtOnce = 500;

/** Asks again for as long as the server asks for a pause; each pause is as long as it says. */
async function patiently(
  ask: () => Promise<Result<void>>, { clock }: BusinessParts, signal: AbortSignal,
): Promise<Result<void>> {
  for (;;) {
    const answer = await ask();
    if (answer.ok || answer.error.code !== 'throttled' || signal.aborted) return answer;
    const { retryAfterSeconds = leastPauseSeconds } = answer.error;
    await pauseUntil(plusSeconds(clock.now(), Math.max(retryAfterSeconds, leastPauseSeconds)), clock, signal);
    if (signal.aborted) return answer;
  }
}

async function customersOf(resellerId: ResellerTenantId, { mirror }: BusinessParts): Promise<readonly CustomerTenantId[]> {
  const ids: CustomerTenantId[] = [];
  for (;;) {
    const { rows, total } = await mirror.customers({ text: '', resellerId, offset: ids.length, limit: customersAtOnce });
    ids.push(...rows.map(({ id }) => id));
    if (rows.length === 0 || ids.length >= total) return ids;
  }
}

/** The support contact of one subscription after the other, kept together at the end, also of a part. */
async function readContacts(customerId: CustomerTenantId, parts: BusinessParts, signal: AbortSignal): Promise<Result<void>> {
  const { subscriptions = [] } = (await parts.mirror.customer(customerId)) ?? {};
  const at = parts.clock.now();
  const contacts: Record<string, SupportContact> = {};
  let first: Result<void> = ok(undefined);
  let silences = 0;
  for (const { id: subscriptionId } of subscriptions) {
    if (signal.aborted) break;
    const answer = await patiently(async () => {
      const read = readResult(await readFromServer('read-support-contact', { customerId, subscriptionId }, parts));
      if (read.ok) contacts[subscriptionId] = read.value;
      return read.ok ? ok(undefined) : read;
    }, parts, signal);
    silences = isSilent(answer) ? silences + 1 : 0;
    const isEnd = isStopping(answer) || silences >= mostSilent;
    if (first.ok || isEnd) first = answer;
    if (isEnd) break;
  }
  if (Object.keys(contacts).length > 0) await parts.mirror.apply({ kind: 'support-contacts-read', customerId, contacts, at });
  return first;
}

/**
 * Reads all that is known to the server of a reseller's customers, one after the other: each customer, its subscriptions,
 * orders and agreement, and who answers for support of each subscription. A pause the server asks for is waited out. What
 * concerns one customer does not keep the others from being read, nor does a server that does not answer for one or two of
 * them. Answers what ended it or the first failure, or success when it was cancelled without one.
 */
export async function refreshBusiness(
  resellerId: ResellerTenantId, parts: BusinessParts, signal: AbortSignal, tell: (progress: BusinessProgress) => void,
): Promise<Result<void>> {
  const ids = await customersOf(resellerId, parts);
  let first: Result<void> = ok(undefined);
  let silences = 0;
  tell({ done: 0, total: ids.length });
  for (const [index, id] of ids.entries()) {
    if (signal.aborted) return first;
    let silence: Result<void> | undefined;
    for (const read of [() => patiently(() => refreshCustomer(id, parts), parts, signal), () => readContacts(id, parts, signal)]) {
      const answer = await read();
      if (signal.aborted) return first;
      if (first.ok) first = answer;
      if (isStopping(answer)) return answer;
      if (isSilent(answer)) silence = answer;
    }
    silences = silence === undefined ? 0 : silences + 1;
    if (silence !== undefined && silences >= mostSilent) return silence;
    tell({ done: index + 1, total: ids.length });
  }
  return first;
}
