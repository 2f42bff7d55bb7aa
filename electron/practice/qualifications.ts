import { z } from 'zod';
import { type Answer, type Call, readBody, type Route } from './call.ts';
import { withCustomer } from './customer-lookup.ts';
import { refuse } from './errors.ts';
import type { Performed } from './ledger.ts';
import { type QualificationName, type QualificationRecord, requestable, standingOf } from './qualification-records.ts';
import type { Customer } from './seed/customers.ts';
import { provider } from './seed/provider.ts';
import type { State } from './state.ts';

const CODES = [
  { validationId: '12345', organizationName: 'Comune di Esempio', maxCreates: 5 },
  { validationId: '987654', organizationName: 'Ministero di Esempio', maxCreates: 1 },
] as const;

function seeded(state: State, tenantId: string): readonly QualificationRecord[] {
  const qualification = state.seed.qualificationOf(tenantId);
  return qualification === undefined ? [] : [{ qualification, requestedAt: '2025-02-03T09:00:00.000Z', isSettled: true }];
}

/** The latest request of each qualification. */
function recordsOf(state: State, tenantId: string): readonly QualificationRecord[] {
  const all = [...seeded(state, tenantId), ...(state.qualifications.get(tenantId) ?? [])];
  return [...new Map(all.map((record) => [record.qualification, record])).values()];
}

/** The qualifications a customer has: what it may buy beyond the commercial segment follows from them. */
export function approvedQualifications(state: State, tenantId: string, now: Date): readonly QualificationName[] {
  const approved = recordsOf(state, tenantId).filter((record) => standingOf(record, now).vettingStatus === 'Approved');
  return approved.map(({ qualification }) => qualification);
}

function resource(record: QualificationRecord, now: Date): object {
  return { qualification: record.qualification, ...standingOf(record, now), vettingCreatedDate: record.requestedAt };
}

/** get-customer-qualifications: a plain list, no collection. */
function list(call: Call, customer: Customer): Answer {
  return { status: 200, body: recordsOf(call.state, customer.tenantId).map((record) => resource(record, call.now)) };
}

const requestSchema = z
  .object({
    qualification: z.enum(requestable),
    educationSegment: z.enum(['K12', 'HigherEducation']).optional(),
    website: z.string().trim().max(500).optional(),
    validationCode: z.string().trim().max(50).optional(),
  })
  .refine(({ qualification, educationSegment }) => qualification !== 'Education' || educationSegment !== undefined, {
    message: 'needed with Education',
    path: ['educationSegment'],
  });

const usesOf = (state: State, code: string): number =>
  [...state.qualifications.values()].flat().filter(({ validationCode }) => validationCode === code).length;

const remaining = (state: State, code: (typeof CODES)[number]): number => code.maxCreates - usesOf(state, code.validationId);

/** The code in the body, or as of 2021 in the query. */
function refuseCode(call: Call, code: string | undefined): Answer | undefined {
  const known = CODES.find(({ validationId }) => validationId === code);
  if (known === undefined) return refuse(400, '3000', 'A validation code of this partner is required.', ['validationCode']);
  const isLeft = remaining(call.state, known) > 0;
  return isLeft ? undefined : refuse(400, '3000', 'The validation code has been used up.', ['validationCode']);
}

function refuseRepeated(call: Call, customer: Customer, qualification: QualificationName): Answer | undefined {
  const before = recordsOf(call.state, customer.tenantId).find((record) => record.qualification === qualification);
  if (before === undefined || standingOf(before, call.now).vettingStatus === 'Denied') return undefined;
  return refuse(409, '800002', `${qualification} was requested or approved before.`, ['qualification']);
}

const performed = (customer: Customer, record: QualificationRecord): Performed => ({
  effect: 'requested-qualification',
  tenantId: customer.tenantId,
  events: [{ type: 'qualification-requested', customerTenantId: customer.tenantId, record }],
});

