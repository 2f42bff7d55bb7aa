import type { Instant } from '../../instant.ts';
import { readCollection } from './collection.ts';
import { present, wireFlag, wireInstant, wireInteger, wireRecord, wireText } from './case.ts';

const customerAgreement = 'microsoftcustomeragreement';

export interface AgreementTemplate {
  readonly templateId: string;
  readonly agreementLink?: string;
}

/** The newest template of the Microsoft Customer Agreement (get-agreement-metadata). Undefined when none is offered. */
export function readAgreementTemplate(body: unknown): AgreementTemplate | undefined {
  const templates = (readCollection(body)?.items ?? []).map(wireRecord).flatMap((item) => {
    const templateId = wireText(item, 'templateId');
    const isWanted = wireText(item, 'agreementType')?.toLowerCase() === customerAgreement;
    return templateId === undefined || !isWanted ? [] : [{ item, templateId, rank: wireInteger(item, 'versionRank') ?? 0 }];
  });
  const [newest] = templates.toSorted((a, b) => b.rank - a.rank);
  return newest && { templateId: newest.templateId, ...present({ agreementLink: wireText(newest.item, 'agreementLink') }) };
}

/**
 * When the newest attestation on file was agreed (list-customer-agreements). `isAttested` is false for an empty list;
 * undefined when the body is no list.
 */
export function readAttestations(body: unknown): { readonly isAttested: boolean; readonly acceptedAt?: Instant } | undefined {
  const onFile = readCollection(body)?.items.map(wireRecord).filter((item) => {
    const type = wireText(item, 'type');
    return item !== undefined && (type === undefined || type.toLowerCase() === customerAgreement);
  });
  if (onFile === undefined) return undefined;
  const dates = onFile.map((item) => wireInstant(item, 'dateAgreed')).filter((date) => date !== undefined);
  return { isAttested: onFile.length > 0, ...present({ acceptedAt: dates.toSorted().at(-1) }) };
}

/** When the customer's person agreed, as the server stored it (confirm-customer-agreement). */
export const readDateAgreed = (body: unknown): Instant | undefined => wireInstant(wireRecord(body), 'dateAgreed');

/** Whether the customer signed in the Microsoft 365 admin center (get-direct-sign-status). */
export const readIsSigned = (body: unknown): boolean | undefined => wireFlag(wireRecord(body), 'isSigned');
