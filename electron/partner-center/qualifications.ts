import { readQualification, readQualifications as readList, readValidationCodes as readCodes, readValidationStatus as readStatus }
  from '../../shared/partner-center/readers/qualifications.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import type { Connection } from './http.ts';

/** get-customer-qualifications */
export async function readQualifications(
  connection: Connection, { customerId }: ServerCallInput<'read-qualifications'>, requestId: string,
): Promise<Answer<ServerCallOutput<'read-qualifications'>>> {
  return ask(connection, { method: 'GET', path: `/v1/customers/${customerId}/qualifications`, requestId, read: readList });
}

/** update-customer-qualification, in the spelling of its document; the code goes in the body (newer form). */
export async function requestQualification(
  connection: Connection, { customerId, request }: ServerCallInput<'request-qualification'>, requestId: string,
): Promise<Answer<ServerCallOutput<'request-qualification'>>> {
  const { qualification, educationSegment, website = '', validationCode = '' } = request;
  return ask(connection, {
    method: 'POST',
    path: `/v1/customers/${customerId}/qualifications`,
    requestId,
    body: {
      Qualification: qualification,
      ...(educationSegment === undefined ? {} : { EducationSegment: educationSegment }),
      ...(website === '' ? {} : { Website: website }),
      ...(validationCode === '' ? {} : { ValidationCode: validationCode }),
    },
    read: (body) => {
      const made = readQualification(body);
      return made && { qualification: made };
    },
  });
}

/** get-validation-codes */
export async function readValidationCodes(
  connection: Connection, _input: ServerCallInput<'read-validation-codes'>, requestId: string,
): Promise<Answer<ServerCallOutput<'read-validation-codes'>>> {
  return ask(connection, { method: 'GET', path: '/v1/customers/all/validations', requestId, read: readCodes });
}

/** get-customer-validation-status */
export async function readValidationStatus(
  connection: Connection, { customerId }: ServerCallInput<'read-validation-status'>, requestId: string,
): Promise<Answer<ServerCallOutput<'read-validation-status'>>> {
  const path = `/v1/customers/${customerId}/validationStatus?type=account`;
  return ask(connection, { method: 'GET', path, requestId, read: readStatus });
}
