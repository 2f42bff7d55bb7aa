import fc from 'fast-check';
import { expect, it } from 'vitest';
import { batchBudgetSetting } from '../../../renderer/sync/batch-settings.ts';
import { BatchId, CustomerTenantId, ProviderTenantId } from '../../../shared/ids.ts';
import type { Outgoing } from '../../../shared/sync/exchange.ts';
import { isOpen } from '../../../shared/sync/operation.ts';
import type { Operation, SubscriptionChange } from '../../../shared/sync/operation.ts';
import type { Fault } from '../../unit/sync/model-server.ts';
import { contactChange, resellerChange, subscriptionEdit } from '../../unit/sync/sync-builders.ts';
import { Profile, isolatedLocks } from './outbox-desk.ts';

const guid = (kind: string, number: number): string => `${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const customerOf = (number: number): CustomerTenantId => CustomerTenantId.parse(guid('c', number));
/** Customers that a form may name, and that no confirmed operation does. */
const stranger = customerOf(999);

const someChange = fc.record({ customer: fc.nat(5), subscription: fc.nat(9), kind: fc.constantFrom('reseller', 'contact', 'name') });
type SomeChange = typeof someChange extends fc.Arbitrary<infer Value> ? Value : never;
function changeOf({ customer, subscription, kind }: SomeChange, edition: number): SubscriptionChange {
  const about = { customer: { kind: 'tenant', customerId: customerOf(customer) }, subscriptionId: `s-${customer}-${subscription}` };
  if (kind === 'contact') return { kind: 'set-support-contact', payload: contactChange(about) };
  const payload = kind === 'reseller' ? resellerChange(about) : subscriptionEdit({ ...about, edits: { friendlyName: `Edition ${edition}` } });
  return { kind: 'change-subscription', payload };
}

const faults: readonly Fault[] = ['none', 'none', 'none', 'lost-before', 'lost-after', 'throttled', 'not-sent', 'refused', 'meddle', 'reseller'];
const turn = fc.record({
  provider: fc.nat(1),
  what: fc.constantFrom('bulk', 'bulk', 'single', 'cancel', 'edit', 'retry', 'decide', 'kill', 'time'),
  changes: fc.array(someChange, { minLength: 1, maxLength: 12 }),
  place: fc.nat(50),
});
type Turn = typeof turn extends fc.Arbitrary<infer Value> ? Value : never;

/** One provider's desk, with all that left it, and all that was confirmed on it. */
class Desk {
  readonly profile: Profile;
  readonly left: Outgoing[] = [];
  readonly confirmed = new Map<string, string>();
  #window: Awaited<ReturnType<Profile['open']>> | undefined;

  constructor(number: number, trouble: readonly Fault[]) {
    this.profile = new Profile(ProviderTenantId.parse(guid('a', number)));
    this.profile.isSlow = (outgoing) => {
      const fault = trouble[this.left.length % trouble.length] ?? 'none';
      if (fault !== 'none') this.profile.faults.set(outgoing.call, fault);
      this.left.push(outgoing);
      return false;
    };
  }
  async open() {
    this.#window ??= await this.profile.open('one', isolatedLocks());
    await this.#window.work.saveSetting(batchBudgetSetting, '60000');
    return this.#window;
  }
  async confirm(changes: readonly SubscriptionChange[], batchId?: BatchId): Promise<void> {
    const { work } = await this.open();
    const made = await work.confirmChange(changes, undefined, batchId);
    if (!made.ok) return;
    for (const operation of made.value) if (isAboutCustomer(operation)) this.confirmed.set(operation.id, operation.payload.customer.customerId);
  }
  async comesToRest(): Promise<void> {
    const { work } = await this.open();
    for (let look = 0; look < 15; look += 1) await work.journal({ limit: 1 });
  }
  kill(): void {
    if (this.#window) this.profile.kill(this.#window);
    this.#window = undefined;
  }
}
type AboutCustomer = Extract<SubscriptionChange, unknown> & Operation & { payload: { customer: { kind: 'tenant'; customerId: CustomerTenantId } } };
const isAboutCustomer = (operation: Operation): operation is AboutCustomer =>
  operation.kind !== 'create-customer' && operation.payload.customer.kind === 'tenant';

async function play(desk: Desk, { what, changes, place }: Turn): Promise<void> {
  const { work, outbox } = await desk.open();
  const open = (await work.operations()).filter(isOpen);
  const one = open[place % Math.max(open.length, 1)];
  const made = changes.map((change, edition) => changeOf(change, edition));
  if (what === 'bulk') await desk.confirm(made, BatchId.parse(crypto.randomUUID()));
  if (what === 'single') await desk.confirm(made.slice(0, 1));
  if (what === 'cancel' && one) await outbox.cancel(one.id);
  const elsewhere = { customer: { kind: 'tenant', customerId: stranger }, subscriptionId: 's-999-1' };
  if (what === 'edit' && one) {
    await outbox.edit(one.id, one.kind === 'set-support-contact' ? contactChange(elsewhere) : resellerChange(elsewhere));
  }
  if (what === 'retry' && one) await outbox.retry(one.id);
  if (what === 'decide' && one) await outbox.decide(one.id, { kind: 'accept' });
  if (what === 'kill') desk.kill();
  if (what === 'time') desk.profile.clock.goOn(45);
  await desk.comesToRest();
}

it('nothing ever reaches a tenant that no confirmed operation names', { timeout: 120_000 }, async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 4, maxLength: 12 }), fc.array(fc.constantFrom(...faults), { minLength: 3, maxLength: 40 }),
      async (turns, trouble) => {
        const desks = [new Desk(1, trouble), new Desk(2, trouble)] as const;
        try {
          for (const one of turns) await play(one.provider === 0 ? desks[0] : desks[1], one);
          for (const desk of desks) {
            desk.profile.clock.goOn(400);
            await desk.comesToRest();
            const { owner } = desk.profile;
            const odd = desk.left.filter(({ accountId, tenantId, operationId, input }) => {
              const named = (input as { customerId?: string }).customerId;
              const isItsProvider = accountId === owner.id && tenantId === owner.tenantId;
              return !isItsProvider || (named === undefined ? !desk.confirmed.has(operationId) : desk.confirmed.get(operationId) !== named);
            });
            expect(odd).toEqual([]);
            sent += desk.left.length;
          }
        } finally {
          for (const { profile } of desks) await profile.close();
        }
      }),
    { numRuns: 20 },
  );
  expect(sent).toBeGreaterThan(50);
});
