import {
  readAgreementTemplate, readAttestations, readDateAgreed, readDocumentLinks, readIsSigned,
} from '../../shared/partner-center/readers/agreements.ts';
import { failure } from '../../shared/contract/failure.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { answered, refused } from './answer.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import type { Connection } from './http.ts';

const type = 'MicrosoftCustomerAgreement';

/** get-agreement-metadata; without the type the service answers the old agreement. */
export async function readTemplate(
  connection: Connection, _input: ServerCallInput<'read-agreement-template'>, requestId: string,
): Promise<Answer<ServerCallOutput<'read-agreement-template'>>> {
  const path = `/v1/agreements?agreementType=${type}`;
  const read = (body: unknown) => ({ template: readAgreementTemplate(body) });
  const answer = await ask(connection, { method: 'GET', path, requestId, read });
  if (answer.outcome !== 'answered') return answer;
  const { value, correlationId } = answer;
  return value.template === undefined
    ? refused(failure('agreement-template-missing', { correlationId, requestId }))
    : answered({ ...value.template }, correlationId);
}

/** get-agreement-template: where the text can be read or downloaded. */
export async function readAgreementDocument(
  connection: Connection, { templateId, country, language }: ServerCallInput<'read-agreement-document'>, requestId: string,
): Promise<Answer<ServerCallOutput<'read-agreement-document'>>> {
  const query = new URLSearchParams({ country, language }).toString();
  const path = `/v1/agreementtemplates/${encodeURIComponent(templateId)}/document?${query}`;
  return ask(connection, { method: 'GET', path, requestId, read: readDocumentLinks });
}

/** Accepted means: signed directly by the customer, or at least one attestation on file (get-direct-sign-status, notes). */
export async function readAgreementState(
  connection: Connection, { customerId }: ServerCallInput<'read-agreement-state'>, requestId: string,
): Promise<Answer<ServerCallOutput<'read-agreement-state'>>> {
  const path = `/v1/customers/${customerId}/agreements?agreementType=${type}`;
  const onFile = await ask(connection, { method: 'GET', path, requestId, read: readAttestations });
  if (onFile.outcome !== 'answered') return onFile;
  const { isAttested, ...newest } = onFile.value;
  if (isAttested) return answered({ isAccepted: true, how: 'attested', ...newest }, onFile.correlationId);
  const direct = await ask(connection, {
    method: 'GET',
    path: `/v1/customers/${customerId}/directSignedMicrosoftCustomerAgreementStatus`,
    read: readIsSigned,
  });
  if (direct.outcome !== 'answered') return direct;
  return answered({ isAccepted: direct.value, how: direct.value ? 'direct' : 'none' }, direct.correlationId);
}

/** confirm-customer-agreement. The same attestation on file already (600061) is what was wanted. */
export async function confirmAgreement(
  connection: Connection, input: ServerCallInput<'confirm-agreement'>, requestId: string,
): Promise<Answer<ServerCallOutput<'confirm-agreement'>>> {
  const { customerId, templateId, dateAgreed, contact } = input;
  const { phoneNumber, ...person } = contact;
  return ask(connection, {
    method: 'POST',
    path: `/v1/customers/${customerId}/agreements`,
    requestId,
    body: { primaryContact: { ...person, ...(phoneNumber === '' ? {} : { phoneNumber }) }, templateId, dateAgreed, type },
    read: (body) => ({ dateAgreed: readDateAgreed(body) ?? dateAgreed }),
    settle: (refusal) => (refusal.code === 'agreement-already-confirmed' ? { dateAgreed } : undefined),
  });
}
