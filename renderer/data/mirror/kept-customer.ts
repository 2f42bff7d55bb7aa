import type { CustomerPart, CustomerParts, NamedEnd } from '../../../shared/domain/briefcase/briefcase-parts.ts';
import type { Order } from '../../../shared/domain/order/order.ts';
import { isActiveSubscription, isCancelled, subscriptionName } from '../../../shared/domain/subscription/subscription.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import { countryOf } from './customer-facts.ts';
import { fold } from './fold.ts';
import type { CustomerExtra } from './records.ts';
import { storedSize } from './stored-size.ts';

/** What is remembered of a customer whose record is kept. */
export interface KeptCustomer {
  readonly id: CustomerTenantId;
  readonly subscriptions: readonly { readonly subscription: Subscription; readonly text: string }[];
  readonly orders: readonly { readonly order: Order; readonly text: string }[];
  readonly subscriptionsAt: Instant | undefined;
  readonly country: string;
  /** The name it was read with, for one that no list names. */
  readonly name: string;
  readonly parts: Omit<CustomerParts, 'id' | 'name' | 'resellerIds'>;
}

const textOf = ({ id, friendlyName, offerName, status }: Subscription): string => fold([id, friendlyName, offerName, status].join('\u0001'));

const textOfOrder = ({ id, status, lines }: Order): string => fold([id, status, ...lines.map((line) => line.friendlyName)].join('\u0001'));

/** When the oldest of the support contacts was read; undefined while one of a subscription that is not over was not. */
function contactsReadAt({ subscriptions = [], supportContactsReadAt = {} }: CustomerExtra, subscriptionsAt: Instant): Instant | undefined {
  const moments = subscriptions.filter((one) => !isCancelled(one)).map(({ id }) => supportContactsReadAt[id]);
  if (moments.includes(undefined)) return undefined;
  return moments.reduce((oldest, at) => (oldest === undefined || (at !== undefined && at < oldest) ? at : oldest), undefined) ?? subscriptionsAt;
}

/** When what its subscriptions may become was read, the oldest; undefined while that of one that runs was not. */
function upgradesReadAt({ subscriptions = [], upgrades = {} }: CustomerExtra, subscriptionsAt: Instant): Instant | undefined {
  const moments = subscriptions.filter(isActiveSubscription).map(({ id }) => upgrades[id]?.at);
  if (moments.includes(undefined)) return undefined;
  return moments.flatMap((at) => at ?? []).toSorted()[0] ?? subscriptionsAt;
}

function readAtOf(extra: CustomerExtra): CustomerParts['readAt'] {
  const { readAt = {}, agreement, qualifications } = extra;
  const listedAt = extra.subscriptions === undefined ? undefined : readAt.subscriptions;
  const moments: Record<CustomerPart, Instant | undefined> = {
    detail: readAt.detail, subscriptions: readAt.subscriptions, orders: readAt.orders,
    'support-contacts': listedAt && contactsReadAt(extra, listedAt), upgrades: listedAt && upgradesReadAt(extra, listedAt),
    agreement: agreement?.readAt, qualifications: qualifications?.at,
  };
  return Object.fromEntries(Object.entries(moments).filter(([, at]) => at !== undefined));
}

function nextEndOf({ subscriptions = [], readAt = {} }: CustomerExtra): NamedEnd | undefined {
  let next: NamedEnd | undefined;
  for (const one of subscriptions) {
    const { endsAt: at } = one;
    if (at === undefined || !isActiveSubscription(one) || at <= (readAt.subscriptions ?? '')) continue;
    if (next === undefined || at < next.at) next = { at, name: subscriptionName(one) };
  }
  return next;
}

/** What a record says that lists and the briefcase ask for. */
export function keptCustomer(extra: CustomerExtra): KeptCustomer {
  const country = countryOf(extra);
  const nextEnd = nextEndOf(extra);
  const { id, subscriptions = [], orders = [], detail } = extra;
  return {
    id,
    subscriptions: subscriptions.map((subscription) => ({ subscription, text: textOf(subscription) })),
    orders: orders.map((order) => ({ order, text: textOfOrder(order) })),
    subscriptionsAt: extra.readAt?.subscriptions ?? extra.refreshedAt,
    country,
    name: detail?.companyName ?? '',
    parts: {
      readAt: readAtOf(extra),
      subscriptions: subscriptions.length,
      orders: orders.length,
      partnerIds: [...new Set(subscriptions.flatMap(({ partnerId }) => partnerId ?? []))],
      bytes: storedSize(extra),
      ...(country === '' ? {} : { country }),
      ...(nextEnd === undefined ? {} : { nextEnd }),
    },
  };
}
