import { Qualification } from '../../domain/customer/qualification.ts';
import { present, wireInstant, wireInteger, wireRecord, wireText } from './case.ts';
import { readCollection } from './collection.ts';

const vettings: ReadonlyMap<string, Qualification['vetting']> = new Map([
  ['', 'approved'], ['approved', 'approved'], ['inreview', 'in-review'], ['denied', 'denied'],
]);

/** One item of get-customer-qualifications, or the reply of update-customer-qualification, which names its date otherwise. */
export function readQualification(item: unknown): Qualification | undefined {
  const record = wireRecord(item);
  const name = wireText(record, 'qualification');
  if (name === undefined || name.toLowerCase() === 'none') return undefined;
  const vetting = vettings.get((wireText(record, 'vettingStatus') ?? '').toLowerCase().replaceAll(/[\s_-]/gu, '')) ?? 'unknown';
  const requestedAt = wireInstant(record, 'vettingCreatedDate') ?? wireInstant(record, 'vettingCreateDate');
  return Qualification.parse({ name, vetting, ...present({ reason: wireText(record, 'vettingReason'), requestedAt }) });
}

/** get-customer-qualifications. `None` is no qualification. Undefined when the body is no list. */
export function readQualifications(body: unknown): { readonly qualifications: Qualification[] } | undefined {
  const items = readCollection(body)?.items;
  return items && { qualifications: items.map(readQualification).filter((one) => one !== undefined) };
}

interface ValidationCode {
  readonly code: string;
  readonly organization: string;
  readonly remaining: number;
}

/** get-validation-codes */
export function readValidationCodes(body: unknown): { readonly codes: ValidationCode[] } | undefined {
  const items = readCollection(body)?.items;
  return items && {
    codes: items.map(wireRecord).flatMap((item) => {
      const code = wireText(item, 'validationId');
      if (code === undefined) return [];
      return [{ code, organization: wireText(item, 'organizationName') ?? '', remaining: wireInteger(item, 'remainingCreates') ?? 0 }];
    }),
  };
}

/** get-customer-validation-status */
export function readValidationStatus(body: unknown): { readonly status: string } | undefined {
  const status = wireText(wireRecord(body), 'status');
  return status === undefined ? undefined : { status };
}
