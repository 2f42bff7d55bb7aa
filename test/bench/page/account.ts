import { AccountId } from '../../../shared/ids.ts';

/** The one account of a bench profile. */
export const benchAccount = AccountId.parse('019ab000-0000-7000-8000-000000000001');
