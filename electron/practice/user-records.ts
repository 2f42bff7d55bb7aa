import type { Customer } from './seed/customers.ts';
import { guidFromText } from './seed/numbers.ts';
import type { State } from './state.ts';

/** A user of a customer's tenant. Its password is nowhere, only a hash of it ({@link State.userPasswords}). */
export interface UserRecord {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly usageLocation?: string | undefined;
  readonly immutableId?: string | undefined;
  readonly isAdmin: boolean;
}

/** The administrator every tenant is made with: what create-customer answers credentials for, and no usage location (list-customer-users). */
function firstAdmin({ tenantId, domain, companyName, address }: Customer): UserRecord {
  const { firstName, lastName } = address;
  return {
    id: guidFromText(`first administrator of ${tenantId.toLowerCase()}`),
    userPrincipalName: `admin@${domain}`,
    displayName: companyName,
    firstName,
    lastName,
    isAdmin: true,
  };
}

/** The person a seeded customer named as its contact has an account there. */
function contactUser({ tenantId, domain, email, address }: Customer): UserRecord {
  const { firstName = '', lastName = '', country } = address;
  return {
    id: guidFromText(`contact of ${tenantId.toLowerCase()}`),
    userPrincipalName: `${email.split('@')[0] ?? 'contact'}@${domain}`,
    displayName: `${firstName} ${lastName}`.trim(),
    firstName,
    lastName,
    usageLocation: country,
    isAdmin: false,
  };
}

/** The users of a customer: its first administrator, a seeded customer's contact, and those that were created since. */
export function usersOf(state: State, customer: Customer): readonly UserRecord[] {
  const isSeeded = !state.customers.has(customer.tenantId.toLowerCase());
  const created = state.users.get(customer.tenantId.toLowerCase()) ?? [];
  return [firstAdmin(customer), ...(isSeeded ? [contactUser(customer)] : []), ...created];
}
