import type { CartDraft } from '../../../shared/domain/draft.ts';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { skuOf } from '../../../shared/domain/catalogue/sku.ts';
import { newDraftId } from '../../../shared/ids.ts';
import { instantOf } from '../../../shared/instant.ts';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import type { Services } from '../../platform/services.tsx';

type Order = OperationOf<'place-order'>;

export const refusedLines = ({ state, payload }: Order): readonly CartLine[] => {
  if (state.name !== 'done' || state.result.kind !== 'place-order') return [];
  const refused = new Set(state.result.lines.filter((line) => line.state === 'refused').map((line) => line.lineId));
  return payload.lines.filter((line) => refused.has(line.id));
};

/** The subscription a line of an order became: named in its answer, or listed since, for it may come late (checkout-cart, notes). */
function subscriptionOf({ state }: Order, line: CartLine, record: CustomerRecord | undefined): string | undefined {
  if (state.name !== 'done' || state.result.kind !== 'place-order') return undefined;
  const outcome = state.result.lines.find(({ lineId }) => lineId === line.id);
  if (outcome?.state !== 'ordered') return undefined;
  const order = record?.orders?.find(({ id }) => id === outcome.orderId);
  const ofLine = skuOf(line.catalogItemId);
  const listed = order?.lines.find(({ offerId, quantity }) => skuOf(offerId) === ofLine && quantity === line.quantity);
  return outcome.subscriptionId ?? listed?.subscriptionId;
}

/** An add-on whose base was bought while it was refused is for the subscription that the base became. */
function withBase(line: CartLine, order: Order, lines: readonly CartLine[], record: CustomerRecord | undefined): CartLine {
  const { addonOf } = line;
  if (addonOf?.kind !== 'line' || lines.some(({ id }) => id === addonOf.lineId)) return line;
  const base = order.payload.lines.find(({ id }) => id === addonOf.lineId);
  const subscriptionId = base && subscriptionOf(order, base, record);
  return base && subscriptionId ? { ...line, addonOf: { kind: 'subscription', subscriptionId, name: base.title } } : line;
}

/** How the new cart knows of the agreement: part of the order went through, the customer's page says so, or it was asked for. */
function agreementOf(order: Order, record: CustomerRecord | undefined, before: CartDraft | undefined): Pick<CartDraft, 'agreement'> {
  if (order.state.name === 'done' || record?.agreement?.isAccepted === true) return { agreement: { kind: 'on-file' } };
  return before?.agreement?.kind === 'invited' ? { agreement: before.agreement } : {};
}

/** A new cart with some lines of an order; its attestation and what was confirmed must be given again. */
export async function cartOfOrder(
  { work, mirror, account }: Pick<Services, 'work' | 'mirror' | 'account'>, order: Order, lines: readonly CartLine[],
): Promise<CartDraft> {
  const { customer, customerName, market, currency, reseller, listDate, additionalPartnerIds, purchaseOrderReference, notes } = order.payload;
  const record = customer.kind === 'tenant' ? await mirror.customer(customer.customerId) : undefined;
  const maker = customer.kind === 'pending' ? await work.operation(customer.operationId) : undefined;
  const confirmed = order.draftId === undefined ? undefined : await work.draft(order.draftId);
  const before = confirmed?.kind === 'cart' ? confirmed : undefined;
  const domain = record?.row.domain ?? (maker?.kind === 'create-customer' ? maker.payload.form.domain : '');
  const now = instantOf(new Date());
  const draft: CartDraft = {
    kind: 'cart', id: newDraftId(), accountId: account.id, state: 'open', createdAt: now, updatedAt: now,
    customer, customerName, domain, market, currency, reseller, attestationAccepted: false,
    lines: lines.map((line) => withBase(line, order, lines, record)),
    ...agreementOf(order, record, before),
    ...(before?.name !== undefined && { name: before.name }),
    ...(additionalPartnerIds !== undefined && { additionalPartnerIds }),
    ...(purchaseOrderReference !== undefined && { purchaseOrderReference }),
    ...(notes !== undefined && { notes }),
    ...(listDate !== undefined && { listDate }),
  };
  await work.saveDraft(draft);
  return draft;
}
