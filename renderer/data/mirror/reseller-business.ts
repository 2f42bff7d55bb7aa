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

/** One reseller's business out of all that is kept: its customers by its list, and whatever credits its Partner ID. */
export function businessFrom(query: BusinessQuery, listed: readonly CustomerListRow[], kept: readonly NamedExtra[]): ResellerBusiness {
  const { partnerId } = query;
  const ids = new Set<string>(listed.map(({ id }) => id));
  const own = kept.filter(({ extra }) => ids.has(extra.id));
  const readAt = own.flatMap(({ extra }) => extra.refreshedAt ?? []).toSorted();
  const [oldestReadAt] = readAt;
  const emails = own.flatMap(({ extra }) => extra.detail?.contact?.email ?? []).filter((email) => email !== '');
  const subscriptions = kept.flatMap(subscriptionsOf).filter(({ subscription }) => partnerId !== '' && subscription.partnerId === partnerId);
  const supported = kept.flatMap((one) => subscriptionsOf(one).filter(({ subscription }) => isSupported(one, subscription.id, query)));
  const orders = kept.flatMap((one) => ordersOf(one, partnerId));
  return {
    customers: listed.map(({ id, name, domain }) => ({ id, name, domain })),
    customersRead: readAt.length,
    ...(oldestReadAt === undefined ? {} : { oldestReadAt }),
    customerEmails: [...new Set(emails)],
    subscriptions,
    supported,
    orders: orders.toSorted((a, b) => (b.order.createdAt ?? '').localeCompare(a.order.createdAt ?? '')),
  };
}
