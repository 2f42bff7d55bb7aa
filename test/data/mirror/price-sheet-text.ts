/** Column names as the service writes them (get-price-sheet, licence-based edition). */
const columns = [
  'ProductTitle', 'ProductId', 'SkuId', 'SkuTitle', 'Publisher', 'SkuDescription', 'UnitOfMeasure', 'TermDuration', 'BillingPlan',
  'Market', 'Currency', 'UnitPrice', 'PricingTierRangeMin', 'PricingTierRangeMax', 'EffectiveStartDate', 'EffectiveEndDate', 'Tags',
  'ERP Price', 'Segment',
] as const;
type Row = Readonly<Partial<Record<(typeof columns)[number], string>>>;

export const sheetHeading = columns.map((name) => `"${name}"`).join(',');

const pairs = [['P1M', 'Monthly'], ['P1Y', 'Monthly'], ['P1Y', 'Annual'], ['P3Y', 'Monthly'], ['P3Y', 'Annual'], ['P3Y', 'Triennial']] as const;
const segments = ['Commercial', 'Education', 'Charity', 'Government'] as const;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** One line of a sheet; what is not given is as in most lines. */
export const sheetLine = (row: Row): string => {
  const all: Row = {
    ProductTitle: 'Plan', ProductId: 'CFQ1', SkuId: '0001', SkuTitle: 'Plan', Publisher: 'Microsoft Corporation',
    SkuDescription: 'Best for businesses, "professional"', UnitOfMeasure: '1 License', TermDuration: 'P1Y', BillingPlan: 'Monthly',
    Market: 'IT', Currency: 'EUR', UnitPrice: '9.40', EffectiveStartDate: '2026-11-01T00:00:00.0000000Z',
    EffectiveEndDate: '9999-12-31T23:59:59.9999999Z', 'ERP Price': '11.75', Segment: 'Commercial', ...row,
  };
  return columns.map((name) => quoted(all[name] ?? '')).join(',');
};

/** The numbered row of a large sheet: 24 rows a SKU, amounts that differ from row to row. */
export const numberedRow = (number: number): Row => {
  const sku = Math.floor(number / (pairs.length * segments.length));
  const [term, billing] = pairs[number % pairs.length] ?? pairs[0];
  return {
    ProductTitle: `Product ${sku}`, SkuTitle: `Product ${sku}, plan`,
    ProductId: `CFQ7TTC${sku.toString(36).toUpperCase().padStart(5, '0')}`,
    SkuId: String(sku % 40).padStart(4, '0'),
    TermDuration: term, BillingPlan: billing, Segment: segments[Math.floor(number / pairs.length) % segments.length] ?? '',
    UnitPrice: `${(number * 7) % 900}.${String((number * 13) % 100).padStart(2, '0')}`,
    'ERP Price': `${(number * 11) % 1900}.${String((number * 3) % 100).padStart(2, '0')}`,
  };
};

/** A sheet of so many numbered rows, put together piece by piece. */
export function numberedSheet(rows: number): Blob {
  const parts: string[] = [`\uFEFF${sheetHeading}\r\n`];
  for (let start = 0; start < rows; start += 1000) {
    const lines = Array.from({ length: Math.min(1000, rows - start) }, (_line, place) => sheetLine(numberedRow(start + place)));
    parts.push(`${lines.join('\r\n')}\r\n`);
  }
  return new Blob(parts);
}

/** A sheet of these rows, in November 2026 and Italy unless they say otherwise. */
export const sheetOf = (...rows: readonly Row[]): Blob => new Blob([[sheetHeading, ...rows.map(sheetLine), ''].join('\r\n')]);
