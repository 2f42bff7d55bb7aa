import { PartnerId } from '../../ids.ts';
import { err, ok } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { CustomerReseller } from './customer-reseller.ts';
import type { Reseller } from './reseller.ts';

type NamedReseller = Extract<CustomerReseller, { kind: 'reseller' }>;

/**
 * A reseller of the partnership list as customers and orders name it. Refused: one without a usable Partner ID, and the
 * provider's own ID, which would lose the incentive or block the order (story F18; create-cart-for-reseller, 2072).
 */
export function customerResellerOf(
  reseller: Reseller, ownPartnerId: string | undefined,
): Result<NamedReseller, 'no-partner-id' | 'own-partner-id'> {
  const partnerId = PartnerId.safeParse(reseller.partnerId);
  if (!partnerId.success) return err('no-partner-id');
  if (partnerId.data === ownPartnerId) return err('own-partner-id');
  return ok({ kind: 'reseller', id: reseller.id, partnerId: partnerId.data, name: reseller.name });
}

/** What a form has so far: a reseller of the list, or "direct" with or without its confirmation. */
export interface ResellerChosen {
  readonly isDirect: boolean;
  readonly isDirectConfirmed: boolean;
  readonly resellerId?: string;
}
/** Why a choice does not count; the sentence is `resellerChoice.error.<code>`. */
export type ResellerChoiceError = 'missing' | 'not-confirmed' | 'not-in-list' | 'no-partner-id' | 'own-partner-id';

/**
 * Turns a form's choice into the reseller of a customer or an order. `kept` is what a draft remembers: it counts while
 * the list was never read. There is no way from an empty choice to "direct" (story F17).
 */
export function chosenReseller(
  chosen: ResellerChosen, resellers: readonly Reseller[], ownPartnerId: string | undefined, kept?: CustomerReseller,
): Result<CustomerReseller, ResellerChoiceError> {
  if (chosen.isDirect) return chosen.isDirectConfirmed ? ok({ kind: 'direct', isConfirmed: true }) : err('not-confirmed');
  if (chosen.resellerId === undefined) return err('missing');
  const listed = resellers.find((reseller) => reseller.id === chosen.resellerId);
  if (listed !== undefined) return customerResellerOf(listed, ownPartnerId);
  if (resellers.length > 0 || kept?.kind !== 'reseller' || kept.id !== chosen.resellerId) return err('not-in-list');
  return kept.partnerId === ownPartnerId ? err('own-partner-id') : ok(kept);
}
