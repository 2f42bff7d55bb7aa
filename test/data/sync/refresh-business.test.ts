import { describe, expect, it } from 'vitest';
import { refreshBusiness } from '../../../renderer/sync/refresh-business.ts';
import type { BusinessParts, BusinessProgress } from '../../../renderer/sync/refresh-business.ts';
import { failure } from '../../../shared/contract/failure.ts';
import type { Failure, FailureCode } from '../../../shared/contract/failure.ts';
import { CustomerTenantId, ResellerTenantId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { ScreenRead } from '../../../shared/sync/exchange.ts';
import type { Incoming } from '../../../shared/sync/exchange.ts';
import { account } from '../../unit/sync/sync-builders.ts';
import { customerId, portTo, pullTenant, resellerId } from '../mirror/pull-tenant.ts';
import { openStore } from '../mirror/stores.ts';
import { RushClock } from './radar-desk.ts';

const uno = ResellerTenantId.parse(resellerId(1));
const tenantId = (number: number): CustomerTenantId => CustomerTenantId.parse(customerId(number));

interface Question {
  readonly call: string;
  readonly customerId: string;
  readonly subscriptionId: string | undefined;
}
const fieldOf = (input: unknown, name: string): string | undefined => {
  const value: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, name) : undefined;
  return typeof value === 'string' ? value : undefined;
};
const subscriptionOf = (id: string): object =>
  ({ id, offerName: 'Plan', friendlyName: 'Plan', quantity: 1, status: 'active', autoRenewEnabled: true, partnerId: '4890002' });

/** A reseller with customers that have two subscriptions each, and one customer of nobody. */
async function openDesk(customers: number) {
  const mirror = await openStore();
  const listed = Array.from({ length: customers }, (_, index) => ({
    id: customerId(index), name: `Customer ${index}`, domain: `c${index}.example`, resellerId: uno,
  }));
  const others = [{ id: customerId(99), name: 'Direct', domain: 'direct.example' }];
  await mirror.pull(portTo(pullTenant({ customers: [...listed, ...others], resellers: [{ id: uno, name: 'Uno' }] })));
  const clock = new RushClock();
  const asked: Question[] = [];
  const desk = {
    mirror, clock, asked,
    said: new Array<BusinessProgress>(),
    /** What the server says instead of its usual answer. */
    script: (_question: Question): Incoming | undefined => undefined,
    stop: new AbortController(),
  };
  const usual = ({ call, customerId: id }: Question): unknown => {
    if (call === 'read-customer') return { id, companyName: 'Read', domain: 'read.example', relationship: 'reseller' };
    if (call === 'list-subscriptions') return { subscriptions: [subscriptionOf(`${id}-a`), subscriptionOf(`${id}-b`)] };
    if (call === 'list-orders') return { orders: [] };
    if (call === 'read-agreement-state') return { isAccepted: true, how: 'attested' };
    return { tenantId: uno, partnerId: '4890002', name: 'Uno' };
  };
  const answer = async (_name: string, raw: unknown): Promise<never> => {
    const { call, input } = ScreenRead.parse(raw);
    const question = { call, customerId: fieldOf(input, 'customerId') ?? '', subscriptionId: fieldOf(input, 'subscriptionId') };
    asked.push(question);
    const incoming = desk.script(question) ?? { outcome: 'answered', correlationId: 'c', value: usual(question) };
    return ok(incoming) as never;
  };
  const parts: BusinessParts = { account, mirror, clock, bridge: { call: answer } };
  const run = (): Promise<Result<void>> => refreshBusiness(uno, parts, desk.stop.signal, (progress) => void desk.said.push(progress));
  return Object.assign(desk, { run });
}
const no = (problem: Failure): Incoming => ({ outcome: 'refused', failure: problem });
const customersAsked = (asked: readonly Question[]): readonly string[] => [...new Set(asked.map((question) => question.customerId))];

