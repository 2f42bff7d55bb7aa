import type { Failure } from '../contract/failure.ts';
import type { BriefcaseContent, BriefcaseQuery } from '../domain/briefcase/briefcase-parts.ts';
import type { Offer } from '../domain/catalogue/offer.ts';
import type { ImportEnd, ImportView, ListedPrice, PriceList, PriceQuery, SkuInLists } from '../domain/catalogue/price-list.ts';
import type { Promotion } from '../domain/catalogue/promotion.ts';
import type { AgreementState } from '../domain/customer/agreement-state.ts';
import type { CountryRules } from '../domain/customer/country-rules.ts';
import type { CustomerUser } from '../domain/customer/customer-user.ts';
import type { CustomerDetail } from '../domain/customer/customer-form.ts';
import type { DuplicateReason, Identity } from '../domain/customer/duplicates.ts';
import type { Qualification } from '../domain/customer/qualification.ts';
import type { OpenOrder } from '../domain/order/closing-orders.ts';
import type { Order } from '../domain/order/order.ts';
import type { LineProvisioning } from '../domain/order/provisioning.ts';
import type { KnownUpgrades } from '../domain/subscription/upgrade.ts';
import type { Subscription, SupportContact } from '../domain/subscription/subscription.ts';
import type { ProductLicenses } from '../domain/subscription/used-seats.ts';
import type { Reseller } from '../domain/reseller/reseller.ts';
import type { CustomerTenantId, ResellerTenantId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Organization } from './organization.ts';

/** A customer as a list shows it. */
export interface CustomerRow {
  readonly id: CustomerTenantId;
  readonly name: string;
  readonly domain: string;
  readonly relationship: string;
  /** Resellers whose customer lists name it; empty for a direct customer or while those lists are still coming. */
  readonly resellerIds: readonly ResellerTenantId[];
  /** ISO code; known only of customers that were read online (list-customers carries none). */
  readonly country?: string;
}

export const customerSorts = ['name', 'domain', 'country', 'reseller'] as const;
export interface CustomerSort {
  /** Equal ones by name. Customers without the value come last, both ways. */
  readonly by: (typeof customerSorts)[number];
  readonly isDescending: boolean;
}

export interface CustomerQuery {
  /** Matched anywhere in name, domain and tenant id; case and accents do not matter; words are all required. */
  readonly text: string;
  readonly resellerId?: ResellerTenantId;
  /** One reseller's customers, or those that no reseller's list names. */
  readonly reseller?: ResellerTenantId | 'none';
  /** ISO code; `unknown`: those that were never read online. */
  readonly country?: string;
  readonly relationship?: string;
  /** Only these. */
  readonly ids?: readonly CustomerTenantId[];
  /** Only those whose subscriptions were never read. */
  readonly isUnread?: boolean;
  readonly sort?: CustomerSort;
  /**
   * Every country with its name, in the order of the user's language. With it a word may also be in the name or Partner ID of a
   * reseller, or in the name of the country.
   */
  readonly countries?: readonly { readonly iso2: string; readonly name: string }[];
  readonly offset: number;
  readonly limit: number;
}
export interface CustomerPage {
  readonly rows: readonly CustomerRow[];
  /** How many match. */
  readonly total: number;
}

/** What the list can be narrowed by. */
export interface CustomerFacets {
  /** How many customers of each country were read online. */
  readonly countries: readonly { readonly iso2: string; readonly count: number }[];
  readonly relationships: readonly string[];
}

/** A customer that may be the same as another, and why. */
export interface CustomerTwin {
  readonly row: CustomerRow;
  readonly why: DuplicateReason;
}

/** The resellers of one customer as the server named them (list-resellers-of-customer). */
export interface ResellersOfCustomer {
  readonly listed: readonly { readonly id: ResellerTenantId; readonly name: string; readonly partnerId?: string | undefined }[];
  readonly at: Instant;
}

/** The users of one customer as the server last listed them. */
export interface UsersOfCustomer {
  readonly listed: readonly CustomerUser[];
  readonly at: Instant;
}

