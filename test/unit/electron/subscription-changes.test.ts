import { describe, expect, it } from 'vitest';
import {
  cancelSubscription, changeSubscription, readOneSubscription, setSupportContact,
} from '../../../electron/partner-center/subscription-changes.ts';
import { provider } from '../../../electron/practice/seed/provider.ts';
import { createSeed } from '../../../electron/practice/seed/seed.ts';
import { CustomerTenantId, newRequestId, PartnerId } from '../../../shared/ids.ts';
import type { SubscriptionEdits } from '../../../shared/domain/subscription/subscription-edits.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { ServerCallName, ServerCallOutput } from '../../../shared/partner-center/server-call.ts';
import type { Incoming } from '../../../shared/sync/exchange.ts';
import { connectionTo, localServer } from './support/local-server.ts';
import { openPracticeDesk } from './support/practice-desk.ts';
import type { PracticeDesk } from './support/practice-desk.ts';

const seed = createSeed('small');
const credit = (partnerId: string) => ({ reseller: { partnerId: PartnerId.parse(partnerId), name: '' } });

function valueOf<Name extends ServerCallName>(name: Name, incoming: Incoming): ServerCallOutput<Name> {
  if (incoming.outcome !== 'answered') throw new Error(`${name}: ${incoming.outcome} ${incoming.failure.code}`);
  return serverCalls[name].out.parse(incoming.value) as ServerCallOutput<Name>;
}
async function ask<Name extends ServerCallName>(desk: PracticeDesk, name: Name, input: unknown): Promise<ServerCallOutput<Name>> {
  return valueOf(name, await desk.send(name, input));
}

/** A subscription of the seed that credits another reseller than the desk's. */
function someSubscription({ reseller }: PracticeDesk): { customerId: string; subscriptionId: string } {
  for (let index = 0; index < 200; index += 1) {
    const customerId = seed.listingAt(index).tenantId;
    const found = seed.subscriptionsOf(customerId).find(({ partnerId }) => partnerId !== undefined && partnerId !== reseller.partnerId);
    if (found) return { customerId, subscriptionId: found.id };
  }
  throw new Error('the seed has no subscription');
}

describe('what is asked about a subscription', () => {
  it('never leaves its place: neither another path nor a header of its own', async () => {
    const desk = await openPracticeDesk();
    const which = someSubscription(desk);
    const { resource } = await ask(desk, 'read-subscription', which);
    const contact = { tenantId: crypto.randomUUID(), partnerId: desk.reseller.partnerId, name: 'Esempio' };
    const change = { ...which, edits: credit(desk.reseller.partnerId), resource };
    const refused = { outcome: 'refused', failure: { code: 'invalid-input' } };
    for (const subscriptionId of ['..', '.', '', 'a/b', '%2e%2e', 'a?b', 'a\\b', 'x'.repeat(101)]) {
      for (const call of ['read-support-contact', 'read-subscription', 'change-subscription', 'set-support-contact'] as const) {
        expect(await desk.send(call, { ...change, contact, subscriptionId })).toMatchObject(refused);
      }
    }
    for (const etag of ['a\r\nX-Other: b', 'a b', 'a"', '', 'é']) {
      expect(await desk.send('change-subscription', { ...change, etag })).toMatchObject(refused);
    }
    expect((await desk.ledger()).counts).toEqual({});
    expect(await desk.send('read-subscription', which)).toMatchObject({ outcome: 'answered' });
  });
});

