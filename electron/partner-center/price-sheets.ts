import { failure } from '../../shared/contract/failure.ts';
import { textOf } from '../../shared/partner-center/readers/case.ts';
import { readPriceSheet } from '../../shared/partner-center/readers/price-sheet.ts';
import type { PriceSheet } from '../../shared/partner-center/readers/price-sheet.ts';
import { answered, noAnswer, notSent, refused } from './answer.ts';
import type { Answer } from './answer.ts';
import { failureOf } from './errors.ts';
import { callServer } from './http.ts';
import type { Connection, HttpCall } from './http.ts';

/**
 * get-price-sheet: another host, another token, CSV. The view of new-commerce licences; of a past month (`yyyymm`) with its
 * history. Asked for as it is: with `deflate` the service answers a zip (get-a-price-sheet, "Request headers").
 */
export const priceSheetCall = (market: string, month?: string): HttpCall => ({
  method: 'GET',
  host: 'pricing',
  path: `/v1.0/sales/pricesheets(Market='${encodeURIComponent(market)}',PricesheetView='updatedlicensebased')/$value`
    + (month === undefined ? '' : `?timeline=history&month=${month}`),
  headers: { 'Accept-Encoding': 'identity' },
  accept: 'text/csv, */*',
  timeoutMs: 120_000,
});

function bodyOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return undefined;
  }
}

/**
 * The header, the first row and the lines of these products. A market's sheet has a hundred thousand rows: reading them all
 * would stop every call of the app for a second. Where a quoted line break cuts a line in two, the whole sheet is read.
 */
function linesAbout(sheet: string, productIds: readonly string[]): string {
  const wanted = productIds.map((id) => id.toUpperCase());
  const isWanted = (line: string): boolean => wanted.some((id) => line.toUpperCase().includes(id));
  const lines = sheet.split('\n').filter((line, place) => place < 2 || isWanted(line));
  const isCut = lines.some((line) => line.split('"').length % 2 === 0);
  // a lone carriage return after the last quotation mark would make the last row unreadable
  return isCut ? sheet : lines.map((line) => line.replace(/\r$/u, '')).join('\n');
}

/** The prices of some products in a market. A refusal for lack of rights reads `price-access-missing`. */
export async function askPriceSheet(
  connection: Connection, market: string, productIds: readonly string[],
): Promise<Answer<PriceSheet>> {
  const reply = await callServer(connection, priceSheetCall(market));
  if (reply.outcome !== 'replied') return reply;
  const { status, bytes, ids } = reply;
  if (status >= 200 && status < 300) {
    const sheet = readPriceSheet(linesAbout(textOf(bytes), productIds));
    const isSheet = sheet.rows.length > 0 || /productid/iu.test(textOf(bytes.subarray(0, 2000)));
    return isSheet ? answered(sheet, ids.correlationId) : noAnswer(failure('malformed-answer', { httpStatus: status, ...ids }));
  }
  const plain = failureOf(status, bodyOf(bytes), ids);
  if (plain.code === 'sign-in-needed' || plain.code === 'mfa-needed') return notSent(plain);
  if (status >= 500) return noAnswer(plain);
  return refused(status === 403 ? { ...plain, code: 'price-access-missing' } : plain);
}
