import type { AccountId } from '../../../shared/ids.ts';
import { instantOf } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { Mirror, MirrorStatus, MirrorUpdate, ResellerRow } from '../../../shared/ports/mirror.ts';
import { briefcaseContent, lightenOthers, wantCountries } from './briefcase-content.ts';
import type { BriefcaseParts } from './briefcase-content.ts';
import { CatalogueStore } from './catalogue-store.ts';
import { CustomerList } from './customer-list.ts';
import { CustomerRecords } from './customer-records.ts';
import { downloadList } from './lists/download-list.ts';
import { PriceListStore } from './lists/price-list-store.ts';
import { openMirrorDatabase, readDocument } from './mirror-database.ts';
import type { MirrorDatabase } from './mirror-database.ts';
import { JobLog } from './pull/job-log.ts';
import { PullChannel } from './pull/pull-channel.ts';
import { runPull } from './pull/pull-run.ts';
import { ResellerList } from './reseller-list.ts';
import { StatusBoard } from './status-board.ts';

/** A mirror that can be closed: tests and the worker's end. */
export interface MirrorStore extends Mirror {
  close(): Promise<void>;
}

class DexieMirror implements MirrorStore {
  private readonly database: MirrorDatabase;
  private readonly board: StatusBoard;
  private readonly now: () => Instant;
  private readonly list: CustomerList;
  private readonly records: CustomerRecords;
  private readonly catalogue: CatalogueStore;
  private readonly partners: ResellerList;
  private readonly priceBook: PriceListStore;
  private channel: PullChannel | undefined;
  private running: Promise<MirrorStatus> | undefined;
  private lastUpdate: Promise<void> = Promise.resolve();

  constructor(database: MirrorDatabase, board: StatusBoard, now: () => Instant) {
    this.database = database;
    this.board = board;
    this.now = now;
    this.list = new CustomerList(database, () => board.changed('customers'));
    this.records = new CustomerRecords(database, this.list, () => board.changed('resellers'));
    this.priceBook = new PriceListStore(database, board, now);
    this.catalogue = new CatalogueStore(database, this.priceBook, now);
    this.partners = new ResellerList(database, board, now, () => this.list.forgetResellers());
  }

  customers: Mirror['customers'] = (query) => this.list.page(query);
  customerFacets: Mirror['customerFacets'] = () => this.list.facets();
  customerTwins: Mirror['customerTwins'] = (asked) => this.list.twins(asked);
  customer: Mirror['customer'] = (id) => this.records.record(id);
  openOrders: Mirror['openOrders'] = (now) => this.records.openOrders(now);
  orders: Mirror['orders'] = (query) => this.records.orders(query);
  subscriptions: Mirror['subscriptions'] = (query) => this.records.subscriptions(query);
  subscriptionCoverage: Mirror['subscriptionCoverage'] = () => this.records.coverage();
  resellerBusiness: Mirror['resellerBusiness'] = (query) => this.records.businessOf(query);
  offers: Mirror['offers'] = (query) => this.catalogue.offers(query);
  offer: Mirror['offer'] = (key) => this.catalogue.offer(key);
  promotions: Mirror['promotions'] = (country) => this.catalogue.promotions(country);
  catalogueCountries: Mirror['catalogueCountries'] = () => this.catalogue.countries();
  priceLists: Mirror['priceLists'] = () => this.priceBook.lists();
  importPriceList: Mirror['importPriceList'] = ({ name, content }) => this.priceBook.take({ kind: 'file', name }, async () => content);
  downloadPriceList: Mirror['downloadPriceList'] = (asked, port) => downloadList(this.priceBook, asked, port, this.now());
  priceListImport: Mirror['priceListImport'] = () => Promise.resolve(this.priceBook.importView());
  cancelPriceListImport: Mirror['cancelPriceListImport'] = () => this.priceBook.cancel();
  removePriceList: Mirror['removePriceList'] = (id) => this.priceBook.remove(id);
  listedPrice: Mirror['listedPrice'] = (query) => this.priceBook.price(query);
  skuInLists: Mirror['skuInLists'] = ({ productId, skuId }) => this.priceBook.skuInLists(productId, skuId);
  organization: Mirror['organization'] = () => readDocument(this.database, 'organization');
  briefcase: Mirror['briefcase'] = (query) => briefcaseContent(this.briefcaseParts, query);
  wantCountries: Mirror['wantCountries'] = (countries) => wantCountries(this.database, countries);
  /** Beside a pull, whatever it is at: neither its log nor its place changes. */
  replaceResellers: Mirror['replaceResellers'] = (resellers, at) => this.partners.replace(resellers, at);
  status: Mirror['status'] = () => Promise.resolve(this.board.status);
  subscribe: Mirror['subscribe'] = (listener) => this.board.subscribe(listener);