describe('the reseller of a subscription', () => {
  it('is changed once, whatever becomes of the answer, and nothing else with it', async () => {
    const desk = await openPracticeDesk();
    const which = someSubscription(desk);
    const read = await ask(desk, 'read-subscription', which);
    expect(read.etag).toBeDefined();
    const input = { ...which, edits: credit(desk.reseller.partnerId), resource: read.resource, etag: read.etag };
    const requestId = newRequestId();
    await desk.fault({ kind: 'drop-answer', match: { scenario: 'change-subscription-reseller' } });
    expect((await desk.send('change-subscription', input, { requestId })).outcome).toBe('no-answer');
    const { subscription } = valueOf('change-subscription', await desk.send('change-subscription', input, { requestId }));
    expect(subscription).toEqual({ ...read.subscription, partnerId: desk.reseller.partnerId });
    expect((await desk.ledger()).counts).toEqual({ 'change-subscription-reseller': 1 });
    // The tag of before says so under another request id.
    expect(await desk.send('change-subscription', input)).toMatchObject({
      outcome: 'refused', failure: { code: 'resource-changed', serverCode: '2055' },
    });
    expect((await ask(desk, 'read-subscription', which)).subscription.partnerId).toBe(desk.reseller.partnerId);
  });

  it('says why a Partner ID may not be credited', async () => {
    const desk = await openPracticeDesk();
    const which = someSubscription(desk);
    const { resource, etag } = await ask(desk, 'read-subscription', which);
    const refused = async (partnerId: string): Promise<string> => {
      const answer = await desk.send('change-subscription', { ...which, edits: credit(partnerId), resource, etag });
      return 'failure' in answer ? answer.failure.code : answer.outcome;
    };
    expect(await refused(provider.mpnId)).toBe('partner-id-own');
    expect(await refused('9999999')).toBe('partner-id-unknown');
    expect(await refused(seed.resellerAt(24).mpnId)).toBe('partner-id-inactive');
    expect(await desk.send('read-subscription', { ...which, subscriptionId: 'nowhere' })).toMatchObject({
      outcome: 'refused', failure: { code: 'subscription-not-found' },
    });
  });
});

describe('the support contact of a subscription', () => {
  it('is set to a reseller and back to the provider', async () => {
    const desk = await openPracticeDesk();
    const which = someSubscription(desk);
    const { id, partnerId, name } = desk.reseller;
    const reseller = { tenantId: id, partnerId, name };
    const own = { tenantId: provider.tenantId, partnerId: provider.mpnId, name: provider.companyName };
    expect(await ask(desk, 'set-support-contact', { ...which, contact: reseller })).toEqual(reseller);
    expect(await ask(desk, 'read-support-contact', which)).toEqual(reseller);
    expect(await ask(desk, 'set-support-contact', { ...which, contact: own })).toEqual(own);
    const stranger = { ...reseller, tenantId: crypto.randomUUID() };
    expect(await desk.send('set-support-contact', { ...which, contact: stranger })).toMatchObject({ outcome: 'refused' });
  });
});

const input = {
  customerId: CustomerTenantId.parse('33333333-3333-4333-8333-333333333333'),
  subscriptionId: 'subscription-1',
  edits: credit('4847383'),
  etag: 'tag-1',
  resource: {
    id: 'subscription-1', partnerId: '1111111', autoRenewEnabled: true, quantity: 5, status: 'active', unknownToUs: { kept: [1] },
    attributes: { etag: 'tag-1', objectType: 'Subscription' },
  },
};
const whole = (partnerId: string): string => JSON.stringify({ ...input.resource, partnerId });