/** When each part of a customer was read from the server. */
export interface CustomerPartsRead {
  readonly detail?: Instant;
  readonly subscriptions?: Instant;
  readonly orders?: Instant;
}

/** How far the lines of one order were handed out when it was last asked. */
export interface ProvisioningOfOrder {
  readonly lines: readonly LineProvisioning[];
  readonly at: Instant;
}

/** The qualifications of one customer as last read. */
export interface QualificationsOfCustomer {
  readonly listed: readonly Qualification[];
  readonly at: Instant;
}

/** The seats in use at one customer, by product, as last read. */
export interface LicensesOfCustomer {
  readonly listed: readonly ProductLicenses[];
  readonly at: Instant;
}

/** All that is kept about one customer; the parts after `row` are there once it was opened online or changed by us. */
export interface CustomerRecord {
  readonly row: CustomerRow;
  readonly detail?: CustomerDetail;
  readonly subscriptions?: readonly Subscription[];
  readonly orders?: readonly Order[];
  readonly agreement?: AgreementState;
  readonly qualifications?: QualificationsOfCustomer;
  /** By subscription id, for those that were asked for. */
  readonly supportContacts?: Readonly<Record<string, SupportContact>>;
  /** By order id, for those that were looked at online. */
  readonly provisioning?: Readonly<Record<string, ProvisioningOfOrder>>;
  /** When each support contact was read; missing for those kept before this was. */
  readonly supportContactsReadAt?: Readonly<Record<string, Instant>>;
  /** What the server last said of its resellers, while no newer pull of their lists is there; `row.resellerIds` follows it. */
  readonly resellers?: ResellersOfCustomer;
  /** Read only when somebody wants to see them. */
  readonly users?: UsersOfCustomer;
  /** Read when one of its subscriptions is opened online. */
  readonly licenses?: LicensesOfCustomer;
  /** By subscription id, what those that were asked about may become. */
  readonly upgrades?: Readonly<Record<string, KnownUpgrades>>;
  /** When the parts after `row` were read from the server. */
  readonly refreshedAt?: Instant;
  /** When each of these parts was; missing for those kept before this was. */
  readonly readAt?: CustomerPartsRead;
}

export interface ResellerRow extends Reseller {
  readonly customerCount: number;
  /** Date of the newest order or subscription known here that credits it. */
  readonly lastActivityAt?: Instant;
}

/** What is known here of one reseller's business. Only customers that were read online count beyond their names. */
export interface ResellerBusiness {
  /** Its customers by the lists of the server. */
  readonly customers: readonly Pick<CustomerRow, 'id' | 'name' | 'domain'>[];
  /** How many of them were read so far, and when the oldest of those readings was. */
  readonly customersRead: number;
  readonly oldestReadAt?: Instant;
  /** E-mail addresses of the contacts of customers that were read. */
  readonly customerEmails: readonly string[];
  /** Subscriptions of any customer that carry its Partner ID. */
  readonly subscriptions: readonly SubscriptionRow[];
  /** Subscriptions whose support contact it is. */
  readonly supported: readonly SubscriptionRow[];
  /** Orders with a line that credits it, newest first. */
  readonly orders: readonly OrderRow[];
}

export interface OrderQuery {
  readonly text: string;
  readonly limit: number;
  /** As the service writes it, in any letter case. */
  readonly status?: string;
  /** Credited on any line; `none`: on no line. */
  readonly partnerId?: string;
  readonly customerId?: string;
  /** Not older than this. */
  readonly since?: Instant;
}
export interface OrderRow {
  readonly order: Order;
  readonly customerName: string;
}
export interface SubscriptionRow {
  readonly subscription: Subscription;
  readonly customerId: CustomerTenantId;
  readonly customerName: string;
  /** When the subscriptions of the customer were read; missing in what `resellerBusiness` answers. */
  readonly readAt?: Instant;
  /** ISO code of the customer's country, where it was read: it decides market and currency. */
  readonly country?: string;
}
export interface SubscriptionQuery {
  readonly text: string;
  readonly limit: number;
  /** Whose term ends before this; one without an end is never among them. */
  readonly endsBefore?: Instant;
  /** Only those that are not over and whose last moment to decide is after this (end-of-term.ts); one without an end is never among them. */
  readonly runsPast?: Instant;
  /** As the service writes it, in any letter case. */
  readonly status?: string;
  /** The reseller it credits; `none`: no reseller. */
  readonly partnerId?: string;
  /** Only those of these customers. */
  readonly customerIds?: readonly CustomerTenantId[];
}
/** How many customers there are, and of how many the subscriptions were read. */
export interface SubscriptionCoverage {
  readonly customers: number;
  readonly read: number;
}

