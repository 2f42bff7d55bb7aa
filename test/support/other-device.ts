import { z } from 'zod';
import type { Desk } from './desk.ts';
import { practiceUrlOf } from './ledger.ts';
import { practiceClient } from './practice-client.ts';
import type { PracticeClient } from './practice-client.ts';

const SignIn = z.object({ authority: z.string(), tenantId: z.string(), clientId: z.string(), refreshToken: z.string(), resource: z.string() });
const Granted = z.object({ access_token: z.string() });
const Resource = z.looseObject({ attributes: z.looseObject({ etag: z.string() }) });

/** Another computer of the same provider, signed in to the practice tenant of a running app. */
export async function otherDevice(desk: Desk): Promise<PracticeClient> {
  const url = process.env['PROVIDER_DESK_PRACTICE_URL'] ?? practiceUrlOf(desk.profile) ?? '';
  const user = SignIn.parse(await (await fetch(`${url}/_practice/sign-in`)).json());
  const form = { grant_type: 'refresh_token', client_id: user.clientId, refresh_token: user.refreshToken, resource: user.resource };
  const granted = await fetch(`${user.authority}/${user.tenantId}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  return practiceClient(url, Granted.parse(await granted.json()).access_token);
}

/** Changes a subscription from there: the whole resource sent back, as the contract wants it. */
export async function changeFrom(
  device: PracticeClient, about: { readonly customerId: string; readonly subscriptionId: string }, change: object,
): Promise<void> {
  const path = `/v1/customers/${about.customerId}/subscriptions/${about.subscriptionId}`;
  const read = Resource.parse((await device.call('GET', path)).body);
  const changed = await device.call('PATCH', path, { body: { ...read, ...change }, headers: { 'If-Match': `"${read.attributes.etag}"` } });
  if (changed.status >= 300) throw new Error(`the other device was refused: ${changed.status} ${JSON.stringify(changed.body)}`);
}