describe('what goes over the wire', () => {
  it('is the whole subscription as it was read, with the new Partner ID and the tag in quotes', async () => {
    const server = await localServer((response) => response.end(whole('4847383')));
    const answer = await changeSubscription(connectionTo(server.url), input, newRequestId());
    expect(answer).toMatchObject({ outcome: 'answered', value: { subscription: { partnerId: '4847383' } } });
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]).toMatchObject({ method: 'PATCH', url: `/v1/customers/${input.customerId}/subscriptions/subscription-1` });
    expect(server.asked[0]?.headers['if-match']).toBe('"tag-1"');
    expect(JSON.parse(server.asked[0]?.body ?? '')).toEqual({ ...input.resource, partnerId: '4847383' });
  });

  it('follows a change that is still under way (202) and answers when it is done', async () => {
    const server = await localServer((response, { method }, count) => {
      if (method === 'PATCH') response.writeHead(202, { Location: '/customers/x/subscriptions/subscription-1' }).end();
      else response.end(whole(count < 3 ? '1111111' : '4847383'));
    });
    const answer = await changeSubscription(connectionTo(server.url), input, newRequestId(), [1, 1, 1]);
    expect(answer).toMatchObject({ outcome: 'answered', value: { subscription: { partnerId: '4847383' } } });
    expect(server.asked.map(({ method }) => method)).toEqual(['PATCH', 'GET', 'GET']);
  });

  it('tells what stands when that is not what was asked, and does not know when the subscription cannot be looked at', async () => {
    const slow = await localServer((response) => response.end(whole('1111111')));
    expect(await changeSubscription(connectionTo(slow.url), input, newRequestId(), [1, 1, 1])).toMatchObject({
      outcome: 'answered', value: { subscription: { partnerId: '1111111' } },
    });
    expect(slow.asked).toHaveLength(4);
    const shy = await localServer((response, { method }) => {
      if (method === 'PATCH') response.writeHead(202).end();
      else response.writeHead(403).end('{"code":"900308","description":"no"}');
    });
    expect(await changeSubscription(connectionTo(shy.url), input, newRequestId(), [1])).toMatchObject({
      outcome: 'no-answer', failure: { code: 'change-in-progress' },
    });
  });

  it('does not take the word of an answer that is still under way (202), whatever its body shows', async () => {
    const shown = whole('4847383');
    const server = await localServer((response, { method }, count) => {
      if (method === 'PATCH') response.writeHead(202, { Location: '/x' }).end(shown);
      else response.writeHead(count < 3 ? 202 : 200).end(shown);
    });
    const answer = await changeSubscription(connectionTo(server.url), input, newRequestId(), [1, 1, 1]);
    expect(answer).toMatchObject({ outcome: 'answered', value: { subscription: { partnerId: '4847383' } } });
    expect(server.asked.map(({ method }) => method)).toEqual(['PATCH', 'GET', 'GET']);
    const cancelled = await localServer((response, { method }) => {
      const isPatch = method === 'PATCH';
      response.writeHead(isPatch ? 202 : 200).end(JSON.stringify({ ...input.resource, status: isPatch ? 'deleted' : 'active' }));
    });
    expect(await cancelSubscription(connectionTo(cancelled.url), input, newRequestId(), [1])).toMatchObject({
      outcome: 'no-answer', failure: { code: 'change-in-progress' },
    });
  });

  it('follows the path that the answer names to its end, but never to another customer or another host', async () => {
    const work = `/v1/customers/${input.customerId}/operations/7`;
    const locations = [work, undefined, '/v1/customers/somebody-else/operations/7', 'https://elsewhere.example/v1/x'];
    const server = await localServer((response, { method, url }, count) => {
      if (method === 'PATCH') response.writeHead(202, { Location: locations[0] }).end();
      else if (url === work) response.writeHead(count < 3 ? 202 : 200).end('{}');
      else response.end(whole('4847383'));
    });
    const answer = await changeSubscription(connectionTo(server.url), input, newRequestId(), [1, 1, 1]);
    expect(answer).toMatchObject({ outcome: 'answered', value: { subscription: { partnerId: '4847383' } } });
    const own = `/v1/customers/${input.customerId}/subscriptions/subscription-1`;
    expect(server.asked.map(({ url }) => url)).toEqual([own, work, work, own]);
    for (const location of locations.slice(1)) {
      const other = await localServer((response, { method }) =>
        method === 'PATCH' ? response.writeHead(202, location === undefined ? {} : { Location: location }).end() : response.end(whole('4847383')));
      await changeSubscription(connectionTo(other.url), input, newRequestId(), [1]);
      expect(other.asked.map(({ url }) => url)).toEqual([own, own]);
    }
  });

  it.each([['{"code":2055,"description":"stale"}', 400], ['', 412]])('tells a stale tag: %s %d', async (body, status) => {
    const server = await localServer((response) => response.writeHead(status).end(body));
    expect(await changeSubscription(connectionTo(server.url), input, newRequestId())).toMatchObject({
      outcome: 'refused', failure: { code: 'resource-changed' },
    });
  });

  it('tells a subscription whose reseller stays', async () => {
    const server = await localServer((response) => response.writeHead(400).end('{"code":800098,"description":"fixed"}'));
    expect(await changeSubscription(connectionTo(server.url), input, newRequestId())).toMatchObject({
      outcome: 'refused', failure: { code: 'subscription-reseller-fixed', serverCode: '800098' },
    });
  });

  it('chooses the end of the term beside auto-renew, keeps other actions, and says no end of a server that does not know it', async () => {
    const tick = { scheduleType: 'Other', actionType: 'Kept' };
    const cancel = { scheduleType: 'TermEnd', actionType: 'Cancel' };
    const bodyOf = async (edits: SubscriptionEdits, more: object = {}): Promise<Record<string, unknown>> => {
      const server = await localServer((response, { body }) => response.end(body));
      await changeSubscription(connectionTo(server.url), { ...input, edits, resource: { ...input.resource, ...more } }, newRequestId(), []);
      return JSON.parse(server.asked[0]?.body ?? '{}') as Record<string, unknown>;
    };
    expect(await bodyOf({ atTermEnd: 'cancel' })).toMatchObject({ autoRenewEnabled: false, scheduledActions: [cancel], unknownToUs: { kept: [1] } });
    expect(await bodyOf({ autoRenewEnabled: false, atTermEnd: 'extend' })).not.toHaveProperty('scheduledActions');
    expect(await bodyOf({ atTermEnd: 'extend' }, { scheduledActions: [tick, cancel] })).toMatchObject({
      scheduledActions: [tick, { scheduleType: 'TermEnd', actionType: 'RenewToExtendedServiceTerm' }],
    });
    expect(await bodyOf({ autoRenewEnabled: true }, { scheduledActions: [tick, cancel] })).toMatchObject({ scheduledActions: [tick] });
    expect(await bodyOf({ quantity: 6 }, { scheduledActions: [tick, cancel] })).toMatchObject({ scheduledActions: [tick, cancel] });
    const strict = await localServer((response) => response.writeHead(400).end('{"code":3000,"description":"scheduledActions is unknown"}'));
    const refusal = async (edits: SubscriptionEdits): Promise<unknown> =>
      changeSubscription(connectionTo(strict.url), { ...input, edits }, newRequestId(), []);
    expect(await refusal({ quantity: 7, autoRenewEnabled: false, atTermEnd: 'cancel' })).toMatchObject({
      outcome: 'refused', failure: { code: 'term-end-unseen', serverCode: '3000' },
    });
    expect(await refusal({ quantity: 7 })).not.toMatchObject({ failure: { code: 'term-end-unseen' } });
  });

  it.each([['"tag-9"', 'tag-9'], ['W/"tag-9"', 'tag-9'], ['tag-9', 'tag-9'], ['', undefined]])('reads the tag %s', async (written, etag) => {
    const server = await localServer((response) => response.end(JSON.stringify({ ...input.resource, attributes: { etag: written } })));
    const read = await readOneSubscription(connectionTo(server.url), input, newRequestId());
    expect(read.outcome === 'answered' && read.value.etag).toBe(etag);
  });

  it('takes an answer without a body as done for a support contact', async () => {
    const server = await localServer((response) => response.end());
    const contact = { tenantId: '22222222-2222-4222-8222-222222222222', partnerId: '4847383', name: 'Rossi Cloud' };
    expect(await setSupportContact(connectionTo(server.url), { ...input, contact }, newRequestId())).toMatchObject({
      outcome: 'answered', value: contact,
    });
    expect(JSON.parse(server.asked[0]?.body ?? '')).toMatchObject({ SupportMpnId: '4847383', Name: 'Rossi Cloud' });
  });
});

