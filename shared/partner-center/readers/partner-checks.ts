import { present, wireFlag, wireRecord, wireText, wireValue } from './case.ts';

/** What the service says of one Partner ID on orders. */
export interface PartnerOfRecordResult {
  readonly partnerId: string;
  readonly isValid: boolean;
  /** The service's own code as text; it comes as number or text, and as 0 or not at all when all is well. */
  readonly code?: string;
  readonly text?: string;
}

function readResult(item: unknown): PartnerOfRecordResult | undefined {
  const result = wireRecord(item);
  const partnerId = wireText(result, 'partnerId');
  const isValid = wireFlag(result, 'isValidPartnerIdOnRecord');
  if (partnerId === undefined || isValid === undefined) return undefined;
  const code = wireText(result, 'errorCode');
  return { partnerId, isValid, ...present({ code: code === '0' ? undefined : code, text: wireText(result, 'errorDescription') }) };
}

/**
 * Validate reseller partner of record (Microsoft, June 2025). A result without an id or without its verdict is left out:
 * nothing is said about that id. Undefined when the reply holds no list of results.
 */
export function readPartnerOfRecordResults(body: unknown): PartnerOfRecordResult[] | undefined {
  const results = wireValue(wireRecord(body), 'validationResults');
  return Array.isArray(results) ? results.map(readResult).filter((one) => one !== undefined) : undefined;
}