export type CollectionName = 'organization' | 'resellers' | 'customers' | 'associations' | 'country-rules' | 'catalogue';
export interface CollectionStatus {
  readonly count: number;
  /** When it was last complete; missing when it never was. */
  readonly pulledAt?: Instant;
}
export interface PullProgress {
  readonly collection: CollectionName;
  readonly done: number;
  /** Missing while the server has not said how many there are. */
  readonly total?: number;
  readonly startedAt: Instant;
}
export interface MirrorStatus {
  readonly collections: Readonly<Record<CollectionName, CollectionStatus>>;
  readonly pull: PullProgress | undefined;
  /** Why the last pull stopped before its end; it goes on from there the next time. */
  readonly stopped: Failure | undefined;
}

/** What the server told us outside a pull; stored at once so that lists are right before the next pull. */
export type MirrorUpdate =
  | { readonly kind: 'customer-created'; readonly row: CustomerRow; readonly detail?: CustomerDetail }
  | { readonly kind: 'customer-read'; readonly detail: CustomerDetail; readonly at: Instant }
  | {
      readonly kind: 'subscriptions-read';
      readonly customerId: CustomerTenantId;
      readonly subscriptions: readonly Subscription[];
      readonly at: Instant;
    }
  | { readonly kind: 'orders-read'; readonly customerId: CustomerTenantId; readonly orders: readonly Order[]; readonly at: Instant }
  /** One subscription that we changed; the others stay as they were read. */
  | { readonly kind: 'subscription-changed'; readonly customerId: CustomerTenantId; readonly subscription: Subscription }
  /** Merged by order id: an order we placed may not be listed by the server for 15 minutes. */
  | { readonly kind: 'orders-placed'; readonly customerId: CustomerTenantId; readonly orders: readonly Order[] }
  | {
      readonly kind: 'support-contacts-read';
      readonly customerId: CustomerTenantId;
      readonly contacts: Readonly<Record<string, SupportContact>>;
      readonly at: Instant;
    }
  | { readonly kind: 'resellers-of-customer-read'; readonly customerId: CustomerTenantId; readonly resellers: ResellersOfCustomer }
  | {
      readonly kind: 'provisioning-read';
      readonly customerId: CustomerTenantId;
      readonly orderId: string;
      readonly provisioning: ProvisioningOfOrder;
    }
  | { readonly kind: 'licenses-read'; readonly customerId: CustomerTenantId; readonly licenses: LicensesOfCustomer }
  | { readonly kind: 'upgrades-known'; readonly customerId: CustomerTenantId; readonly subscriptionId: string; readonly upgrades?: KnownUpgrades }
  /** Add-ons of one subscription: those that are new here are added, the others stay as they are. */
  | { readonly kind: 'addons-read'; readonly customerId: CustomerTenantId; readonly addons: readonly Subscription[] }
  | { readonly kind: 'users-read'; readonly customerId: CustomerTenantId; readonly users: UsersOfCustomer }
  | { readonly kind: 'agreement-read'; readonly customerId: CustomerTenantId; readonly agreement: AgreementState }
  | {
      readonly kind: 'qualifications-read';
      readonly customerId: CustomerTenantId;
      readonly qualifications: readonly Qualification[];
      readonly at: Instant;
    };

export type MirrorTopic = 'customers' | 'resellers' | 'catalogue' | 'orders' | 'status' | 'organization' | 'country-rules' | 'price-lists';

/**
 * The offline copy of the server: a cache that may be dropped and pulled again (decision D1). It lives in the store
 * worker (D17); the window gets ids and visible rows. If another engine wins one day, only renderer/data changes.
 */
