import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Answer, type Call, readBody, requiredText, type Route } from './call.ts';
import { collection, link } from './collection.ts';
import { withCustomer } from './customer-lookup.ts';
import { refuse } from './errors.ts';
import { passwordHash, temporaryPassword } from './idempotency.ts';
import type { Customer } from './seed/customers.ts';
import { guidFromText } from './seed/numbers.ts';
import { type UserRecord, usersOf } from './user-records.ts';

const objectType = z.object({ objectType: z.literal('CustomerUser') }).optional();
const shortText = z.string().trim().max(50).optional();
const newUserSchema = z.object({
  usageLocation: z.string().regex(/^[a-z]{2}$/iu, 'not a country'),
  userPrincipalName: z.email().max(113),
  displayName: requiredText(50),
  firstName: shortText,
  lastName: shortText,
  immutableId: z.string().max(100).optional(),
  passwordProfile: z.object({ password: z.string().optional(), forceChangePassword: z.boolean().optional() }).optional(),
  attributes: objectType,
});
const resetSchema = z.object({
  passwordProfile: z.object({ password: z.string(), forceChangePassword: z.boolean() }),
  attributes: z.object({ objectType: z.literal('CustomerUser') }),
});

const adminRole = { id: guidFromText('practice directory role of administrators'), name: 'Global Administrator' };

/** Directory passwords: 8 to 256 characters, three kinds of signs at least (Microsoft Entra ID, password policies). */
function isStrong(password: string): boolean {
  const kinds = [/[a-z]/u, /[A-Z]/u, /\d/u, /[^A-Za-z\d]/u].filter((kind) => kind.test(password)).length;
  return password.length >= 8 && password.length <= 256 && kinds >= 3;
}
const refusePassword = (): Answer => refuse(400, '3000', 'The password is too weak.', ['passwordProfile.password']);

function resource({ tenantId }: Customer, { isAdmin: _isAdmin, ...user }: UserRecord): Readonly<Record<string, unknown>> {
  return {
    ...user,
    userDomainType: 'none',
    state: 'active',
    links: { self: link(`/customers/${tenantId}/users/${user.id}`) },
    attributes: { objectType: 'CustomerUser' },
  };
}

/** An answer with the password in it: given once, with the answer to the write. */
const withPassword = (customer: Customer, user: UserRecord, password: string, forceChangePassword: boolean): object => ({
  ...resource(customer, user),
  passwordProfile: { forceChangePassword, password },
  lastDirectorySyncTime: null,
  softDeletionTime: null,
});

/** Users are reached with a role in the customer's tenant that the customer grants and may withdraw (create-customer-user, error 900308). */
const withRole = (answer: (call: Call, customer: Customer) => Answer): ((call: Call) => Answer) =>
  withCustomer((call, customer) =>
    call.state.conditions.lacksUserRole
      ? refuse(403, '900308', 'The partner has no role in the customer tenant that allows this.')
      : answer(call, customer),
  );

const withUser = (answer: (call: Call, customer: Customer, user: UserRecord) => Answer): ((call: Call) => Answer) =>
  withRole((call, customer) => {
    const id = call.params['userId'] ?? '';
    const user = usersOf(call.state, customer).find((one) => one.id === id.toLowerCase());
    return user === undefined ? refuse(404, '60002', `User ${id} was not found.`) : answer(call, customer, user);
  });

/** list-customer-users. */
function list(call: Call, customer: Customer): Answer {
  const items = usersOf(call.state, customer).map((user) => resource(customer, user));
  return { status: 200, body: collection(items, `/customers/${customer.tenantId}/users`) };
}

/** create-customer-user: 200, not 201. Without a password the service makes one. */
function create(call: Call, customer: Customer): Answer {
  const read = readBody(newUserSchema, call.body);
  if (!read.ok) return read.refusal;
  const { passwordProfile, attributes: _attributes, ...fields } = read.value;
  const name = fields.userPrincipalName.toLowerCase();
  const isTaken = usersOf(call.state, customer).some((one) => one.userPrincipalName.toLowerCase() === name);
  if (isTaken || !name.endsWith(`@${customer.domain.toLowerCase()}`)) {
    return refuse(400, '3000', 'The user name must be a free one of a domain of the customer.', ['userPrincipalName']);
  }
  const password = passwordProfile?.password ?? temporaryPassword(call.state.secret, call.requestId);
  if (!isStrong(password)) return refusePassword();
  const user: UserRecord = { ...fields, id: randomUUID(), usageLocation: fields.usageLocation.toUpperCase(), isAdmin: false };
  return {
    status: 200,
    body: withPassword(customer, user, password, passwordProfile?.forceChangePassword ?? true),
    performed: {
      effect: 'created-user',
      tenantId: customer.tenantId,
      events: [{ type: 'user-created', tenantId: customer.tenantId, user, passwordHash: passwordHash(password) }],
    },
  };
}

/** reset-user-password, on its own path and on the one of 2021. */
function reset(call: Call, customer: Customer, user: UserRecord): Answer {
  const read = readBody(resetSchema, call.body);
  if (!read.ok) return read.refusal;
  const { password, forceChangePassword } = read.value.passwordProfile;
  if (!isStrong(password)) return refusePassword();
  return {
    status: 200,
    body: withPassword(customer, user, password, forceChangePassword),
    performed: {
      effect: 'reset-password',
      tenantId: customer.tenantId,
      events: [{ type: 'password-reset', userId: user.id, passwordHash: passwordHash(password) }],
    },
  };
}

function roles(customer: Customer, user: UserRecord): Answer {
  const items = user.isAdmin ? [{ ...adminRole, attributes: { objectType: 'DirectoryRole' } }] : [];
  return { status: 200, body: collection(items, `/customers/${customer.tenantId}/users/${user.id}/directoryroles`) };
}

const USERS = '/v1/customers/:customerId/users';
const ONE = `${USERS}/:userId`;

/** Users of a customer's tenant. */
export const userRoutes: readonly Route[] = [
  { method: 'GET', path: USERS, scenario: 'list-customer-users', answer: withRole(list) },
  { method: 'POST', path: USERS, scenario: 'create-customer-user', answer: withRole(create) },
  {
    method: 'GET',
    path: ONE,
    scenario: 'get-customer-user',
    answer: withUser((_call, customer, user) => ({ status: 200, body: resource(customer, user) })),
  },
  {
    method: 'GET',
    path: `${ONE}/directoryroles`,
    scenario: 'get-user-roles',
    answer: withUser((_call, customer, user) => roles(customer, user)),
  },
  { method: 'PATCH', path: ONE, scenario: 'reset-user-password', answer: withUser(reset) },
  { method: 'PATCH', path: `${ONE}/resetpassword`, scenario: 'reset-user-password', answer: withUser(reset) },
];
