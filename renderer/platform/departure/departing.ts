import type { CartDraft } from '../../../shared/domain/draft.ts';
import { DraftId } from '../../../shared/ids.ts';
import type { OperationId } from '../../../shared/ids.ts';
import { isOpen } from '../../../shared/sync/operation.ts';
import type { Operation, OperationOf } from '../../../shared/sync/operation.ts';

/** A cart that is to leave: a draft on screen, or an order of the outbox looked at as the cart it was. */
export interface Departing {
  readonly cart: CartDraft;
  /** The operation it became; undefined for a draft. */
  readonly operationId: OperationId | undefined;
}

type PlaceOrder = OperationOf<'place-order'>;

/** How the order came by its agreement; orders of older versions do not say, and wait for the operation that attests it. */
function agreementOf({ dependsOn, payload }: PlaceOrder, all: readonly Operation[]): CartDraft['agreement'] {
  const maker = all.find((one) => one.kind === 'confirm-agreement' && dependsOn.includes(one.id));
  if (maker?.kind === 'confirm-agreement') {
    return { kind: 'to-confirm', contact: maker.payload.contact, dateAgreed: maker.payload.dateAgreed };
  }
  if (payload.agreementWay !== 'invited') return { kind: 'on-file' };
  const { customerName } = payload;
  // Whom the invitation went to is not part of the order; that the customer was asked is what counts here.
  return { kind: 'invited', contact: { firstName: customerName, lastName: '', email: '', phoneNumber: '' } };
}

function cartOf(order: PlaceOrder, all: readonly Operation[]): CartDraft {
  const { customer, customerName, market, currency, reseller, lines, listDate, additionalPartnerIds } = order.payload;
  const agreement = agreementOf(order, all);
  return {
    kind: 'cart', id: order.draftId ?? DraftId.parse(order.id), accountId: order.accountId, state: 'confirmed',
    createdAt: order.createdAt, updatedAt: order.createdAt,
    customer, customerName, domain: '', market, currency, reseller, lines: [...lines], attestationAccepted: true,
    ...(agreement === undefined ? {} : { agreement }),
    ...(listDate === undefined ? {} : { listDate }),
    ...(additionalPartnerIds === undefined ? {} : { additionalPartnerIds }),
  };
}

/** The orders of the outbox that have not left yet. One that may be under way is beyond any check. */
export const departingOrders = (operations: readonly Operation[]): readonly Departing[] =>
  operations.flatMap((one) =>
    one.kind === 'place-order' && isOpen(one) && one.state.name !== 'sending' && one.state.name !== 'unknown'
      ? [{ cart: cartOf(one, operations), operationId: one.id }]
      : []);
