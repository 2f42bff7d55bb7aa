import type { CustomerTenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import type {
  CustomerRecord, MirrorUpdate, OrderRow, SubscriptionRow,
} from '../../../shared/ports/mirror.ts';
import { customerOf, isSameRow, rowFrom, updated } from './customer-extras.ts';
import { layOver } from './customer-list.ts';
import type { CustomerList } from './customer-list.ts';
import { fold, wordsOf } from './fold.ts';
import type { MirrorDatabase } from './mirror-database.ts';
import type { CustomerExtra, OverlayRow } from './records.ts';

interface TextQuery {
  readonly text: string;
  readonly limit: number;
}

const matches = (words: readonly string[], ...fields: readonly (string | undefined)[]): boolean => {
  const text = fold(fields.map((field) => field ?? '').join('\u0001'));
  return words.every((word) => text.includes(word));
};
const newestFirst = (a: string | undefined, b: string | undefined): number => (b ?? '').localeCompare(a ?? '');

/** What is kept of single customers, over the packed list: one record each, subscriptions and orders inside. */
export class CustomerRecords {
  private readonly database: MirrorDatabase;
  private readonly list: CustomerList;

  constructor(database: MirrorDatabase, list: CustomerList) {
    this.database = database;
    this.list = list;
  }

  async record(id: CustomerTenantId): Promise<CustomerRecord | undefined> {
    const [row, extra] = await Promise.all([this.list.row(id), this.database.customers.get(id)]);
    if (row === undefined) return undefined;
    const { id: _id, placed: _placed, ...parts } = extra ?? { id };
    return { row, ...parts };
  }

  /** Stores what the server told; the list follows at once, in memory and for the next cold start. */
  async apply(update: MirrorUpdate, now: Instant): Promise<void> {
    const id = customerOf(update);
    const known = await this.list.row(id);
    const wanted = rowFrom(update, known);
    const isNews = wanted !== undefined && (known === undefined || !isSameRow(wanted, known));
    const overlay = isNews ? { ...wanted, at: now } : undefined;
    await this.write(id, update, overlay, now);
    if (overlay === undefined) return;
    const { index, associations } = await this.list.loaded();
    layOver(index, [overlay]);
    for (const resellerId of overlay.resellerIds) associations.add(resellerId, id);
    await this.list.saveFirstRows();
  }

  async orders({ text, limit }: TextQuery): Promise<readonly OrderRow[]> {
    const words = wordsOf(text);
    const rows = await this.collect((extra, name) =>
      (extra.orders ?? []).map((order) => ({ order, customerName: name })),
    );
    return rows
      .filter(({ order, customerName }) =>
        matches(words, order.id, order.status, customerName, ...order.lines.map((line) => line.friendlyName)))
      .toSorted((a, b) => newestFirst(a.order.createdAt, b.order.createdAt))
      .slice(0, limit);
  }

  async subscriptions({ text, limit }: TextQuery): Promise<readonly SubscriptionRow[]> {
    const words = wordsOf(text);
    const rows = await this.collect((extra, name) =>
      (extra.subscriptions ?? []).map((subscription) => ({ subscription, customerId: extra.id, customerName: name })),
    );
    return rows
      .filter(({ subscription: { id, friendlyName, offerName, status }, customerName }) =>
        matches(words, id, friendlyName, offerName, status, customerName))
      .toSorted((a, b) => newestFirst(a.subscription.createdAt, b.subscription.createdAt))
      .slice(0, limit);
  }

  private async collect<Row>(read: (extra: CustomerExtra, name: string) => readonly Row[]): Promise<Row[]> {
    const { index } = await this.list.loaded();
    const extras = await this.database.customers.toArray();
    return extras.flatMap((extra) => {
      const row = index.rowOf(extra.id);
      return read(extra, row < 0 ? (extra.detail?.companyName ?? '') : index.row(row).name);
    });
  }

  private async write(id: CustomerTenantId, update: MirrorUpdate, overlay: OverlayRow | undefined, now: Instant): Promise<void> {
    const { database } = this;
    const { customers, rows, documents } = database;
    await database.transaction('rw', customers, rows, documents, async () => {
      const extra = (await customers.get(id)) ?? { id };
      await customers.put(updated(extra, update, now));
      if (overlay === undefined) return;
      await rows.put(overlay);
      // written anew once the list in memory has the row; a crash before that must not leave the former ones
      await documents.delete('first');
    });
  }
}
