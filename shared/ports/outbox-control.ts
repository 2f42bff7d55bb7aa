import type { AddressForm } from '../domain/customer/customer-form.ts';
import type { EditedField } from '../domain/subscription/subscription-edits.ts';
import type { CustomerTenantId, OperationId } from '../ids.ts';
import type { Result } from '../result.ts';
import type { EditedPayload } from '../sync/operation.ts';

/** What a person answers when an operation needs a decision. */
export type Decision =
  /**
   * Take the server's values (prices, offers, the reseller or contact that is there now) as known and go on; of an order,
   * without some of its lines.
   */
  | { readonly kind: 'accept'; readonly dropLines?: readonly number[] }
  | { readonly kind: 'use-address'; readonly address: AddressForm }
  | { readonly kind: 'keep-address' }
  /** A person looked the taken domain up: this customer of ours is the one an earlier try made (failure story F16). */
  | { readonly kind: 'adopt-customer'; readonly customerId: CustomerTenantId; readonly domain: string }
  | { readonly kind: 'drop-lines'; readonly lineIds: readonly number[] }
  /** Of edits of a subscription that somebody else changed: these stay as I want them, the others as the server has them. */
  | { readonly kind: 'keep-fields'; readonly fields: readonly EditedField[] }
  /** Only a person may send an order again whose fate is not known. */
  | { readonly kind: 'send-again' };

/** What a person may do with the outbox. Answers name why not, in words the screen can show. */
export interface OutboxControl {
  /** Looks for something to send now. Cheap; call it whenever something may have changed. */
  wake(): void;
  /** Cancels the operation and all that depends on it. Refused once a write of any of them may have reached the server. */
  cancel(id: OperationId): Promise<Result<readonly OperationId[]>>;
  /**
   * Cancels those of the operations of which nothing that cannot be taken back may have reached the server, without what depends on
   * them; the others go on. Answers how many were cancelled.
   */
  cancelAll(ids: readonly OperationId[]): Promise<number>;
  decide(id: OperationId, decision: Decision): Promise<Result<void>>;
  /** Replaces the payload of a refused (or not yet sent) operation and sends it as new steps with new request ids. */
  edit(id: OperationId, payload: EditedPayload): Promise<Result<void>>;
  /** Tries a refused operation again as it is, as new steps. */
  retry(id: OperationId): Promise<Result<void>>;
  /** A person saw the refused lines of a finished order: it no longer counts among what needs one. */
  acknowledge(id: OperationId): Promise<Result<void>>;
  /** Stops sending and lets the lock go. */
  stop(): Promise<void>;
}
