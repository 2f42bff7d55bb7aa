import type { AccountId } from '../../../shared/ids.ts';
import type { Mirror, MirrorTopic } from '../../../shared/ports/mirror.ts';
import { fromCrossing } from './mirror-rpc.ts';
import type { Line, MirrorMethod, MirrorReply } from './mirror-rpc.ts';

type Answer<Method extends MirrorMethod> = Awaited<ReturnType<Mirror[Method]>>;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The window's end of the line to the store worker. */
export class MirrorClient {
  private readonly line: Line;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Set<(topics: readonly MirrorTopic[]) => void>();
  private readonly opening = Promise.withResolvers<void>();
  private lastId = 0;
  private broken: Error | undefined;

  constructor(line: Line) {
    this.line = line;
    line.addEventListener('message', (event: MessageEvent<MirrorReply>) => this.receive(event.data));
  }

  open(accountId: AccountId): Promise<void> {
    this.line.postMessage({ type: 'open', accountId });
    return this.opening.promise;
  }

  /** Asks the worker; a bug over there rejects here. */
  call<Method extends MirrorMethod>(
    method: Method, args: Parameters<Mirror[Method]>, transfer: Transferable[] = [],
  ): Promise<Answer<Method>> {
    if (this.broken !== undefined) return Promise.reject(this.broken);
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve, reject) => {
      // the worker answers a method with what that method of the same interface answers
      this.waiting.set(id, { resolve: (value) => resolve(value as Answer<Method>), reject });
      this.line.postMessage({ type: 'call', id, method, args } as Parameters<Line['postMessage']>[0], transfer);
    });
  }

  subscribe(listener: (topics: readonly MirrorTopic[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The worker has died: whatever waits for it, and whatever asks later, hears so. */
  break(error: Error): void {
    this.broken = error;
    this.opening.reject(error);
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  private receive(reply: MirrorReply): void {
    switch (reply.type) {
      case 'opened':
        return this.opening.resolve();
      case 'open-failed':
        return this.opening.reject(fromCrossing(reply.error));
      case 'changed':
        return this.listeners.forEach((listener) => listener(reply.topics));
      case 'answered':
        return this.take(reply.id)?.resolve(reply.value);
      case 'failed':
        return this.take(reply.id)?.reject(fromCrossing(reply.error));
    }
  }

  private take(id: number): Waiting | undefined {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    return waiting;
  }
}

/** A mirror whose calls go over a line. */
export const mirrorOver = (client: MirrorClient): Mirror => ({
  customers: (query) => client.call('customers', [query]),
  customerFacets: () => client.call('customerFacets', []),
  customerTwins: (asked) => client.call('customerTwins', [asked]),
  customer: (id) => client.call('customer', [id]),
  resellers: () => client.call('resellers', []),
  resellerBusiness: (query) => client.call('resellerBusiness', [query]),
  replaceResellers: (resellers, at) => client.call('replaceResellers', [resellers, at]),
  offers: (query) => client.call('offers', [query]),
  promotions: (country) => client.call('promotions', [country]),
  offer: (key) => client.call('offer', [key]),
  catalogueCountries: () => client.call('catalogueCountries', []),
  priceLists: () => client.call('priceLists', []),
  importPriceList: (file) => client.call('importPriceList', [file]),
  downloadPriceList: (asked, port) => client.call('downloadPriceList', [asked, port], [port]),
  priceListImport: () => client.call('priceListImport', []),
  cancelPriceListImport: () => client.call('cancelPriceListImport', []),
  removePriceList: (id) => client.call('removePriceList', [id]),
  listedPrice: (query) => client.call('listedPrice', [query]),
  skuInLists: (sku) => client.call('skuInLists', [sku]),
  countryRules: (iso2) => client.call('countryRules', [iso2]),
  openOrders: (now) => client.call('openOrders', [now]),
  orders: (query) => client.call('orders', [query]),
  subscriptions: (query) => client.call('subscriptions', [query]),
  subscriptionCoverage: () => client.call('subscriptionCoverage', []),
  briefcase: (query) => client.call('briefcase', [query]),
  wantCountries: (countries) => client.call('wantCountries', [countries]),
  lightenOthers: (keep) => client.call('lightenOthers', [keep]),
  organization: () => client.call('organization', []),
  status: () => client.call('status', []),
  apply: (update) => client.call('apply', [update]),
  pull: (port) => client.call('pull', [port], [port]),
  stopPull: () => client.call('stopPull', []),
  clear: () => client.call('clear', []),
  subscribe: (listener) => client.subscribe(listener),
});
