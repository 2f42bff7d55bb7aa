import type {
  CustomerPartsRead, CustomerRow, LicensesOfCustomer, MirrorStatus, ProvisioningOfOrder,
  QualificationsOfCustomer, ResellersOfCustomer, UsersOfCustomer,
} from '../../../shared/ports/mirror.ts';
import type { Organization } from '../../../shared/ports/organization.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import type { PriceList } from '../../../shared/domain/catalogue/price-list.ts';
import type { Promotion } from '../../../shared/domain/catalogue/promotion.ts';
import type { AgreementState } from '../../../shared/domain/customer/agreement-state.ts';
import type { CountryRules } from '../../../shared/domain/customer/country-rules.ts';
import type { CustomerDetail } from '../../../shared/domain/customer/customer-form.ts';
import type { Order } from '../../../shared/domain/order/order.ts';
import type { Reseller } from '../../../shared/domain/reseller/reseller.ts';
import type { KnownUpgrades } from '../../../shared/domain/subscription/upgrade.ts';
import type { Subscription, SupportContact } from '../../../shared/domain/subscription/subscription.ts';
import type { CustomerTenantId, ResellerTenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { SavedIndex } from './customer-index.ts';

/** One page of the customer list as it was pulled: rows as UTF-8 JSON, see packed-page.ts. */
export interface PageRecord {
  readonly generation: number;
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** A pull of the whole customer list. */
export interface ListGeneration {
  readonly generation: number;
  readonly pages: number;
  readonly rows: number;
  readonly startedAt: Instant;
}
/** A pull of the list that has not come to its end. */
export interface NextGeneration extends ListGeneration {
  readonly total?: number;
  /** Where the next page is; missing before the first one. */
  readonly continuation?: string;
  /** The last page is stored; only the switch is left to do. */
  readonly isAllRead: boolean;
}
/** Which generation is read, and which one is being written. Until `next` is complete `current` stays readable. */
export interface ListState {
  readonly current?: ListGeneration;
  readonly next?: NextGeneration;
}

/** What a cold start shows before the index is loaded: the first rows by name. */
export interface FirstRows {
  readonly rows: readonly CustomerRow[];
  readonly total: number;
}

/** The singletons of the mirror. */
export interface Documents {
  readonly list: ListState;
  readonly first: FirstRows;
  readonly index: SavedIndex;
  readonly organization: Organization;
  readonly resellers: readonly Reseller[];
  readonly status: Pick<MirrorStatus, 'collections' | 'stopped'>;
  /** Countries of customers that are taken along: a pull brings their catalogues too. */
  readonly 'wanted-countries': readonly string[];
  /** Present while a pull has not come to its end. */
  readonly pull: { readonly startedAt: Instant };
}
export type DocumentRecord = { [Key in keyof Documents]: { readonly key: Key; readonly value: Documents[Key] } }[keyof Documents];

/** What is kept about a customer besides its row in the list, once it was opened or changed by us. */
export interface CustomerExtra {
  readonly id: CustomerTenantId;
  readonly detail?: CustomerDetail;
  readonly subscriptions?: readonly Subscription[];
  /** Subscriptions that were told of one by one, by id, with when: a list whose reading began before that is older. */
  readonly changedAt?: Readonly<Record<string, Instant>>;
  readonly orders?: readonly Order[];
  /** Orders we placed, by id, with when we told the mirror: kept until the server lists them. */
  readonly placed?: Readonly<Record<string, Instant>>;
  readonly agreement?: AgreementState;
  readonly qualifications?: QualificationsOfCustomer;
  readonly licenses?: LicensesOfCustomer;
  /** By subscription id. */
  readonly upgrades?: Readonly<Record<string, KnownUpgrades>>;
  /** By order id. */
  readonly provisioning?: Readonly<Record<string, ProvisioningOfOrder>>;
  /** By subscription id. */
  readonly supportContacts?: Readonly<Record<string, SupportContact>>;
  readonly supportContactsReadAt?: Readonly<Record<string, Instant>>;
  /** Asked for by itself: stands until a newer pull of the resellers' lists. */
  readonly resellers?: ResellersOfCustomer;
  readonly users?: UsersOfCustomer;
  readonly refreshedAt?: Instant;
  readonly readAt?: CustomerPartsRead;
}

/** A row that differs from the pulled list, or is not in it yet. */
export interface OverlayRow extends CustomerRow {
  readonly at: Instant;
}

/** Customers of one reseller: tenant ids of 36 characters one after the other. */
export interface AssociationRecord {
  readonly resellerId: ResellerTenantId;
  readonly ids: string;
}

export interface RulesRecord {
  readonly iso2: string;
  readonly rules: CountryRules;
}

/** The catalogue of one country in one record. */
export interface CatalogueRecord {
  readonly country: string;
  readonly offers: readonly Offer[];
  /** When it was; missing in catalogues of before this was kept. */
  readonly pulledAt?: Instant;
  /** Missing in catalogues that were pulled before promotions were. */
  readonly promotions?: readonly Promotion[];
  /** The lists its prices were last taken from; missing while they are those of the pull. See CatalogueStore. */
  readonly pricedBy?: string;
  /** When another price of those lists begins to hold. */
  readonly pricesChangeAt?: Instant;
}

/** A list whose rows are all stored. */
export interface PriceListRecord extends PriceList {
  readonly chunks: number;
}

/** Some rows of a list, see packed-rows.ts. */
export interface PriceChunkRecord {
  readonly list: number;
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** In which chunks of a list a SKU is, see sku-index.ts. */
export interface PriceIndexRecord {
  readonly list: number;
  readonly pairs: Float64Array;
}

/** A job of the pull under way that came to its end. `value` is what later jobs of the same pull need of it. */
export interface JobRecord {
  readonly key: string;
  readonly failure?: Failure;
  readonly value?: unknown;
}
