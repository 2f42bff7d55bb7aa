import { describe, expect, it } from 'vitest';
import { askPriceSheet } from '../../../electron/partner-center/price-sheets.ts';
import { connectionTo, localServer } from './support/local-server.ts';

const header = 'ProductTitle,ProductId,SkuId,TermDuration,BillingPlan,Currency,UnitPrice,Segment';
const row = (productId: string, title = productId): string => `${title},${productId},0001,P1Y,Monthly,EUR,12.34,Commercial`;

async function pricedIn(sheet: string, productIds: readonly string[]): Promise<readonly string[]> {
  const { url } = await localServer((response) => response.end(sheet));
  const answer = await askPriceSheet(connectionTo(url), 'IT', productIds);
  if (answer.outcome !== 'answered') throw new Error(answer.failure.code);
  return answer.value.rows.map(({ productId, unitPrice }) => `${productId} ${unitPrice.amount}`);
}

describe('a price sheet', () => {
  it('is read for the products that are asked for, and its first row for the date', async () => {
    const sheet = [header, ...['A1', 'B2', 'C3', 'D4'].map((id) => row(`CFQ7TTC0${id}`)), ''].join('\r\n');
    expect(await pricedIn(sheet, ['cfq7ttc0c3'])).toEqual(['CFQ7TTC0A1 12.34', 'CFQ7TTC0C3 12.34']);
  });

  it('is read to its last row, also where every cell is in quotation marks', async () => {
    const quoted = (line: string): string => line.split(',').map((cell) => `"${cell}"`).join(',');
    const sheet = [header, row('CFQ7TTC0A1'), row('CFQ7TTC0B2'), row('CFQ7TTC0C3')].map(quoted).join('\r\n');
    expect(await pricedIn(`${sheet}\r\n`, ['CFQ7TTC0C3'])).toEqual(['CFQ7TTC0A1 12.34', 'CFQ7TTC0C3 12.34']);
  });

  it('is read whole where a line break stands inside a title', async () => {
    const sheet = [header, row('CFQ7TTC0A1'), row('CFQ7TTC0B2', '"Two\r\nlines of CFQ7TTC0B2"'), row('CFQ7TTC0C3')].join('\r\n');
    expect(await pricedIn(sheet, ['CFQ7TTC0B2'])).toEqual(['CFQ7TTC0A1 12.34', 'CFQ7TTC0B2 12.34', 'CFQ7TTC0C3 12.34']);
  });

  it('without any of them is still a sheet; what is no sheet is no answer', async () => {
    expect(await pricedIn(`${header}\r\n`, ['CFQ7TTC0C3'])).toEqual([]);
    await expect(pricedIn('<html>', ['CFQ7TTC0C3'])).rejects.toThrow('malformed-answer');
  });
});
