import { Decimal } from 'decimal.js';
import Papa from 'papaparse';
import type { BillingCycle, TermDuration } from '../../domain/cart/cart-line.ts';
import type { Segment } from '../../domain/catalogue/offer.ts';
import { instantOf, readInstant } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import { Money } from '../../money.ts';
import { present } from './case.ts';
import { readSegment } from './list-cells.ts';
import { readBillingCycle, readTermDuration } from './terms.ts';

/** What one seat of a SKU costs for one billing period in one market. */
export interface PriceRow {
  readonly productId: string;
  readonly skuId: string;
  readonly termDuration: TermDuration;
  readonly billingCycle: BillingCycle;
  readonly segment: Segment;
  readonly unitPrice: Money;
  /** Estimated retail price (ERP). */
  readonly retailPrice?: Money;
  /** From when the price holds. */
  readonly listDate?: Instant;
  /** Tagged `PracticePrice`: invented, by the practice tenant. */
  readonly isPracticePrice: boolean;
}

export interface PriceSheet {
  readonly rows: readonly PriceRow[];
  /** Rows of an unknown segment or term, or unreadable. */
  readonly skipped: number;
}

type Columns = Readonly<Record<string, string | undefined>>;

// Column names differ in case and spaces between editions ("ERP Price", "ErpPrice").
const columnName = (header: string): string => header.replaceAll(/[\s_\uFEFF]/gu, '').toLowerCase();

function money(amount: string | undefined, currency: string | undefined): Money | undefined {
  if (amount === undefined || !/^-?\d*\.?\d+(e[+-]?\d+)?$/iu.test(amount.trim())) return undefined;
  const read = Money.safeParse({ amount: new Decimal(amount.trim()).toFixed(), currency: currency?.trim().toUpperCase() });
  return read.success ? read.data : undefined;
}

function listDate(text: string | undefined): Instant | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const read = readInstant(text);
  if (read !== undefined) return read;
  const american = Date.parse(`${text} UTC`);
  return Number.isNaN(american) ? undefined : instantOf(new Date(american));
}

function readRow(columns: Columns): PriceRow | undefined {
  const productId = columns['productid']?.trim();
  const skuId = columns['skuid']?.trim();
  const termDuration = readTermDuration(columns['termduration']);
  const billingCycle = readBillingCycle(columns['billingplan']);
  const unitPrice = money(columns['unitprice'], columns['currency']);
  const segment = readSegment(columns['segment'] ?? '');
  if (!productId || !skuId || !termDuration || !billingCycle || !segment || !unitPrice) return undefined;
  return {
    productId, skuId, termDuration, billingCycle, segment, unitPrice,
    isPracticePrice: (columns['tags'] ?? '').toLowerCase().includes('practiceprice'),
    ...present({
      retailPrice: money(columns['erpprice'], columns['currency']),
      listDate: listDate(columns['effectivestartdate']),
    }),
  };
}

/**
 * Reads the price sheet of a market, license-based edition (get-price-sheet): CSV with a header row. A row that cannot be
 * read is skipped and counted.
 */
export function readPriceSheet(csvText: string): PriceSheet {
  const parsed = Papa.parse<Columns>(csvText.replace(/^\uFEFF/u, ''), {
    header: true, skipEmptyLines: 'greedy', transformHeader: columnName,
  });
  const rows = parsed.data.flatMap((columns) => readRow(columns) ?? []);
  return { rows, skipped: parsed.data.length - rows.length };
}
