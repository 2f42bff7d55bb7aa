import { z } from 'zod';

/** The object id of a user in a customer's tenant. */
export const CustomerUserId = z.guid();

/** A user of a customer's tenant, as far as the app shows it (list-customer-users). */
export const CustomerUser = z.object({
  id: CustomerUserId,
  /** userPrincipalName: what the user signs in with. */
  userName: z.string().min(1),
  displayName: z.string(),
  /** `active` or `inactive`, or what else the service says. */
  state: z.string(),
});
export type CustomerUser = z.infer<typeof CustomerUser>;
