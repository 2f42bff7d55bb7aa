import type { Instant } from '../../../shared/instant.ts';
import type { Mirror, OrderRow, ResellerBusiness, SubscriptionRow } from '../../../shared/ports/mirror.ts';
import type { CustomerListRow } from '../../../shared/partner-center/readers/customers.ts';
import type { CustomerExtra } from './records.ts';

export type BusinessQuery = Parameters<Mirror['resellerBusiness']>[0];

/** What is kept of a customer, under the name the list gives it. */
interface NamedExtra {
  readonly extra: CustomerExtra;
  readonly name: string;
}

const subscriptionsOf = ({ extra, name }: NamedExtra): readonly SubscriptionRow[] =>
  (extra.subscriptions ?? []).map((subscription) => ({ subscription, customerId: extra.id, customerName: name }));

/** Support contacts name a reseller by tenant, by Partner ID or by both (get-support-contact). */
function isSupported({ extra }: NamedExtra, subscriptionId: string, { resellerId, partnerId }: BusinessQuery): boolean {
  const contact = extra.supportContacts?.[subscriptionId];
  if (contact === undefined) return false;
  return contact.tenantId.toLowerCase() === resellerId || (partnerId !== '' && contact.partnerId === partnerId);
}

const ordersOf = ({ extra, name }: NamedExtra, partnerId: string): readonly OrderRow[] =>
  (extra.orders ?? [])
    .filter(({ lines }) => partnerId !== '' && lines.some((line) => line.partnerId === partnerId))
    .map((order) => ({ order, customerName: name }));

interface BusinessSum {
  readonly add: (one: NamedExtra) => void;
  readonly business: () => ResellerBusiness;
}

/**
 * One reseller's business out of what is kept, customer by customer: those of its list, and whatever credits its Partner
 * ID. Of each customer only what belongs to the reseller stays in memory.
 */
export function businessSum(query: BusinessQuery, listed: readonly CustomerListRow[]): BusinessSum {
  const { partnerId } = query;
  const ids = new Set<string>(listed.map(({ id }) => id));
  const emails = new Set<string>();
  const subscriptions: SubscriptionRow[] = [];
  const supported: SubscriptionRow[] = [];
  const orders: OrderRow[] = [];
  let customersRead = 0;
  let oldestReadAt: Instant | undefined;
  const addOwn = ({ refreshedAt, detail }: CustomerExtra): void => {
    const email = detail?.contact?.email ?? '';
    if (email !== '') emails.add(email);
    if (refreshedAt === undefined) return;
    customersRead += 1;
    if (oldestReadAt === undefined || refreshedAt < oldestReadAt) oldestReadAt = refreshedAt;
  };
  return {
    add: (one) => {
      if (ids.has(one.extra.id)) addOwn(one.extra);
      const bought = subscriptionsOf(one);
      subscriptions.push(...bought.filter(({ subscription }) => partnerId !== '' && subscription.partnerId === partnerId));
      supported.push(...bought.filter(({ subscription }) => isSupported(one, subscription.id, query)));
      orders.push(...ordersOf(one, partnerId));
    },
    business: () => ({
      customers: listed.map(({ id, name, domain }) => ({ id, name, domain })),
      customersRead,
      ...(oldestReadAt === undefined ? {} : { oldestReadAt }),
      customerEmails: [...emails],
      subscriptions,
      supported,
      orders: orders.toSorted((a, b) => (b.order.createdAt ?? '').localeCompare(a.order.createdAt ?? '')),
    }),
  };
}