  async countryRules(iso2: string): ReturnType<Mirror['countryRules']> {
    return (await this.database.countryRules.get(iso2))?.rules;
  }

  async resellers(): Promise<readonly ResellerRow[]> {
    const resellers = await this.partners.rows();
    const { associations } = await this.list.loaded();
    const latest = this.records.activity.latest();
    return resellers.map((reseller) => {
      const lastActivityAt = latest.get(reseller.partnerId);
      const customerCount = associations.count(reseller.id);
      return { ...reseller, customerCount, ...(lastActivityAt === undefined ? {} : { lastActivityAt }) };
    });
  }

  apply(update: MirrorUpdate): Promise<void> {
    return this.inTurn(() => this.applyNow(update));
  }

  lightenOthers: Mirror['lightenOthers'] = (keep) =>
    this.inTurn(async () => {
      const count = await lightenOthers(this.briefcaseParts, keep, (extra) => this.records.take(extra));
      this.board.changed('customers', 'orders', 'resellers');
      return count;
    });

  /** A second pull while one runs is that one. */
  pull(port: MessagePort): Promise<MirrorStatus> {
    if (this.running !== undefined) {
      port.close();
      return this.running;
    }
    this.running = this.runPull(port).finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  async stopPull(): Promise<void> {
    this.channel?.stop();
    await this.running;
  }

  async clear(): Promise<void> {
    await this.stopPull();
    await this.priceBook.cancel();
    const { database } = this;
    await database.transaction('rw', database.tables, () => Promise.all(database.tables.map((table) => table.clear())));
    this.list.forget();
    this.records.activity.forget();
    this.records.memory.forget();
    this.catalogue.forget();
    this.priceBook.forget();
    await this.board.clear();
  }

  async close(): Promise<void> {
    await this.stopPull();
    await this.priceBook.cancel();
    this.board.close();
    await this.list.idle();
    this.database.close();
  }

  private get briefcaseParts(): BriefcaseParts {
    const { database, list, records: { memory }, catalogue, priceBook } = this;
    return { database, list, memory, catalogue, priceBook };
  }

  /** One after the other: each reads the row it may change. */
  private inTurn<Value>(change: () => Promise<Value>): Promise<Value> {
    const changed = this.lastUpdate.then(change);
    // the caller hears of a failure; the change after it still runs
    this.lastUpdate = changed.then(() => undefined, () => undefined);
    return changed;
  }

  private async applyNow(update: MirrorUpdate): Promise<void> {
    const isActivityNews = await this.records.apply(update, this.now());
    this.board.changed('customers', 'orders', ...(isActivityNews ? (['resellers'] as const) : []));
    if (update.kind !== 'customer-created') return;
    await this.board.recount('customers', (await this.list.loaded()).index.size);
    this.board.changed('resellers');
  }

  /** A pull lets go of customers that are in no list any more. */
  private async dropActivityOfStrangers(): Promise<void> {
    const { index } = await this.list.loaded();
    const left = new Set(await this.database.customers.toCollection().primaryKeys());
    this.records.memory.drop((id) => !left.has(id));
    await this.records.activity.keepOnly((id) => index.rowOf(id) >= 0);
  }

  private async runPull(port: MessagePort): Promise<MirrorStatus> {
    const { database, board, list, catalogue, partners, priceBook, now } = this;
    const channel = new PullChannel(port);
    this.channel = channel;
    try {
      await runPull({ database, channel, board, list, catalogue, priceBook, now, log: await JobLog.open(database) }, partners);
      await this.dropActivityOfStrangers();
      return board.status;
    } finally {
      this.channel = undefined;
      channel.close();
      board.progress(undefined);
    }
  }
}

/** Opens the mirror of an account in the present thread; screens go through the worker (open-mirror.ts). */
export async function openMirrorStore(
  accountId: AccountId, now: () => Instant = () => instantOf(new Date()),
): Promise<MirrorStore> {
  const database = await openMirrorDatabase(accountId);
  return new DexieMirror(database, await StatusBoard.open(database), now);
}
