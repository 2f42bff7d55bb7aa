import type { CartLine } from '../../shared/domain/cart/cart-line.ts';
import type { ServerCallInput, ServerCart } from '../../shared/partner-center/server-call.ts';

type CartInput = Pick<ServerCallInput<'create-cart'>, 'lines' | 'additionalPartnerIds'>;

interface Base {
  readonly line: CartLine;
  readonly addons: readonly CartLine[];
}

/**
 * Each line with the add-ons that are bought with it. An add-on whose base is not a line of its own stands alone: the
 * server judges it, and the comparison with what was confirmed finds it.
 */
function basesOf(lines: readonly CartLine[]): readonly Base[] {
  const baseOf = ({ id, addonOf }: CartLine): CartLine | undefined =>
    addonOf?.kind === 'line' ? lines.find((one) => one.id === addonOf.lineId && one.id !== id && one.addonOf?.kind !== 'line') : undefined;
  return lines
    .filter((line) => baseOf(line) === undefined)
    .map((line) => ({ line, addons: lines.filter((one) => baseOf(one) === line) }));
}

/** The lines in the order in which they are sent, each base before its add-ons: the place is the id on the wire. */
export const inWireOrder = (lines: readonly CartLine[]): readonly CartLine[] =>
  basesOf(lines).flatMap(({ line, addons }) => [line, ...addons]);

/** Who is credited on a line: the reseller, and beside it the further ones, who get no incentive (create-cart, participants). */
function participantsOf({ partnerId }: CartLine, additional: CartInput['additionalPartnerIds']): object {
  if (partnerId === undefined) return {};
  const others = (additional ?? []).map((value) => ({ key: 'additional_transaction_reseller', value }));
  return { participants: [{ key: 'transaction_reseller', value: partnerId }, ...others] };
}

const wireLine = (line: CartLine, id: number, additional: CartInput['additionalPartnerIds']): object => ({
  id,
  catalogItemId: line.catalogItemId,
  quantity: line.quantity,
  billingCycle: line.billingCycle,
  termDuration: line.termDuration,
  ...participantsOf(line, additional),
  ...(line.addonOf?.kind === 'subscription' && { provisioningContext: { ParentSubscriptionId: line.addonOf.subscriptionId } }),
  ...(line.promotion !== undefined && { promotionId: line.promotion.id }),
  ...(line.customTermEnd !== undefined && { customTermEndDate: line.customTermEnd }),
  ...(line.renewsTo !== undefined && { renewsTo: { termDuration: line.renewsTo } }),
  ...(line.attestationAccepted !== undefined && { attestationAccepted: line.attestationAccepted }),
});

/**
 * Lines as create-cart wants them: ids 0..n-1 over lines and add-ons, add-ons of a new base inside it as `addonItems`,
 * those of a subscription the customer has as lines of their own (create-cart-with-addons, notes). Ours may have gaps.
 */
export function wireLines({ lines, additionalPartnerIds }: CartInput): readonly object[] {
  const order = inWireOrder(lines);
  const wired = (line: CartLine): object => wireLine(line, order.indexOf(line), additionalPartnerIds);
  return basesOf(lines).map(({ line, addons }) => ({
    ...wired(line),
    ...(addons.length > 0 && { addonItems: addons.map(wired) }),
  }));
}

/** The server's cart with our ids on its lines. */
export function withOwnIds(cart: ServerCart, lines: readonly CartLine[]): ServerCart {
  const order = inWireOrder(lines);
  const own = (id: number): number => order[id]?.id ?? id;
  return {
    ...cart,
    lines: cart.lines.map((line) => ({
      ...line,
      id: own(line.id),
      ...(line.addonOf !== undefined && { addonOf: own(line.addonOf) }),
    })),
  };
}
