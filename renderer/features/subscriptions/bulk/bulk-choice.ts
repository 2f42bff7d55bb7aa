import { create } from 'zustand';
import type { ChangesRead } from '../../../../shared/domain/bulk/read-changes.ts';
import type { EndChoice } from '../../../../shared/domain/renewal/choice.ts';
import type { BulkKind } from '../../../../shared/domain/bulk/wish.ts';
import { BatchId, newBatchId } from '../../../../shared/ids.ts';
import type { AccountId } from '../../../../shared/ids.ts';
import type { ResellerPick, SupportPick } from '../reseller-pick.ts';

export const bulkSteps = ['what', 'which', 'preview'] as const;
export type BulkStep = (typeof bulkSteps)[number];

export const bulkSources = ['customers', 'subscriptions', 'filter', 'file'] as const;
export type BulkSource = (typeof bulkSources)[number];

export interface BulkFilter {
  readonly text: string;
  /** A Partner ID, `none`, or empty for any. */
  readonly partnerId: string;
  readonly status: string;
  /** `yyyy-mm-dd`, or empty. */
  readonly endsBefore: string;
}

/** What was chosen so far. Ids and what was typed alone: the records stay in the copy. */
export interface BulkChoice {
  /** Of the change that this becomes: confirmed twice it is one. */
  readonly batchId: BatchId;
  readonly step: BulkStep;
  readonly kind: BulkKind;
  readonly reseller: ResellerPick;
  /** The Partner ID that was verified while it stood there. */
  readonly verified: string | undefined;
  /** The Partner ID that is replaced. */
  readonly from: string;
  readonly contact: SupportPick;
  readonly atEnd: EndChoice;
  readonly seats: { readonly how: 'set' | 'add'; readonly text: string };
  readonly status: 'active' | 'suspended';
  readonly source: BulkSource;
  readonly filter: BulkFilter;
  readonly file: { readonly name: string; readonly read: ChangesRead } | undefined;
  readonly undoes: BatchId | undefined;
  /** Rows that were taken out of the preview. */
  readonly takenOut: ReadonlySet<string>;
}

const emptyFilter: BulkFilter = { text: '', partnerId: '', status: '', endsBefore: '' };
const newChoice = (): BulkChoice => ({
  batchId: newBatchId(), step: 'what', kind: 'reseller', reseller: { kind: 'listed', id: undefined }, verified: undefined, from: '',
  contact: { kind: 'reseller', id: undefined }, atEnd: 'renew', seats: { how: 'set', text: '' }, status: 'suspended', source: 'filter',
  filter: emptyFilter, file: undefined, undoes: undefined, takenOut: new Set(),
});

const useStored = create<{ readonly owner: AccountId | undefined; readonly choice: BulkChoice; readonly asked: string }>(() => ({
  owner: undefined, choice: newChoice(), asked: '',
}));

export const useBulkChoice = (): BulkChoice => useStored(({ choice }) => choice);
export const changeChoice = (part: Partial<BulkChoice>): void => useStored.setState(({ choice }) => ({ choice: { ...choice, ...part } }));
/** Another way of the change is another change: what was taken out of a preview of the former counts no more. */
export const changeAsked = (part: Partial<BulkChoice>): void => changeChoice({ ...part, takenOut: new Set() });
export const forgetChoice = (): void => useStored.setState({ choice: newChoice(), asked: '' });

/** What an address asks for: `kind`, `from`, `reseller`, `customers=selected`, `subscriptions=selected`, `undo`. */
function askedBy(address: URLSearchParams): Partial<BulkChoice> {
  const undo = BatchId.safeParse(address.get('undo'));
  if (undo.success) return { kind: 'undo', undoes: undo.data, step: 'preview' };
  const kind = address.get('kind');
  const reseller = address.get('reseller');
  return {
    ...(kind === 'replace' ? { kind, from: address.get('from') ?? '' } : {}),
    ...(reseller === null ? {} : { reseller: { kind: 'listed', id: reseller } }),
    ...(address.get('customers') === 'selected' ? { source: 'customers' } : {}),
    ...(address.get('subscriptions') === 'selected' ? { source: 'subscriptions' } : {}),
  };
}

/** Begins anew when an address asks for something, or another account is open; else what was chosen stays. */
export function beginChoice(owner: AccountId, visit: string, address: URLSearchParams): void {
  const known = useStored.getState();
  const isAsked = address.size > 0 && known.asked !== visit;
  if (known.owner === owner && !isAsked) return;
  useStored.setState({ owner, asked: visit, choice: { ...newChoice(), ...askedBy(address) } });
}
