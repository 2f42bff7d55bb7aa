import { describe, expect, it } from 'vitest';
import { lacksNewsOf, mirrorNews } from '../../../renderer/sync/mirror-news.ts';
import type { CustomerRecord, MirrorUpdate } from '../../../shared/ports/mirror.ts';
import { customerId, exchange, exchanges, good, later, newAgreement, newCustomer, readyToBuy } from './sync-builders.ts';

const row = { id: customerId, name: 'Bianchi', domain: 'b.example', relationship: 'reseller', resellerIds: [] };
const copyWith = (record: Partial<CustomerRecord> | undefined) => ({
  customer: async () => (record === undefined ? undefined : { row, ...record }),
});
const customer = exchanges(newCustomer(), good.address, good.domain, good.customer);
const agreement = exchanges(newAgreement(), good.template, good.agreement);
const order = exchange(readyToBuy(), good.checkout());

describe('the offline copy after a crash', () => {
  it.each([
    ['a customer it has not', customer, undefined, true],
    ['a customer it has', customer, {}, false],
    ['an agreement it never read', agreement, {}, true],
    ['an agreement it read before it was confirmed', agreement, { agreement: { isAccepted: false } }, true],
    ['an agreement it knows', agreement, { agreement: { isAccepted: true } }, false],
    ['orders it has not', order, { orders: [] }, true],
  ])('is told of %s: %#', async (_, operation, record, isLacking) => {
    expect(operation.state.name).toBe('done');
    expect(await lacksNewsOf(copyWith(record), operation)).toBe(isLacking);
  });

  it('hears the news of a week again, and trouble with one keeps nothing from the others', async () => {
    const heard = async (seconds: number) => {
      const told: MirrorUpdate['kind'][] = [];
      const bugs: unknown[] = [];
      const apply = async ({ kind }: MirrorUpdate): Promise<void> => {
        told.push(kind);
        if (kind === 'customer-created') throw new Error('full');
      };
      const mirror = { ...copyWith(undefined), apply };
      const clock = { now: () => later(seconds), at: () => () => undefined };
      await mirrorNews({ mirror, clock }, (error) => void bugs.push(error)).retell([customer, newCustomer(), order]);
      return { told, bugs: bugs.length };
    };
    expect(await heard(6 * 86_400)).toEqual({ told: ['customer-created', 'orders-placed'], bugs: 1 });
    expect(await heard(8 * 86_400)).toEqual({ told: [], bugs: 0 });
  });
});
