import { openOrders } from '../../../shared/domain/order/closing-orders.ts';
import type { OpenOrder } from '../../../shared/domain/order/closing-orders.ts';
import type { Order } from '../../../shared/domain/order/order.ts';
import { decideBy, isRunning } from '../../../shared/domain/renewal/end-of-term.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import { isBefore } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import type {
  CustomerRecord, MirrorUpdate, OrderQuery, OrderRow, ResellerBusiness, SubscriptionCoverage, SubscriptionQuery, SubscriptionRow,
} from '../../../shared/ports/mirror.ts';
import { ActivityIndex, recordsAtOnce } from './activity-index.ts';
import { customerOf, isSameRow, rowFrom, updated } from './customer-extras.ts';
import type { CustomerIndex } from './customer-index.ts';
import type { CustomerFacts } from './customer-facts.ts';
import { layOver } from './customer-list.ts';
import type { CustomerList } from './customer-list.ts';
import { CustomerMemory } from './customer-memory.ts';
import { fold, wordsOf } from './fold.ts';
import type { KeptCustomer } from './kept-customer.ts';
import { readDocument } from './mirror-database.ts';
import type { MirrorDatabase } from './mirror-database.ts';
import type { CustomerExtra, OverlayRow } from './records.ts';
import { businessSum } from './reseller-business.ts';
import type { BusinessQuery } from './reseller-business.ts';

/** Whether an order is among those the query narrows the list to. */
function isWanted({ status, lines, customerId, createdAt }: Order, query: OrderQuery): boolean {
  const isCredited = (id: string): boolean =>
    id === 'none' ? lines.every(({ partnerId }) => partnerId === undefined) : lines.some(({ partnerId }) => partnerId === id);
  return (query.status === undefined || status.toLowerCase() === query.status.toLowerCase())
    && (query.partnerId === undefined || isCredited(query.partnerId))
    && (query.customerId === undefined || customerId === query.customerId)
    && (query.since === undefined || (createdAt !== undefined && !isBefore(createdAt, query.since)));
}

/** Whether it is not over, and may be decided after this. */
const isRunningPast = (subscription: Subscription, moment: Instant): boolean =>
  isRunning(subscription) && subscription.endsAt !== undefined && isBefore(moment, decideBy(subscription.endsAt));

/** Whether a subscription is among those the query narrows the list to. */
function isAsked(subscription: Subscription, query: SubscriptionQuery): boolean {
  const { endsAt, status, partnerId } = subscription;
  return (query.endsBefore === undefined || (endsAt !== undefined && isBefore(endsAt, query.endsBefore)))
    && (query.runsPast === undefined || isRunningPast(subscription, query.runsPast))
    && (query.status === undefined || status.toLowerCase() === query.status.toLowerCase())
    && (query.partnerId === undefined || partnerId === (query.partnerId === 'none' ? undefined : query.partnerId));
}

/** The subscriptions of a customer with what the lists say of it beside them. */
function subscriptionRows(kept: KeptCustomer, customerName: string, query: SubscriptionQuery, words: readonly string[]): readonly SubscriptionRow[] {
  const { id: customerId, country, subscriptionsAt: readAt } = kept;
  const left = words.length === 0 ? words : wordsNotIn(words, fold(customerName));
  return kept.subscriptions.flatMap(({ subscription, text }) => {
    if (!isAsked(subscription, query) || !left.every((word) => text.includes(word))) return [];
    return [{
      subscription, customerId, customerName,
      ...(readAt === undefined ? {} : { readAt }),
      ...(country === '' ? {} : { country }),
    }];
  });
}

function orderRows(kept: KeptCustomer, customerName: string, query: OrderQuery, words: readonly string[]): readonly OrderRow[] {
  const left = words.length === 0 ? words : wordsNotIn(words, fold(customerName));
  return kept.orders.flatMap(({ order, text }) =>
    isWanted(order, query) && left.every((word) => text.includes(word)) ? [{ order, customerName }] : []);
}

const wordsNotIn = (words: readonly string[], text: string): readonly string[] => words.filter((word) => !text.includes(word));

/** Moments are written alike, so that their letters are their order. */
const newestFirst = (a = '', b = ''): number => (a < b ? 1 : a > b ? -1 : 0);

const nameOf = (index: CustomerIndex, { id, name }: Pick<KeptCustomer, 'id' | 'name'>): string => {
  const row = index.rowOf(id);
  return row < 0 ? name : index.row(row).name;
};

/** What is kept of single customers, over the packed list: one record each, subscriptions and orders inside. */
export class CustomerRecords {
  private readonly database: MirrorDatabase;
  private readonly list: CustomerList;
  readonly activity: ActivityIndex;
  readonly facts: CustomerFacts;
  readonly memory: CustomerMemory;

  /** `tellActivity`: the last activity of the resellers is known now. */
  constructor(database: MirrorDatabase, list: CustomerList, tellActivity: () => void) {
    this.database = database;
    this.list = list;
    this.activity = new ActivityIndex(database, tellActivity);
    this.facts = list.facts;
    this.memory = new CustomerMemory(database);
  }

