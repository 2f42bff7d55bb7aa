import type { CartDraft } from '../../../../shared/domain/draft.ts';
import { PartnerId } from '../../../../shared/ids.ts';
import type { Result } from '../../../../shared/result.ts';
import { err, ok } from '../../../../shared/result.ts';

/** How many resellers may take part beside the one that is credited (create-cart, participants). */
export const mostFurtherPartners = 5;

/** Why a Partner ID cannot be added; the sentence is `carts.further.wrong.<code>`. */
export const furtherPartnerMistakes = ['format', 'own', 'credited', 'twice', 'full'] as const;
export type FurtherPartnerMistake = (typeof furtherPartnerMistakes)[number];

/** The Partner ID that was typed, when it may stand on the lines beside the credited reseller's. */
export function furtherPartner(
  typed: string, cart: Pick<CartDraft, 'reseller' | 'additionalPartnerIds'>, ownPartnerId: string | undefined,
): Result<PartnerId, FurtherPartnerMistake> {
  const read = PartnerId.safeParse(typed.trim());
  if (!read.success) return err('format');
  const there = cart.additionalPartnerIds ?? [];
  if (read.data === ownPartnerId) return err('own');
  if (cart.reseller?.kind === 'reseller' && cart.reseller.partnerId === read.data) return err('credited');
  if (there.includes(read.data)) return err('twice');
  return there.length >= mostFurtherPartners ? err('full') : ok(read.data);
}

/** The cart with other further resellers; with none of them the list is absent. */
export function withFurtherPartners({ additionalPartnerIds: _before, ...cart }: CartDraft, ids: readonly PartnerId[]): CartDraft {
  return ids.length === 0 ? cart : { ...cart, additionalPartnerIds: [...ids] };
}
