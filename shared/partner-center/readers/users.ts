import { CustomerUser } from '../../domain/customer/customer-user.ts';
import { wireRecord, wireText } from './case.ts';

/** One item of list-customer-users. Undefined when it names no user. */
export function readCustomerUser(item: unknown): CustomerUser | undefined {
  const user = wireRecord(item);
  return CustomerUser.safeParse({
    id: wireText(user, 'id')?.toLowerCase(),
    userName: wireText(user, 'userPrincipalName'),
    displayName: wireText(user, 'displayName') ?? '',
    state: wireText(user, 'state') ?? '',
  }).data;
}

/** The name of one directory role (get-user-roles). */
export const readRoleName = (item: unknown): string | undefined => wireText(wireRecord(item), 'name');
