import { holdsAt, priceAt } from '../../shared/domain/catalogue/price-choice.ts';
import type { ListedPrice } from '../../shared/domain/catalogue/price-list.ts';
import { instantOf } from '../../shared/instant.ts';
import type { Instant } from '../../shared/instant.ts';
import { readAvailability } from '../../shared/partner-center/readers/availabilities.ts';
import type { WireAvailability } from '../../shared/partner-center/readers/availabilities.ts';
import { skuKey } from '../../shared/domain/catalogue/sku.ts';
import { readSegment } from '../../shared/partner-center/readers/list-cells.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { answered } from './answer.ts';
import type { Answer } from './answer.ts';
import { askAll } from './collections.ts';
import type { Connection } from './http.ts';
import { askPriceSheet } from './price-sheets.ts';

type AskedLine = ServerCallInput<'read-offers'>['lines'][number];
type OfferedLine = ServerCallOutput<'read-offers'>['lines'][number];

const goneCodes: ReadonlySet<string> = new Set([
  'product-gone', 'availability-gone', 'inventory-missing', 'not-found', 'item-not-purchasable', 'segment-not-allowed',
]);

/** list-availabilities-by-customer of one SKU; one that is no longer sold has none. */
async function askAvailabilities(
  connection: Connection, customerId: string, line: AskedLine, requestId?: string,
): Promise<Answer<readonly WireAvailability[]>> {
  const product = `/v1/customers/${customerId}/products/${encodeURIComponent(line.productId)}`;
  const path = `${product}/skus/${encodeURIComponent(line.skuId)}/availabilities`;
  const answer = await askAll(connection, { path, ...(requestId === undefined ? {} : { requestId }) }, readAvailability);
  const isGone = answer.outcome === 'refused' && goneCodes.has(answer.failure.code);
  return isGone ? answered([], answer.failure.correlationId ?? '') : answer;
}

/**
 * The list of a customer has the segments it qualifies for and no other (list-availabilities-by-customer). An old reply
 * names no billing cycle: then the pair stands on its term alone (list-availabilities,
 * success).
 */
const sells = (availability: WireAvailability, line: AskedLine): boolean =>
  availability.isPurchasable &&
  readSegment(availability.segment) !== undefined &&
  availability.terms.some(
    (term) => term.termDuration === line.termDuration && (term.billingCycle ?? line.billingCycle) === line.billingCycle,
  );

/** What one line gets: its catalogue item, and the row that the catalogue would choose at this moment. */
function offered(
  line: AskedLine, availabilities: readonly WireAvailability[], rows: readonly ListedPrice[], at: Instant,
): OfferedLine {
  const sold = availabilities.filter((one) => sells(one, line));
  const availability = sold.find((one) => readSegment(one.segment) === 'commercial') ?? sold[0];
  const segment = readSegment(availability?.segment ?? '');
  const own = rows.filter((row) => skuKey(row.productId, row.skuId) === skuKey(line.productId, line.skuId));
  const row = segment === undefined ? undefined : priceAt(own, { ...line, segment }, at);
  return {
    lineId: line.lineId,
    ...(availability === undefined ? {} : { catalogItemId: availability.catalogItemId }),
    ...(row === undefined ? {} : { unitPrice: row.unitPrice }),
    ...(row?.retailPrice === undefined ? {} : { retailPrice: row.retailPrice }),
  };
}

/** What the server offers now for each line: fresh catalogue item (ids change over time) and today's price. */
export async function readOffers(
  connection: Connection, { customerId, market, lines }: ServerCallInput<'read-offers'>, requestId: string,
): Promise<Answer<ServerCallOutput<'read-offers'>>> {
  const bySku = new Map<string, readonly WireAvailability[]>();
  for (const line of lines) {
    const key = skuKey(line.productId, line.skuId);
    if (bySku.has(key)) continue;
    const answer = await askAvailabilities(connection, customerId, line, bySku.size === 0 ? requestId : undefined);
    if (answer.outcome !== 'answered') return answer;
    bySku.set(key, answer.value);
  }
  const sheet = await askPriceSheet(connection, market, lines.map(({ productId }) => productId));
  if (sheet.outcome !== 'answered') return sheet;
  const { rows } = sheet.value;
  const now = instantOf(new Date());
  const listDate = rows.find((row) => row.startsAt !== undefined && holdsAt(row, now))?.startsAt ?? now;
  return answered(
    { listDate, lines: lines.map((line) => offered(line, bySku.get(skuKey(line.productId, line.skuId)) ?? [], rows, now)) },
    sheet.correlationId,
  );
}
