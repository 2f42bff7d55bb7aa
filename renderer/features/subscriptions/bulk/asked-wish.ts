import type { Wish } from '../../../../shared/domain/bulk/wish.ts';
import type { EndChoice } from '../../../../shared/domain/renewal/choice.ts';
import type { Organization } from '../../../../shared/ports/organization.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import type { Partners } from '../../../platform/use-partners.ts';
import { pickedContact, pickedReseller } from '../reseller-pick.ts';
import type { PickMistake } from '../reseller-pick.ts';
import type { BulkChoice } from './bulk-choice.ts';

export interface AskedFacts {
  readonly partners: Partners;
  readonly organization: Organization | undefined;
  readonly isOnline: boolean;
}

/** Why what is asked of all does not count yet: a mistake in the reseller, or something missing. */
export type AskedMistake =
  | { readonly kind: 'pick'; readonly mistake: PickMistake }
  | { readonly kind: 'seats' | 'from' | 'file' };

const resellerOf = ({ reseller, verified, from, kind }: BulkChoice, { partners, isOnline }: AskedFacts): Result<Wish, AskedMistake> => {
  const picked = pickedReseller(reseller, { partners, isOnline, verified, current: kind === 'replace' ? from.trim() : undefined });
  return picked.ok ? ok({ reseller: picked.value }) : err({ kind: 'pick', mistake: picked.error });
};

function contactOf({ contact }: BulkChoice, { partners, organization }: AskedFacts): Result<Wish, AskedMistake> {
  const picked = pickedContact(contact, { rowOf: partners.rowOf, organization, current: undefined });
  return picked.ok ? ok({ contact: picked.value }) : err({ kind: 'pick', mistake: picked.error });
}

function seatsOf({ seats: { how, text } }: BulkChoice): Result<Wish, AskedMistake> {
  const count = /^\d{1,8}$/u.test(text.trim()) ? Number(text) : 0;
  return count > 0 ? ok({ seats: { how, count } }) : err({ kind: 'seats' });
}

const endWish: Readonly<Record<EndChoice, Wish>> = {
  renew: { autoRenew: true }, extend: { autoRenew: false, atTermEnd: 'extend' }, end: { autoRenew: false, atTermEnd: 'cancel' },
};

/** What is asked of every row, or why it is not said yet. Lines of a table, and an undoing, say it for each row. */
export function askedWish(choice: BulkChoice, facts: AskedFacts): Result<Wish, AskedMistake> {
  switch (choice.kind) {
    case 'reseller':
      return resellerOf(choice, facts);
    case 'replace':
      return /^\d{4,10}$/u.test(choice.from.trim()) ? resellerOf(choice, facts) : err({ kind: 'from' });
    case 'contact':
      return contactOf(choice, facts);
    case 'auto-renew':
      return ok(endWish[choice.atEnd]);
    case 'seats':
      return seatsOf(choice);
    case 'status':
      return ok({ status: choice.status });
    case 'table':
    case 'undo':
      return ok({});
  }
}

/** What was asked, as text that titles are made of. */
export function askedText(choice: BulkChoice, wish: Wish): Readonly<Record<string, string>> {
  const { reseller, contact, seats } = wish;
  return {
    ...(reseller !== undefined && { partnerId: reseller.partnerId, name: reseller.name }),
    ...(contact !== undefined && { partnerId: contact.partnerId, name: contact.name }),
    ...(choice.kind === 'replace' && { from: choice.from.trim() }),
    ...(choice.kind === 'auto-renew' && { atEnd: choice.atEnd }),
    ...(choice.kind === 'status' && { status: choice.status }),
    ...(choice.kind === 'table' && choice.file !== undefined && { file: choice.file.name }),
    ...(seats !== undefined && { how: seats.how, seats: String(seats.count) }),
  };
}