export interface Mirror {
  customers(query: CustomerQuery): Promise<CustomerPage>;
  customerFacets(): Promise<CustomerFacets>;
  /** Customers of the copy that may be the one that is described, the surest first, five at most. */
  customerTwins(asked: Identity): Promise<readonly CustomerTwin[]>;
  customer(id: CustomerTenantId): Promise<CustomerRecord | undefined>;
  resellers(): Promise<readonly ResellerRow[]>;
  resellerBusiness(query: { readonly resellerId: ResellerTenantId; readonly partnerId: string }): Promise<ResellerBusiness>;
  /** Takes a complete list of resellers that was read outside a pull. */
  replaceResellers(resellers: readonly Reseller[], at: Instant): Promise<void>;
  offers(query: { readonly country: string; readonly text: string }): Promise<readonly Offer[]>;
  offer(key: string): Promise<Offer | undefined>;
  /** Active promotions of a country as last pulled, by name; an ended one is left to the reader's clock. */
  promotions(country: string): Promise<readonly Promotion[]>;
  /** Countries whose catalogue was pulled. */
  catalogueCountries(): Promise<readonly string[]>;
  countryRules(iso2: string): Promise<CountryRules | undefined>;
  /** Price sheets and offer matrices that are held, newest month first. Offers have the prices of the newest of their market. */
  priceLists(): Promise<readonly PriceList[]>;
  /** Takes a list in, a CSV or a zip with one. What it replaces stays until all of it is stored. One at a time. */
  importPriceList(file: { readonly name: string; readonly content: Blob }): Promise<ImportEnd>;
  /** Takes in the price sheet of a market that comes over the port; `month` is `yyyy-mm`, the present one where it is missing. */
  downloadPriceList(asked: { readonly market: string; readonly month?: string }, port: MessagePort): Promise<ImportEnd>;
  /** The import or download that runs, or the last one since the start. */
  priceListImport(): Promise<ImportView | undefined>;
  /** Stops it; nothing of the new list stays. */
  cancelPriceListImport(): Promise<void>;
  removePriceList(id: number): Promise<void>;
  /** The price that holds at a moment, from the newest list that has one. */
  listedPrice(query: PriceQuery): Promise<{ readonly list: PriceList; readonly price: ListedPrice } | undefined>;
  /** All that the lists say of one SKU. */
  skuInLists(sku: { readonly productId: string; readonly skuId: string }): Promise<SkuInLists>;
  /** Newest first. */
  orders(query: OrderQuery): Promise<readonly OrderRow[]>;
  /** The orders of which something could be cancelled at that moment (closing-orders.ts), newest first. */
  openOrders(now: Instant): Promise<readonly OpenOrder[]>;
  /** Newest first. */
  subscriptions(query: SubscriptionQuery): Promise<readonly SubscriptionRow[]>;
  subscriptionCoverage(): Promise<SubscriptionCoverage>;
  /** What is held of what is chosen to be taken along: how old, how large, what of it ends when. */
  briefcase(query: BriefcaseQuery): Promise<BriefcaseContent>;
  /** Has pulls bring the catalogues of these countries too; in place of those named before. */
  wantCountries(countries: readonly string[]): Promise<void>;
  /**
   * Gives back the space of customers that are not among these: what was read of them goes, who they are and orders of ours that the
   * service does not list yet stay. Answers of how many. Unsent work is in another database.
   */
  lightenOthers(keep: BriefcaseQuery): Promise<number>;
  organization(): Promise<Organization | undefined>;
  status(): Promise<MirrorStatus>;
  apply(update: MirrorUpdate): Promise<void>;
  /** Pulls everything the lists need over the port, from where an earlier pull stopped. Resolves when it ends or stops. */
  pull(port: MessagePort): Promise<MirrorStatus>;
  /** Stops the running pull after the page it is at; nothing that came is lost. */
  stopPull(): Promise<void>;
  /** Drops the whole copy. Unsent work is in another database and cannot be touched from here. */
  clear(): Promise<void>;
  /** Tells which lists may have changed; returns the way to stop. */
  subscribe(listener: (topics: readonly MirrorTopic[]) => void): () => void;
}
