import { describe, expect, it } from 'vitest';
import { lacksNewsOf, mirrorNews } from '../../../renderer/sync/mirror-news.ts';
import { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import type { SupportContact } from '../../../shared/domain/subscription/subscription.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { CustomerRecord, MirrorUpdate } from '../../../shared/ports/mirror.ts';
import {
  answer, contactChange, customerId, exchange, exchanges, good, later, newAgreement, newChange, newResellerChange, newCustomer, provider, readyToBuy,
} from './sync-builders.ts';

const row = { id: customerId, name: 'Bianchi', domain: 'b.example', relationship: 'reseller', resellerIds: [] };
const copyWith = (record: Partial<CustomerRecord> | undefined) => ({
  customer: async () => (record === undefined ? undefined : { row, ...record }),
});
const customer = exchanges(newCustomer(), good.address, good.domain, good.customer);
const agreement = exchanges(newAgreement(), good.template, good.agreement);
const order = exchange(readyToBuy(), good.checkout());
const change = exchanges(newResellerChange(), good.reseller, good.read('1111111'), good.changed());
const seats = exchanges(newChange('change-subscription'), good.readAs({}), good.edited({ quantity: 7 }));
const contact = exchanges(newChange('set-support-contact'), good.contact(provider), good.contact());
const target = { catalogItemId: 'CFQ2:0001:N', title: '', ways: [{ type: 'transition_only', isEligible: true, errors: [] }], into: [] };
const made = { id: 'u', toCatalogItemId: 'CFQ2:0001:N', quantity: 5, events: [{ name: 'Conversion', status: 'Completed', errors: [] }] };
const upgraded = exchanges(
  newChange('transition-subscription'), answer({ immediate: [target], scheduled: [] }), good.read('1111111'), answer({ upgrades: [] }),
  answer({ upgrade: made }),
);
const subscriptions = (partnerId: string) => [Subscription.parse(good.subscription(partnerId))];
const readAt = (at: Instant) => ({ 'subscription-1': at });
const contacts = (one: SupportContact) => ({ 'subscription-1': one });

describe('the offline copy after a crash', () => {
  it.each([
    ['a customer it has not', customer, undefined, true],
    ['a customer it has', customer, {}, false],
    ['an agreement it never read', agreement, {}, true],
    ['an agreement it read before it was confirmed', agreement, { agreement: { isAccepted: false } }, true],
    ['an agreement it knows', agreement, { agreement: { isAccepted: true } }, false],
    ['orders it has not', order, { orders: [] }, true],
    ['a reseller it shows otherwise', change, { subscriptions: subscriptions('1111111') }, true],
    ['a reseller it shows already', change, { subscriptions: subscriptions('4847383') }, false],
    ['a reseller that it read otherwise later', change, { subscriptions: subscriptions('1111111'), refreshedAt: later(60) }, false],
    ['licenses it shows otherwise', seats, { subscriptions: subscriptions('1111111') }, true],
    ['licenses it shows already', seats, { subscriptions: [Subscription.parse(good.subscription('1111111', { quantity: 7 }))] }, false],
    ['a subscription it has not', change, { subscriptions: [] }, false],
    ['a support contact it has not', contact, {}, true],
    ['a support contact it shows otherwise', contact, { supportContacts: contacts(provider) }, true],
    ['a reseller that it read otherwise before, its orders read later', change,
      { subscriptions: subscriptions('1111111'), refreshedAt: later(60), readAt: { subscriptions: later(-60), orders: later(60) } }, true],
    ['a support contact it shows otherwise, its customer read later', contact, { supportContacts: contacts(provider), refreshedAt: later(60) }, true],
    [
      'a support contact that it read otherwise before', contact,
      { supportContacts: contacts(provider), supportContactsReadAt: readAt(later(-60)) }, true,
    ],
    [
      'a support contact that it read otherwise later', contact,
      { supportContacts: contacts(provider), supportContactsReadAt: readAt(later(60)) }, false,
    ],
    ['an upgrade of a customer it has not', upgraded, undefined, false],
    ['an upgrade of a customer it never read', upgraded, {}, true],
    ['an upgrade of a customer it read before', upgraded, { refreshedAt: later(-60) }, true],
    ['an upgrade of a customer it read later', upgraded, { refreshedAt: later(60) }, false],
    ['a support contact it shows already', contact, { supportContacts: contacts(contactChange().contact) }, false],
  ])('is told of %s: %#', async (_, operation, record, isLacking) => {
    expect(operation.state.name).toBe('done');
    expect(await lacksNewsOf(copyWith(record), operation)).toBe(isLacking);
  });

  it('forgets what an upgraded subscription could become, and reads its customer again', async () => {
    const told: unknown[] = [];
    const apply = async (update: MirrorUpdate): Promise<void> => void told.push(update);
    const refreshCustomer = async (id: unknown): Promise<undefined> => void told.push(id);
    const clock = { now: () => later(60), at: () => () => undefined };
    await mirrorNews({ mirror: { ...copyWith({}), apply }, clock, refreshCustomer }, () => undefined).retell([upgraded]);
    expect(told).toEqual([{ kind: 'upgrades-known', customerId, subscriptionId: 'subscription-1' }, customerId]);
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
