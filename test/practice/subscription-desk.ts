import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import type { SubscriptionRecord } from '../../electron/practice/seed/subscriptions.ts';
import { type CallOptions, type PracticeClient, type PracticeReply, startPracticeClient } from '../support/practice-client.ts';
import { textAt } from './shapes.ts';

const seed = createSeed('small');
/** Every subscription of the small seed. */
export const seeded: readonly SubscriptionRecord[] = Array.from({ length: seed.customerCount }, (_unused, index) =>
  seed.subscriptionsOf(seed.listingAt(index).tenantId),
).flat();

/** A seeded subscription that answers a description. */
export function seededWhere(isMeant: (record: SubscriptionRecord) => boolean): SubscriptionRecord {
  const found = seeded.find(isMeant);
  if (found === undefined) throw new Error('the seed has no such subscription');
  return found;
}

/** A resource as it travels. */
export type Resource = Readonly<Record<string, unknown>>;
const resourceShape = z.record(z.string(), z.unknown());

/** The path of a subscription. */
export const pathOf = ({ customerTenantId, id }: Pick<SubscriptionRecord, 'customerTenantId' | 'id'>): string =>
  `/v1/customers/${customerTenantId}/subscriptions/${id}`;

/** A practice tenant whose clock stands where it is put, and somebody who changes subscriptions in it. */
export interface SubscriptionDesk {
  readonly client: PracticeClient;
  /** Puts the clock on: a token lasts an hour, so a jump signs in anew by itself. */
  putClock(at: string | number): Promise<void>;
  now(): number;
  read(path: string): Promise<Resource>;
  /** Read-modify-write. */
  change(record: SubscriptionRecord, change: Resource, requestId?: string): Promise<PracticeReply>;
  /** The code of a refused change. */
  refusal(record: SubscriptionRecord, change: Resource): Promise<unknown>;
  close(): Promise<void>;
}

/** Opens one; with a state file it can be opened again. */
export async function openSubscriptionDesk(at: string | number, stateFile?: string): Promise<SubscriptionDesk> {
  let now = new Date(at);
  const server = await startPracticeClient({ now: () => now, ...(stateFile === undefined ? {} : { stateFile }) });
  let { token } = server;
  const signIn = async (): Promise<void> => {
    const account = (await server.call('GET', '/_practice/sign-in', { token: '' })).body;
    const body = new URLSearchParams({
      resource: server.url, client_id: textAt(account, 'clientId'), grant_type: 'refresh_token',
      refresh_token: textAt(account, 'refreshToken'),
    });
    const reply = await fetch(`${server.url}/${textAt(account, 'tenantId')}/oauth2/token`, { method: 'POST', body });
    token = textAt(await reply.json(), 'access_token');
  };
  const client: PracticeClient = {
    ...server,
    call: (method: string, path: string, options: CallOptions = {}) => server.call(method, path, { token, ...options }),
  };
  const read = async (path: string): Promise<Resource> => resourceShape.parse((await client.call('GET', path)).body);
  const change = async (record: SubscriptionRecord, wanted: Resource, requestId: string = randomUUID()): Promise<PracticeReply> =>
    client.call('PATCH', pathOf(record), { body: { ...(await read(pathOf(record))), ...wanted }, requestId });
  return {
    client,
    putClock: async (instant) => {
      now = new Date(instant);
      await signIn();
    },
    now: () => now.getTime(),
    read,
    change,
    refusal: async (record, wanted) => {
      const { status, body } = await change(record, wanted);
      const code = z.object({ code: z.number() }).safeParse(body);
      return code.success ? [status, code.data.code] : status;
    },
    close: () => server.close(),
  };
}
