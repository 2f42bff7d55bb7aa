import type { CartDraft } from '../../../../shared/domain/draft.ts';
import type { DraftId } from '../../../../shared/ids.ts';
import type { Instant } from '../../../../shared/instant.ts';

/** Longest name of a cart (CartDraft.name). */
export const longestName = 100;

/**
 * A cart like another one, for the same customer. What was confirmed for the first is not confirmed for the second: the
 * partner's statement and the attestations of its lines are given again.
 */
export function copiedCart(cart: CartDraft, made: { readonly id: DraftId; readonly at: Instant; readonly name: string }): CartDraft {
  return {
    ...cart,
    id: made.id,
    createdAt: made.at,
    updatedAt: made.at,
    name: made.name.slice(0, longestName),
    attestationAccepted: false,
    lines: cart.lines.map(({ attestationAccepted: _given, ...line }) => line),
  };
}

/** The cart under another name; without one when it is empty. */
export function renamedCart({ name: _before, ...cart }: CartDraft, name: string): CartDraft {
  const trimmed = name.trim();
  return trimmed === '' ? cart : { ...cart, name: trimmed.slice(0, longestName) };
}
