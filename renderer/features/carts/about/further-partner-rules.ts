import { additionalProblem } from '../../../../shared/domain/cart/participants.ts';
import type { AdditionalProblem } from '../../../../shared/domain/cart/participants.ts';
import type { CartDraft } from '../../../../shared/domain/draft.ts';
import { PartnerId } from '../../../../shared/ids.ts';
import type { Result } from '../../../../shared/result.ts';
import { err, ok } from '../../../../shared/result.ts';

/** Why a Partner ID cannot be added; the sentence is `carts.further.wrong.<code>`. */
export type FurtherPartnerMistake = 'format' | AdditionalProblem;

/** The Partner ID that was typed, when it may stand on the lines beside the credited reseller's. */
export function furtherPartner(
  typed: string, cart: Pick<CartDraft, 'market' | 'reseller' | 'additionalPartnerIds'>, ownPartnerId: string | undefined,
): Result<PartnerId, FurtherPartnerMistake> {
  const read = PartnerId.safeParse(typed.trim());
  if (!read.success) return err('format');
  const additionalPartnerIds = [...(cart.additionalPartnerIds ?? []), read.data];
  const problem = additionalProblem({ ...cart, additionalPartnerIds }, ownPartnerId);
  return problem === undefined ? ok(read.data) : err(problem);
}

/** The cart with other further resellers; with none of them the list is absent. */
export function withFurtherPartners({ additionalPartnerIds: _before, ...cart }: CartDraft, ids: readonly PartnerId[]): CartDraft {
  return ids.length === 0 ? cart : { ...cart, additionalPartnerIds: [...ids] };
}
