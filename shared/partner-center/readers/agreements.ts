import type { AgreementSigner } from '../../domain/customer/agreement-state.ts';
import type { Instant } from '../../instant.ts';
import { readCollection } from './collection.ts';
import { present, wireFlag, wireInstant, wireInteger, wirePart, wireRecord, wireText } from './case.ts';
import type { WireRecord } from './case.ts';

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

interface Attestations {
  readonly isAttested: boolean;
  readonly acceptedAt?: Instant;
  readonly contact?: AgreementSigner;
}

function signerOf(item: WireRecord | undefined): AgreementSigner | undefined {
  const contact = wirePart(item, 'primaryContact');
  const name = [wireText(contact, 'firstName'), wireText(contact, 'lastName')].filter((part) => part !== undefined).join(' ');
  const email = wireText(contact, 'email') ?? '';
  return name === '' && email === '' ? undefined : { name, email };
}

/**
 * When the newest attestation on file was agreed, and by whom (list-customer-agreements). `isAttested` is false for an empty list;
 * undefined when the body is no list.
 */
export function readAttestations(body: unknown): Attestations | undefined {
  const onFile = readCollection(body)?.items.map(wireRecord).filter((item) => {
    const type = wireText(item, 'type');
    return item !== undefined && (type === undefined || type.toLowerCase() === customerAgreement);
  });
  if (onFile === undefined) return undefined;
  const dated = onFile.map((item) => ({ item, acceptedAt: wireInstant(item, 'dateAgreed') }));
  const newest = dated.toSorted((a, b) => (a.acceptedAt ?? '').localeCompare(b.acceptedAt ?? '')).at(-1);
  return { isAttested: onFile.length > 0, ...present({ acceptedAt: newest?.acceptedAt, contact: signerOf(newest?.item) }) };
}

/** When the customer's person agreed, as the server stored it (confirm-customer-agreement). */
export const readDateAgreed = (body: unknown): Instant | undefined => wireInstant(wireRecord(body), 'dateAgreed');

/** Whether the customer signed in the Microsoft 365 admin center (get-direct-sign-status). */
export const readIsSigned = (body: unknown): boolean | undefined => wireFlag(wireRecord(body), 'isSigned');

/** Where the text can be read, then where it can be downloaded (get-agreement-template). Undefined when neither is told. */
export function readDocumentLinks(body: unknown): { readonly links: string[] } | undefined {
  const record = wireRecord(body);
  const links = [wireText(record, 'displayUri'), wireText(record, 'downloadUri')].filter((link) => link !== undefined);
  return links.length === 0 ? undefined : { links };
}