describe('the cancellation of a subscription', () => {
  it('says that the window is over in its own words', async () => {
    const desk = await openPracticeDesk();
    const which = someSubscription(desk);
    const { resource, etag } = await ask(desk, 'read-subscription', which);
    expect(await desk.send('cancel-subscription', { ...which, resource, etag })).toMatchObject({
      outcome: 'refused', failure: { code: 'cancellation-window-over', serverCode: '900117' },
    });
    expect((await ask(desk, 'read-subscription', which)).subscription.status).toBe('active');
  });

  it('sends the whole resource with the status "deleted" in its own spelling, and waits while the server works on it', async () => {
    const resource = { Id: 'one', FriendlyName: 'One', Status: 'active', AutoRenewEnabled: true, UnknownToUs: { kept: [1] } };
    const server = await localServer((response, { method }, count) => {
      if (method === 'PATCH') response.writeHead(202).end();
      else response.end(JSON.stringify({ ...resource, Status: count < 3 ? 'active' : 'deleted' }));
    });
    const answer = await cancelSubscription(connectionTo(server.url), { ...input, resource }, newRequestId(), [1, 1, 1]);
    expect(answer).toMatchObject({ outcome: 'answered', value: { subscription: { id: 'one', status: 'deleted' } } });
    expect(server.asked.map(({ method }) => method)).toEqual(['PATCH', 'GET', 'GET']);
    expect(server.asked[0]?.headers['if-match']).toBe('"tag-1"');
    expect(JSON.parse(server.asked[0]?.body ?? '')).toEqual({ ...resource, Status: 'deleted' });
    expect(await cancelSubscription(connectionTo(server.url), { ...input, resource }, newRequestId(), [])).toMatchObject({
      outcome: 'no-answer', failure: { code: 'change-in-progress' },
    });
  });
});
