import { customerResellerOf } from '../../../shared/domain/reseller/reseller-rules.ts';
import { typedPartner } from '../../../shared/domain/reseller/typed-partner.ts';
import type { SubscriptionEdits } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { SupportContact } from '../../../shared/domain/subscription/subscription.ts';
import type { Organization } from '../../../shared/ports/organization.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { PartnerRow, Partners } from '../../platform/use-partners.ts';

/** Why what was picked does not count; the sentence is `subscription.pick.<mistake>`. */
export const pickMistakes = [
  'missing', 'not-in-list', 'no-partner-id', 'own-partner-id', 'not-an-id', 'not-verified', 'not-good', 'already-there', 'provider-unknown',
] as const;
export type PickMistake = (typeof pickMistakes)[number];

/** A reseller of the list, or a Partner ID that was typed because its reseller is not in the list (portal task T5). */
export type ResellerPick =
  | { readonly kind: 'listed'; readonly id: string | undefined }
  | { readonly kind: 'typed'; readonly text: string };

export interface PickFacts {
  readonly partners: Pick<Partners, 'rows' | 'rowOf' | 'verdictOf' | 'ownPartnerId'>;
  /** The Partner ID the subscription credits now. */
  readonly current: string | undefined;
  /** A typed Partner ID is verified before it is submitted; without a network, when it is sent. */
  readonly isOnline: boolean;
  /** The Partner ID that was verified while it stood there. */
  readonly verified: string | undefined;
}
type PickedReseller = NonNullable<SubscriptionEdits['reseller']>;

function listed(row: PartnerRow | undefined, { partners, current, isOnline }: PickFacts): Result<PickedReseller, PickMistake> {
  if (row === undefined) return err('not-in-list');
  const named = customerResellerOf(row, partners.ownPartnerId);
  if (!named.ok) return named;
  const { id, partnerId, name } = named.value;
  if (partnerId === current) return err('already-there');
  // Without an agreement, or of another region, it would be refused; online it can be verified again, offline it is when it is sent.
  const standing = partners.verdictOf(partnerId)?.standing;
  return isOnline && standing !== undefined && standing !== 'good' ? err('not-good') : ok({ id, partnerId, name });
}

function typed(text: string, facts: PickFacts): Result<PickedReseller, PickMistake> {
  const { partners, current, isOnline, verified } = facts;
  const { rows, ownPartnerId } = partners;
  const verdict = partners.verdictOf(text.trim());
  const named = typedPartner(text, { rows, ownPartnerId, isOnline, standing: verified === text.trim() ? verdict?.standing : undefined });
  if (current !== undefined && text.trim() === current && current !== ownPartnerId) return err('already-there');
  if (!named.ok) return named;
  const { partnerId, row } = named.value;
  return row === undefined ? ok({ partnerId, name: verdict?.name ?? '' }) : listed(row, facts);
}

/** The reseller to be put on the subscription, or why it cannot be. */
export function pickedReseller(pick: ResellerPick, facts: PickFacts): Result<PickedReseller, PickMistake> {
  if (pick.kind === 'typed') return typed(pick.text, facts);
  return pick.id === undefined ? err('missing') : listed(facts.partners.rowOf(pick.id), facts);
}

/** Who is to give support: the provider itself, or a reseller of the list by its tenant id. */
export type SupportPick = { readonly kind: 'own' } | { readonly kind: 'reseller'; readonly id: string | undefined };

export interface SupportFacts {
  readonly rowOf: Partners['rowOf'];
  readonly organization: Organization | undefined;
  readonly current: SupportContact | undefined;
}

/** The support contact to be named, or why it cannot be (update-support-contact: one with a relationship). */
export function pickedContact(pick: SupportPick, { rowOf, organization, current }: SupportFacts): Result<SupportContact, PickMistake> {
  const isThere = (tenantId: string): boolean => current?.tenantId.toLowerCase() === tenantId.toLowerCase();
  if (pick.kind === 'own') {
    if (organization === undefined) return err('provider-unknown');
    const { tenantId, partnerId, companyName } = organization;
    return isThere(tenantId) ? err('already-there') : ok({ tenantId, partnerId, name: companyName });
  }
  if (pick.id === undefined) return err('missing');
  const row = rowOf(pick.id);
  if (row === undefined) return err('not-in-list');
  if (row.partnerId === '') return err('no-partner-id');
  return isThere(row.id) ? err('already-there') : ok({ tenantId: row.id, partnerId: row.partnerId, name: row.name });
}