  async record(id: CustomerTenantId): Promise<CustomerRecord | undefined> {
    const [row, extra] = await Promise.all([this.list.row(id), this.database.customers.get(id)]);
    if (row === undefined) return undefined;
    const { id: _id, placed: _placed, resellers, ...parts } = extra ?? { id };
    if (resellers === undefined) return { row, ...parts };
    const pulledAt = (await readDocument(this.database, 'status'))?.collections.associations.pulledAt;
    if (pulledAt !== undefined && isBefore(resellers.at, pulledAt)) return { row, ...parts };
    return { row: { ...row, resellerIds: resellers.listed.map((reseller) => reseller.id) }, resellers, ...parts };
  }

  /**
   * Stores what the server told; the list follows at once, in memory and for the next cold start. Answers whether a
   * reseller's last activity may be another now.
   */
  async apply(update: MirrorUpdate, now: Instant): Promise<boolean> {
    const id = customerOf(update);
    const known = await this.list.row(id);
    const wanted = rowFrom(update, known);
    const isNews = wanted !== undefined && (known === undefined || !isSameRow(wanted, known));
    const overlay = isNews ? { ...wanted, at: now } : undefined;
    const extra = await this.write(id, update, overlay, now);
    const isActivityNews = this.take(extra);
    if (overlay === undefined) return isActivityNews;
    const { index, associations } = await this.list.loaded();
    layOver(index, [overlay]);
    for (const resellerId of overlay.resellerIds) associations.add(resellerId, id);
    await this.list.saveFirstRows();
    return isActivityNews;
  }

  /** Puts a record as it is stored now into all that is remembered of it. */
  take(extra: CustomerExtra): boolean {
    this.facts.take(extra);
    this.memory.take(extra);
    return this.activity.take(extra);
  }

  async orders(query: OrderQuery): Promise<readonly OrderRow[]> {
    const words = wordsOf(query.text);
    const { index } = await this.list.loaded();
    const rows = (await this.kept(undefined)).flatMap((one) => orderRows(one, nameOf(index, one), query, words));
    return rows.toSorted((a, b) => newestFirst(a.order.createdAt, b.order.createdAt)).slice(0, query.limit);
  }

  async openOrders(now: Instant): Promise<readonly OpenOrder[]> {
    const orders = await this.orders({ text: '', limit: Infinity });
    const kept = await this.kept(undefined);
    const subscriptions = kept.flatMap(({ id: customerId, subscriptions: own }) => own.map(({ subscription }) => ({ subscription, customerId })));
    return openOrders(orders, subscriptions, now);
  }

  async subscriptions(query: SubscriptionQuery): Promise<readonly SubscriptionRow[]> {
    const words = wordsOf(query.text);
    const { index } = await this.list.loaded();
    const kept = await this.kept(query.customerIds);
    const rows = kept.flatMap((one) => subscriptionRows(one, nameOf(index, one), query, words));
    return rows.toSorted((a, b) => newestFirst(a.subscription.createdAt, b.subscription.createdAt)).slice(0, query.limit);
  }

  /** Of the customers that are in the list. */
  async coverage(): Promise<SubscriptionCoverage> {
    const [{ index }, facts] = await Promise.all([this.list.loaded(), this.facts.loaded()]);
    let read = 0;
    for (const [id, { isRead }] of facts) if (isRead && index.rowOf(id) >= 0) read += 1;
    return { customers: index.size, read };
  }

  /** What is known of one reseller's business; customers count beyond their names once they were read. */
  async businessOf({ resellerId, partnerId }: BusinessQuery): Promise<ResellerBusiness> {
    const { index, associations } = await this.list.loaded();
    const rows = index.search([], 0, Infinity, associations.rowsOf(resellerId, index)).rows.map((row) => index.row(row));
    const ids = await this.activity.customersOf([partnerId, resellerId], new Set(rows.map(({ id }) => id)));
    const sum = businessSum({ resellerId, partnerId }, rows);
    for (let first = 0; first < ids.length; first += recordsAtOnce) {
      const extras = await this.database.customers.bulkGet(ids.slice(first, first + recordsAtOnce));
      for (const extra of extras) if (extra !== undefined) sum.add({ extra, name: this.nameIn(index, extra) });
    }
    return sum.business();
  }

  private nameIn(index: CustomerIndex, { id, detail }: CustomerExtra): string {
    return nameOf(index, { id, name: detail?.companyName ?? '' });
  }

  /** All customers that are kept, or only some. */
  private async kept(ids: readonly CustomerTenantId[] | undefined): Promise<readonly KeptCustomer[]> {
    const kept = await this.memory.all();
    if (ids === undefined) return [...kept.values()];
    return [...new Set(ids)].flatMap((id) => kept.get(id) ?? []);
  }

  private async write(id: CustomerTenantId, update: MirrorUpdate, overlay: OverlayRow | undefined, now: Instant): Promise<CustomerExtra> {
    const { database } = this;
    const { customers, rows, documents } = database;
    return database.transaction('rw', customers, rows, documents, async () => {
      const extra = updated((await customers.get(id)) ?? { id }, update, now);
      await customers.put(extra);
      if (overlay === undefined) return extra;
      await rows.put(overlay);
      // written anew once the list in memory has the row; a crash before that must not leave the former ones
      await documents.delete('first');
      return extra;
    });
  }
}
