import type { CartDraft } from '../../../shared/domain/draft.ts';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { newDraftId } from '../../../shared/ids.ts';
import { instantOf } from '../../../shared/instant.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import type { Services } from '../../platform/services.tsx';

type Order = OperationOf<'place-order'>;

export const refusedLines = ({ state, payload }: Order): readonly CartLine[] => {
  if (state.name !== 'done' || state.result.kind !== 'place-order') return [];
  const refused = new Set(state.result.lines.filter((line) => line.state === 'refused').map((line) => line.lineId));
  return payload.lines.filter((line) => refused.has(line.id));
};

/** A new cart with some lines of an order; its attestation and what was confirmed must be given again. */
export async function cartOfOrder(
  { work, mirror, account }: Pick<Services, 'work' | 'mirror' | 'account'>, order: Order, lines: readonly CartLine[],
): Promise<CartDraft> {
  const { customer, customerName, market, currency, reseller, listDate } = order.payload;
  const record = customer.kind === 'tenant' ? await mirror.customer(customer.customerId) : undefined;
  const maker = customer.kind === 'pending' ? await work.operation(customer.operationId) : undefined;
  const domain = record?.row.domain ?? (maker?.kind === 'create-customer' ? maker.payload.form.domain : '');
  // Part of this order went through, so Microsoft had the agreement; or the customer's page says so.
  const isOnFile = order.state.name === 'done' || record?.agreement?.isAccepted === true;
  const now = instantOf(new Date());
  const draft: CartDraft = {
    kind: 'cart', id: newDraftId(), accountId: account.id, state: 'open', createdAt: now, updatedAt: now,
    customer, customerName, domain, market, currency, reseller, lines: [...lines], attestationAccepted: false,
    ...(isOnFile ? { agreement: { kind: 'on-file' } } : {}),
    ...(listDate === undefined ? {} : { listDate }),
  };
  await work.saveDraft(draft);
  return draft;
}
