import type { CartDraft } from '../draft.ts';

/**
 * Countries of the European Union and of the EFTA: only there a line may name further resellers (create-cart, participants).
 * Not the same as the CSP region "europe" of reference.json, which holds the United Kingdom and others too.
 */
export const additionalResellerCountries: ReadonlySet<string> = new Set([
  'AT', 'BE', 'BG', 'HR', 'CY', 'CZ', 'DK', 'EE', 'FI', 'FR', 'DE', 'GR', 'HU', 'IE', 'IT', 'LV', 'LT', 'LU', 'MT', 'NL', 'PL', 'PT', 'RO',
  'SK', 'SI', 'ES', 'SE', 'CH', 'IS', 'LI', 'NO',
]);

/** Further resellers on each line, at most (reference.json, limits.cart.additionalResellersPerLine). */
export const mostAdditionalResellers = 5;

export type AdditionalProblem =
  | 'additional-region' | 'additional-too-many' | 'additional-without-reseller' | 'additional-own' | 'additional-is-reseller' | 'additional-twice';

/**
 * What is wrong with the further resellers of a cart: the EU and EFTA only, at most five, different ones, beside a transaction
 * reseller and never the same as that, never the provider itself.
 */
export function additionalProblem(
  { market, reseller, additionalPartnerIds = [] }: Pick<CartDraft, 'market' | 'reseller' | 'additionalPartnerIds'>,
  ownPartnerId: string | undefined,
): AdditionalProblem | undefined {
  if (additionalPartnerIds.length === 0) return undefined;
  if (!additionalResellerCountries.has(market)) return 'additional-region';
  if (additionalPartnerIds.length > mostAdditionalResellers) return 'additional-too-many';
  if (reseller?.kind === 'direct') return 'additional-without-reseller';
  const ids: readonly string[] = additionalPartnerIds;
  if (ownPartnerId !== undefined && ids.includes(ownPartnerId)) return 'additional-own';
  if (reseller !== undefined && ids.includes(reseller.partnerId)) return 'additional-is-reseller';
  return new Set(ids).size === ids.length ? undefined : 'additional-twice';
}
