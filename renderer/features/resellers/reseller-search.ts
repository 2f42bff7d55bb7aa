import { isActive } from '../../../shared/domain/reseller/reseller.ts';
import type { PartnerRow } from '../../platform/use-partners.ts';
import type { Format } from '../../text/format.ts';
import { fold, searchWords } from '../../text/word-match.ts';
import { isBad, needsAttention } from './reseller-rules.ts';

/** Which resellers the list shows. */
export const resellerFilters = ['all', 'active', 'suspended', 'attention'] as const;
export type ResellerFilter = (typeof resellerFilters)[number];

const passes: Readonly<Record<ResellerFilter, (row: PartnerRow) => boolean>> = {
  all: () => true,
  active: isActive,
  suspended: (row) => !isActive(row),
  attention: needsAttention,
};

/** A reseller with everything it can be found by, folded once. */
export interface SearchedReseller {
  readonly row: PartnerRow;
  readonly folded: string;
}

const domainOf = (email: string | undefined): string => email?.slice(email.indexOf('@') + 1) ?? '';

/** Found by name, Partner ID, tenant id, country (name and code) and the domain of its contact's e-mail. */
export const searchable = (rows: readonly PartnerRow[], format: Format): readonly SearchedReseller[] =>
  rows.map((row) => {
    const parts = [row.name, row.partnerId, row.id, row.location, format.country(row.location), domainOf(row.contact?.email)];
    return { row, folded: fold(parts.join('\n')) };
  });

/** The refused first, then what nobody checked, then the good ones by how long ago they were checked. */
function warningRank(row: PartnerRow): string {
  if (isBad(row)) return `0${row.verdict?.standing ?? ''}`;
  return row.verdict === undefined ? '1' : `2${row.verdict.checkedAt}`;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Compare = (a: PartnerRow, b: PartnerRow, format: Format) => number;
const comparisons: Readonly<Record<string, Compare>> = {
  name: (a, b, format) => format.compare(a.name, b.name),
  partnerId: (a, b) => Number(a.partnerId) - Number(b.partnerId),
  location: (a, b, format) => format.compare(format.country(a.location), format.country(b.location)),
  customers: (a, b) => a.customerCount - b.customerCount,
  activity: (a, b) => byText(a.lastActivityAt ?? '', b.lastActivityAt ?? ''),
  state: (a, b, format) => format.compare(a.state, b.state),
  warnings: (a, b) => byText(warningRank(a), warningRank(b)),
};

/** In the order of a column; equal ones by name. */
export function sorted(
  rows: readonly SearchedReseller[], { sortedBy, isDescending }: { readonly sortedBy: string; readonly isDescending: boolean }, format: Format,
): readonly SearchedReseller[] {
  const compare = comparisons[sortedBy] ?? ((a, b) => format.compare(a.name, b.name));
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(a.row, b.row, format) || format.compare(a.row.name, b.row.name));
}

export interface ResellerQuery {
  readonly text: string;
  readonly state: ResellerFilter;
  /** Country code; empty for all. */
  readonly country: string;
}

/** What is found, in the order given: one pass over texts that are folded already. */
export function found(rows: readonly SearchedReseller[], { text, state, country }: ResellerQuery): readonly PartnerRow[] {
  const words = searchWords(text);
  return rows
    .filter(({ row, folded }) =>
      passes[state](row) && (country === '' || row.location === country) && words.every((word) => folded.includes(word)))
    .map(({ row }) => row);
}