describe("reading a reseller's business anew", () => {
  it('reads each of its customers and who supports each subscription, one customer after the other', async () => {
    const desk = await openDesk(3);
    expect(await desk.run()).toEqual(ok(undefined));
    expect(desk.asked).toHaveLength(3 * (4 + 2));
    expect(customersAsked(desk.asked)).toEqual([customerId(0), customerId(1), customerId(2)]);
    expect(desk.said).toEqual([0, 1, 2, 3].map((done) => ({ done, total: 3 })));
    const business = await desk.mirror.resellerBusiness({ resellerId: uno, partnerId: '4890002' });
    expect([business.customersRead, business.subscriptions.length, business.supported.length]).toEqual([3, 6, 6]);
  });

  it('waits out a pause the server asks for, and asks again', async () => {
    const desk = await openDesk(2);
    const times: string[] = [];
    desk.script = ({ call }) => {
      if (call !== 'read-support-contact') return undefined;
      times.push(desk.clock.now());
      return times.length === 1 ? { outcome: 'throttled', retryAfterSeconds: 40, failure: failure('throttled') } : undefined;
    };
    expect(await desk.run()).toEqual(ok(undefined));
    expect(Date.parse(times[1] ?? '') - Date.parse(times[0] ?? '')).toBe(40_000);
    expect((await desk.mirror.resellerBusiness({ resellerId: uno, partnerId: '' })).supported).toHaveLength(4);
  });

  it('reads the others when one thing is refused, and answers that refusal', async () => {
    const desk = await openDesk(3);
    desk.script = ({ call, customerId: id, subscriptionId }) =>
      (call === 'read-support-contact' && subscriptionId === `${customerId(0)}-a`) || (call === 'list-orders' && id === customerId(1))
        ? no(failure(call === 'list-orders' ? 'role-missing' : 'subscription-not-found'))
        : undefined;
    expect(await desk.run()).toMatchObject({ ok: false, error: { code: 'subscription-not-found' } });
    expect(desk.said.at(-1)).toEqual({ done: 3, total: 3 });
    expect(Object.keys((await desk.mirror.customer(tenantId(0)))?.supportContacts ?? {})).toEqual([`${customerId(0)}-b`]);
  });

  it.each<FailureCode>(['server-trouble', 'no-answer'])('reads the others when one customer brings %s', async (code) => {
    const desk = await openDesk(4);
    desk.script = ({ call, customerId: id }) =>
      call === 'list-orders' && id === customerId(1) ? { outcome: 'no-answer', failure: failure(code) } : undefined;
    expect(await desk.run()).toMatchObject({ ok: false, error: { code } });
    expect(customersAsked(desk.asked)).toEqual([0, 1, 2, 3].map((number) => customerId(number)));
    expect(desk.said.at(-1)).toEqual({ done: 4, total: 4 });
    const business = await desk.mirror.resellerBusiness({ resellerId: uno, partnerId: '4890002' });
    expect(business.supported).toHaveLength(8);
  });

  it('ends when three customers in a row bring no answer, not when two do', async () => {
    const desk = await openDesk(9);
    const silent = new Set([1, 2, 4, 5, 6].map((number) => customerId(number)));
    desk.script = ({ call, customerId: id }) =>
      call === 'read-customer' && silent.has(id) ? { outcome: 'no-answer', failure: failure('server-trouble') } : undefined;
    expect(await desk.run()).toMatchObject({ ok: false, error: { code: 'server-trouble' } });
    expect(customersAsked(desk.asked)).toEqual([0, 1, 2, 3, 4, 5, 6].map((number) => customerId(number)));
  });

  it('asks for the other support contacts when one brings no answer', async () => {
    const desk = await openDesk(1);
    desk.script = ({ subscriptionId }) =>
      subscriptionId === `${customerId(0)}-a` ? { outcome: 'no-answer', failure: failure('server-trouble') } : undefined;
    expect(await desk.run()).toMatchObject({ ok: false, error: { code: 'server-trouble' } });
    expect(Object.keys((await desk.mirror.customer(tenantId(0)))?.supportContacts ?? {})).toEqual([`${customerId(0)}-b`]);
  });

  it('waits out a pause that stands behind a refusal, the longest of several', async () => {
    const desk = await openDesk(1);
    const times: string[] = [];
    desk.script = ({ call }) => {
      if (call === 'list-subscriptions') return no(failure('role-missing'));
      if (call === 'list-orders') times.push(desk.clock.now());
      const seconds = { 'list-orders': 20, 'read-agreement-state': 70 }[call];
      return seconds === undefined || times.length > 1
        ? undefined
        : { outcome: 'throttled', retryAfterSeconds: seconds, failure: failure('throttled') };
    };
    expect(await desk.run()).toMatchObject({ ok: false, error: { code: 'role-missing' } });
    expect(times.map((time) => Date.parse(time) - Date.parse(times[0] ?? ''))).toEqual([0, 70_000]);
  });

  it('ends at once when there is no way to the server', async () => {
    const desk = await openDesk(3);
    desk.script = ({ customerId: id }) => (id === customerId(1) ? { outcome: 'not-sent', failure: failure('offline') } : undefined);
    expect(await desk.run()).toMatchObject({ ok: false, error: { code: 'offline' } });
    expect(customersAsked(desk.asked)).toEqual([customerId(0), customerId(1)]);
    expect(desk.said.at(-1)).toEqual({ done: 1, total: 3 });
  });

  it('can be cancelled, also during a pause, and keeps what was read', async () => {
    const desk = await openDesk(3);
    desk.script = ({ subscriptionId }) => {
      if (subscriptionId !== `${customerId(1)}-b`) return undefined;
      desk.clock.isHeld = true;
      setImmediate(() => desk.stop.abort());
      return { outcome: 'throttled', retryAfterSeconds: 600, failure: failure('throttled') };
    };
    expect(await desk.run()).toEqual(ok(undefined));
    expect(customersAsked(desk.asked)).toEqual([customerId(0), customerId(1)]);
    expect(Object.keys((await desk.mirror.customer(tenantId(1)))?.supportContacts ?? {})).toEqual([`${customerId(1)}-a`]);
  });

  it('has nothing to do for a reseller without customers', async () => {
    const desk = await openDesk(0);
    expect(await desk.run()).toEqual(ok(undefined));
    expect([desk.asked, desk.said]).toEqual([[], [{ done: 0, total: 0 }]]);
  });
});
