import type { SubscriptionEdits } from '../subscription/subscription-edits.ts';
import type { AtTermEnd, SupportContact } from '../subscription/subscription.ts';

/** Seats as they are asked for: a number, or so many more than there are. */
export interface SeatWish {
  readonly how: 'set' | 'add';
  readonly count: number;
}

/** What is to become of a subscription, before anybody looked at how it stands. Absent: left as it is. */
export interface Wish {
  readonly seats?: SeatWish;
  readonly autoRenew?: boolean;
  /** Where auto-renew is to be off: what follows. */
  readonly atTermEnd?: AtTermEnd;
  readonly name?: string;
  readonly status?: 'active' | 'suspended';
  readonly reseller?: NonNullable<SubscriptionEdits['reseller']>;
  readonly contact?: SupportContact;
}

/** What can be done to many subscriptions at once. `table`: what the lines of a file say; `undo`: back to before another change. */
export const bulkKinds = [
  'reseller', 'replace', 'contact', 'auto-renew', 'seats', 'status', 'table', 'undo',
] as const;
export type BulkKind = (typeof bulkKinds)[number];