/** update-customer-qualification: taken at once, looked into afterwards. The reply names the date otherwise than the list does. */
function request(call: Call, customer: Customer): Answer {
  const read = readBody(requestSchema, call.body);
  if (!read.ok) return read.refusal;
  const { qualification, website } = read.value;
  const isCommunity = qualification === 'GovernmentCommunityCloud';
  const validationCode = isCommunity ? (read.value.validationCode ?? call.query.code) : undefined;
  const refusal =
    refuseRepeated(call, customer, qualification) ?? (isCommunity ? refuseCode(call, validationCode) : undefined);
  if (refusal !== undefined) return refusal;
  const record: QualificationRecord = { qualification, requestedAt: call.now.toISOString(), website, validationCode };
  return {
    status: 201,
    body: { qualification, ...standingOf(record, call.now), vettingCreateDate: record.requestedAt },
    performed: performed(customer, record),
  };
}

/** get-customer-qualification-legacy: one word, the first that is approved. */
function readLegacy(call: Call, customer: Customer): Answer {
  const [first = 'None'] = approvedQualifications(call.state, customer.tenantId, call.now);
  return { status: 200, body: first.toLowerCase() };
}

const legacyNames: ReadonlyMap<unknown, QualificationName> = new Map<unknown, QualificationName>([
  ['education', 'Education'],
  [1, 'Education'],
  ['governmentcommunitycloud', 'GovernmentCommunityCloud'],
]);

/** update-customer-qualification-legacy: in force at once. */
function setLegacy(call: Call, customer: Customer): Answer {
  const { body } = call;
  const qualification = legacyNames.get(typeof body === 'string' ? body.toLowerCase() : body);
  if (qualification === undefined) return refuse(400, '3000', 'This qualification cannot be set.', ['qualification']);
  const isCommunity = qualification === 'GovernmentCommunityCloud';
  const refusal = isCommunity ? refuseCode(call, call.query.code) : undefined;
  if (refusal !== undefined) return refusal;
  const record: QualificationRecord = {
    qualification,
    requestedAt: call.now.toISOString(),
    validationCode: isCommunity ? call.query.code : undefined,
    isSettled: true,
  };
  return { status: 200, body: qualification.toLowerCase(), performed: performed(customer, record) };
}

/** get-validation-codes */
function validationCodes(call: Call): Answer {
  const body = CODES.map((code) => ({
    partnerId: provider.tenantId,
    organizationName: code.organizationName,
    validationId: code.validationId,
    maxCreates: code.maxCreates,
    remainingCreates: remaining(call.state, code),
    eTag: `W/"${code.validationId}-${usesOf(call.state, code.validationId)}"`,
  }));
  return { status: 200, body };
}

/** get-customer-validation-status: of fifty seeded customers one is still looked into, the others have passed. */
function validationStatus(call: Call, customer: Customer): Answer {
  if (call.query.type?.toLowerCase() !== 'account') return refuse(400, '3000', 'type must be account.', ['type']);
  const index = call.state.seed.customerIndexByTenant(customer.tenantId);
  const status = index !== undefined && index % 50 === 33 ? 'VettingPending' : 'Allowed';
  return { status: 200, body: { type: 'account', status, lastUpdateDateTime: '2025-02-03T09:00:00.000Z' } };
}

const PATH = '/v1/customers/:customerId';

/** Qualifications of a customer, the codes for government clouds, and the review of the account. */
export const qualificationRoutes: readonly Route[] = [
  { method: 'GET', path: `${PATH}/qualifications`, scenario: 'get-customer-qualifications', answer: withCustomer(list) },
  { method: 'POST', path: `${PATH}/qualifications`, scenario: 'update-customer-qualification', answer: withCustomer(request) },
  { method: 'GET', path: `${PATH}/qualification`, scenario: 'get-customer-qualification-legacy', answer: withCustomer(readLegacy) },
  { method: 'PUT', path: `${PATH}/qualification`, scenario: 'update-customer-qualification-legacy', answer: withCustomer(setLegacy) },
  { method: 'GET', path: '/v1/customers/all/validations', scenario: 'get-validation-codes', answer: validationCodes },
  { method: 'GET', path: `${PATH}/validationStatus`, scenario: 'get-customer-validation-status', answer: withCustomer(validationStatus) },
];
