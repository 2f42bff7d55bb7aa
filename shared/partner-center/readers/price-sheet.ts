import { Decimal } from 'decimal.js';
import Papa from 'papaparse';
import type { ListedPrice } from '../../domain/catalogue/price-list.ts';
import type { Instant } from '../../instant.ts';
import { Money } from '../../money.ts';
import { present } from './case.ts';
import { readListDate, readSeats, readSegment, readSkuId } from './list-cells.ts';
import { readBillingCycle, readTermDuration } from './terms.ts';

export interface PriceSheet {
  readonly rows: readonly ListedPrice[];
  /** Rows of an unknown segment or term, or unreadable, as the lists of the catalogue leave them out. */
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

/** `wrong` for a date that is written but is none: nobody knows then whether the price holds. */
function date(text: string | undefined): Instant | 'wrong' | undefined {
  return text === undefined || text.trim() === '' ? undefined : (readListDate(text) ?? 'wrong');
}

function readRow(columns: Columns): ListedPrice | undefined {
  const productId = columns['productid']?.trim();
  const skuId = readSkuId(columns['skuid'] ?? '');
  const termDuration = readTermDuration(columns['termduration']);
  const billingCycle = readBillingCycle(columns['billingplan']);
  const unitPrice = money(columns['unitprice'], columns['currency']);
  const segment = readSegment(columns['segment'] ?? '');
  if (!productId || !skuId || !termDuration || !billingCycle || !segment || !unitPrice) return undefined;
  const startsAt = date(columns['effectivestartdate']);
  const endsAt = date(columns['effectiveenddate']);
  const fromSeats = readSeats(columns['pricingtierrangemin'] ?? '');
  if (startsAt === 'wrong' || endsAt === 'wrong' || fromSeats === 'wrong') return undefined;
  return {
    productId, skuId, termDuration, billingCycle, segment, unitPrice,
    isPracticePrice: (columns['tags'] ?? '').toLowerCase().includes('practiceprice'),
    ...present({ retailPrice: money(columns['erpprice'], columns['currency']), startsAt, endsAt, fromSeats }),
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
