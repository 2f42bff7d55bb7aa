import type { ProductLicenses } from '../../domain/subscription/used-seats.ts';
import { wireInteger, wirePart, wireRecord, wireText } from './case.ts';

/** One item of "Get a list of available licenses" (customers/{id}/subscribedskus). Undefined without a product or its counts. */
export function readLicenses(item: unknown): ProductLicenses | undefined {
  const record = wireRecord(item);
  const product = wirePart(record, 'productSku');
  const productName = wireText(product, 'name') ?? wireText(product, 'skuPartNumber');
  const consumed = wireInteger(record, 'consumedUnits');
  if (productName === undefined || consumed === undefined) return undefined;
  return { productName, consumed, active: wireInteger(record, 'activeUnits') ?? wireInteger(record, 'totalUnits') ?? 0 };
}
