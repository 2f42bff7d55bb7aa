import type { CartDraft } from '../../../../shared/domain/draft.ts';

/** How long each text of a cart may be (CartDraft). */
export const cartTextLimits = { name: 100, purchaseOrderReference: 100, notes: 4000 } as const;
export type CartText = keyof typeof cartTextLimits;

/** The cart with one of its texts as typed; an empty one is none. */
export function withText(cart: CartDraft, field: CartText, text: string): CartDraft {
  const next = { ...cart };
  delete next[field];
  return text === '' ? next : { ...next, [field]: text.slice(0, cartTextLimits[field]) };
}
