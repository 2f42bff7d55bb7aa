import { failure } from '../../shared/contract/failure.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { readCustomerUser, readRoleName } from '../../shared/partner-center/readers/users.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { map } from './answer.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import { askAll } from './collections.ts';
import type { Connection } from './http.ts';

const pathOf = (customerId: string, userId: string): string => `/v1/customers/${customerId}/users/${userId}`;

/** Users are reached with a role that the customer grants (create-customer-user, error 900308), not with one of our own tenant. */
const reword = (refusal: Failure): Failure =>
  refusal.code === 'role-missing' ? { ...refusal, ...failure('user-role-missing') } : refusal;

/** list-customer-users */
export async function listUsers(
  connection: Connection, { customerId }: ServerCallInput<'list-users'>, requestId: string,
): Promise<Answer<ServerCallOutput<'list-users'>>> {
  const asked = { path: `/v1/customers/${customerId}/users`, requestId, reword };
  return map(await askAll(connection, asked, readCustomerUser), (users) => ({ users: [...users] }));
}

/** get-user-roles */
export async function readUserRoles(
  connection: Connection, { customerId, userId }: ServerCallInput<'read-user-roles'>, requestId: string,
): Promise<Answer<ServerCallOutput<'read-user-roles'>>> {
  const asked = { path: `${pathOf(customerId, userId)}/directoryroles`, requestId, reword };
  return map(await askAll(connection, asked, readRoleName), (roles) => ({ roles: [...roles] }));
}

/** What a reset needs, with what must never leave the main process. */
export interface PasswordReset {
  readonly customerId: string;
  readonly userId: string;
  readonly password: string;
}

/** reset-user-password, on its newer path. The answer echoes the password, so nothing of it is read. */
export async function resetUserPassword(
  connection: Connection, { customerId, userId, password }: PasswordReset, requestId: string,
): Promise<Answer<ServerCallOutput<'reset-password'>>> {
  return ask(connection, {
    method: 'PATCH',
    path: `${pathOf(customerId, userId)}/resetpassword`,
    requestId,
    body: { passwordProfile: { password, forceChangePassword: true }, attributes: { objectType: 'CustomerUser' } },
    read: () => ({ userId }),
    reword,
  });
}
