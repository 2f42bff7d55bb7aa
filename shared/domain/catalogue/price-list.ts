import type { Instant } from '../../instant.ts';
import type { Money } from '../../money.ts';
import type { Result } from '../../result.ts';
import type { BillingCycle, TermDuration } from '../cart/cart-line.ts';
import type { Segment } from './offer.ts';

/** What a list tells: prices of a market (get-price-sheet), or properties and purchase rules of SKUs (get-an-offer-matrix). */
export const priceListKinds = ['price-sheet', 'offer-matrix'] as const;
export type PriceListKind = (typeof priceListKinds)[number];

/** A list as it is held: one for each kind, market and month. */
export interface PriceList {
  readonly id: number;
  readonly kind: PriceListKind;
  /** ISO2; missing for an offer matrix, which is for all countries. */
  readonly market?: string;
  /** `yyyy-mm`: lists are published for a month (pricing and offers, Partner Center documentation). */
  readonly month: string;
  readonly source: 'file' | 'server';
  readonly fileName?: string;
  readonly rows: number;
  /** Rows that could not be read. */
  readonly skipped: number;
  readonly importedAt: Instant;
  /** Start of validity: the first moment of its month, UTC. */
  readonly listDate: Instant;
}

/** Why a row was left out. */
export const rowProblems = ['cells', 'quotes', 'ids', 'term', 'billing', 'amount', 'currency', 'market', 'segment', 'date', 'seats'] as const;
export type RowProblem = (typeof rowProblems)[number];
export interface BadRow {
  /** Counted from 1, the heading included. */
  readonly line: number;
  readonly problem: RowProblem;
  /** What stands there, cut short. */
  readonly found: string;
}

/** What came of an import. */
export interface ImportReport {
  readonly lists: readonly PriceList[];
  readonly rows: number;
  readonly skipped: number;
  /** The first rows that were left out. */
  readonly badRows: readonly BadRow[];
}
export type ImportEnd = { readonly kind: 'cancelled' } | { readonly kind: 'ended'; readonly result: Result<ImportReport> };

/** Where a list comes from. */
export type ListSource =
  | { readonly kind: 'file'; readonly name: string }
  /** `month` is `yyyy-mm`. */
  | { readonly kind: 'server'; readonly market: string; readonly month: string };

/** The import that runs, or the last one. */
export interface ImportView {
  readonly source: ListSource;
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
  /** Missing while it runs. */
  readonly end?: ImportEnd;
}

/** One price of a list. */
export interface ListedPrice {
  readonly productId: string;
  readonly skuId: string;
  readonly termDuration: TermDuration;
  readonly billingCycle: BillingCycle;
  readonly segment: Segment;
  readonly unitPrice: Money;
  /** Estimated retail price (ERP). */
  readonly retailPrice?: Money;
  /** From when and until when the price holds, as far as the list says. */
  readonly startsAt?: Instant;
  readonly endsAt?: Instant;
  /** Seats from which the price holds, where prices come in tiers. */
  readonly fromSeats?: number;
  readonly isPracticePrice: boolean;
}

/** What an offer matrix says of a SKU. */
export interface MatrixEntry {
  readonly productId: string;
  readonly skuId: string;
  readonly title: string;
  readonly minimumSeats?: number;
  readonly maximumSeats?: number;
  /** How many subscriptions of it a customer may have. */
  readonly ownershipLimit?: number;
  readonly segment?: Segment;
  /** `productId:skuId` each. */
  readonly prerequisiteSkus: readonly string[];
  readonly countries: readonly string[];
}

/** A price that is looked for. */
export interface PriceQuery {
  readonly market: string;
  readonly productId: string;
  readonly skuId: string;
  readonly termDuration: TermDuration;
  readonly billingCycle: BillingCycle;
  readonly segment: Segment;
  readonly at: Instant;
}

/** All that the lists held here say of one SKU. */
export interface SkuInLists {
  /** Newest month first; each with the prices of its newest first. */
  readonly prices: readonly { readonly list: PriceList; readonly prices: readonly ListedPrice[] }[];
  /** Of the newest offer matrix that names it. */
  readonly rule?: { readonly list: PriceList; readonly entry: MatrixEntry };
}
