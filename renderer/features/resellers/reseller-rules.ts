import type { LetterPurpose } from '../../../shared/domain/letter/letter.ts';
import type { Verdict, VerdictStanding } from '../../../shared/domain/partnership/verdict.ts';
import { isActive } from '../../../shared/domain/reseller/reseller.ts';
import type { Reseller } from '../../../shared/domain/reseller/reseller.ts';

interface Judged {
  readonly verdict?: Pick<Verdict, 'standing'>;
}

/** Its Partner ID was checked and is refused. */
export const isBad = ({ verdict }: Judged): boolean => verdict !== undefined && verdict.standing !== 'good';

/** Something a person has to see to before an order for it can go through. */
export const needsAttention = (row: Reseller & Judged): boolean => !isActive(row) || row.partnerId === '' || isBad(row);

/** The letter that asks the reseller to put right what was found. A reseller listed with the provider's own ID must tell its own. */
export function letterFor(standing: VerdictStanding): LetterPurpose | undefined {
  switch (standing) {
    case 'good':
      return undefined;
    case 'agreement-missing':
      return 'reseller-agreement';
    case 'suspended':
      return 'reseller-suspended';
    case 'unknown-id':
    case 'own-id':
    case 'not-reseller':
    case 'other-region':
      return 'reseller-partner-id';
  }
}

/** The address of a letter; `back` is where the reader comes from. */
export function letterPath(
  purpose: LetterPurpose,
  about: { readonly reseller?: string; readonly customer?: string; readonly back?: string } = {},
): string {
  const query = new URLSearchParams(about).toString();
  return `/resellers/write/${purpose}${query === '' ? '' : `?${query}`}`;
}
