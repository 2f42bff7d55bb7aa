import { withEdits } from '../../../shared/domain/subscription/edited-fields.ts';
import { fieldsOf } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { EditedField, SubscriptionFields } from '../../../shared/domain/subscription/subscription-edits.ts';
import { isActiveSubscription, isSuspended } from '../../../shared/domain/subscription/subscription.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import type { Promotion } from '../../../shared/domain/catalogue/promotion.ts';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import { isOpen } from '../../../shared/sync/operation.ts';
import type { ChangeKind, OperationOf } from '../../../shared/sync/operation.ts';

/** What the address asks for: which form is open, and with what it begins. */
export interface Asked {
  /** A change that was refused or waits. */
  readonly operation: string | undefined;
  /** `?reseller=` */
  readonly resellerId: string | undefined;
  /** `?seats=` */
  readonly seats: number | undefined;
  /** `?schedule=`: the seats of the next term; `NaN` where it names none. */
  readonly schedule: number | undefined;
}

/** What the parts of the page that change something are given. */
export interface EditProps {
  readonly record: CustomerRecord;
  readonly subscription: Subscription;
  /** All changes of it that were confirmed here, oldest first. */
  readonly changes: readonly OperationOf<ChangeKind>[];
  /** Its SKU in the copy's catalogue, for limits and prices. */
  readonly offer: Offer | undefined;
  /** Every offer of the customer's country, and its promotions. */
  readonly offers: readonly Offer[];
  readonly promotions: readonly Promotion[];
  readonly asked: Asked;
}

/** The edits of a subscription that are not at their end, oldest first. */
export const openEdits = (changes: readonly OperationOf<ChangeKind>[]): readonly OperationOf<'change-subscription'>[] =>
  changes.filter((one) => one.kind === 'change-subscription').filter(isOpen);

/** Whether the address asks for the change that holds one of these fields: its form is open then. */
export const isFieldAsked = ({ changes, asked }: Pick<EditProps, 'changes' | 'asked'>, field: EditedField): boolean =>
  openEdits(changes).some(({ id, payload }) => id === asked.operation && payload.edits[field] !== undefined);

/** Whether a field is part of what waits: what stands on the server then takes it back. */
export const isFieldHeld = ({ changes }: Pick<EditProps, 'changes'>, field: EditedField): boolean =>
  openEdits(changes).some(({ payload }) => payload.edits[field] !== undefined);

/** How the subscription stands once all that is open was sent: what a form begins with. */
export const wantedFields = ({ subscription, changes }: Pick<EditProps, 'subscription' | 'changes'>): SubscriptionFields =>
  openEdits(changes).reduce((fields, { payload }) => withEdits(fields, payload.edits), fieldsOf(subscription));

/** Why nothing of a subscription can be changed now; the sentence is `subscription.blocked.<why>`. */
export const blocks = ['over', 'cancelling', 'upgrading', 'suspended'] as const;
export type Block = (typeof blocks)[number];

/** Nothing of one that is over or about to be; of a suspended one only its status (800091). */
export function blockOf({ subscription, changes }: Pick<EditProps, 'subscription' | 'changes'>): Block | undefined {
  if (changes.some((one) => one.kind === 'cancel-subscription' && isOpen(one))) return 'cancelling';
  if (changes.some((one) => one.kind === 'transition-subscription' && isOpen(one))) return 'upgrading';
  if (isSuspended(subscription)) return 'suspended';
  return isActiveSubscription(subscription) ? undefined : 'over';
}
