import { useState } from 'react';
import type { CustomerReseller } from '../../shared/domain/reseller/customer-reseller.ts';
import { isActive } from '../../shared/domain/reseller/reseller.ts';
import { chosenReseller } from '../../shared/domain/reseller/reseller-rules.ts';
import type { ResellerChoiceError, ResellerChosen } from '../../shared/domain/reseller/reseller-rules.ts';
import type { ResellerRow } from '../../shared/ports/mirror.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Result } from '../../shared/result.ts';
import { useMirror } from './services.tsx';

/** A reseller of the list as the choice offers it. */
export interface ResellerOption {
  readonly id: string;
  readonly name: string;
  readonly partnerId: string;
  readonly isActive: boolean;
}

export interface ResellerPicking {
  readonly pick: ResellerChosen;
  readonly setPick: (pick: ResellerChosen) => void;
  readonly chosen: Result<CustomerReseller, ResellerChoiceError>;
  /** What a pick would come to. */
  readonly resolve: (pick: ResellerChosen) => Result<CustomerReseller, ResellerChoiceError>;
  readonly options: readonly ResellerOption[];
  /** The chosen reseller as the list has it. */
  readonly row: ResellerRow | undefined;
  /** Every reseller of the list. */
  readonly rows: readonly ResellerRow[];
  readonly ownPartnerId: string | undefined;
  /** How old the list is. */
  readonly readAt: Instant | undefined;
}

const pickOf = (reseller: CustomerReseller | undefined): ResellerChosen => ({
  isDirect: reseller?.kind === 'direct',
  isDirectConfirmed: reseller?.kind === 'direct',
  ...(reseller?.kind === 'reseller' ? { resellerId: reseller.id } : {}),
});

const optionOf = (row: ResellerRow): ResellerOption => ({ id: row.id, name: row.name, partnerId: row.partnerId, isActive: isActive(row) });

/** Until the list is there, the reseller that a draft remembers stands for it. */
const optionsKept = (kept: CustomerReseller | undefined): readonly ResellerOption[] =>
  kept?.kind === 'reseller' ? [{ id: kept.id, name: kept.name, partnerId: kept.partnerId, isActive: true }] : [];

const noRows: readonly ResellerRow[] = [];

/** Choosing the reseller of a customer or an order from the partnership list. */
export function useResellerPick(kept: CustomerReseller | undefined): ResellerPicking {
  const [pick, setPick] = useState(() => pickOf(kept));
  const rows = useMirror(['resellers'], (mirror) => mirror.resellers(), []) ?? noRows;
  const organization = useMirror(['organization'], (mirror) => mirror.organization(), []);
  const status = useMirror(['status'], (mirror) => mirror.status(), []);
  const resolve = (next: ResellerChosen): ReturnType<typeof chosenReseller> => chosenReseller(next, rows, organization?.partnerId, kept);
  return {
    pick,
    setPick,
    rows,
    ownPartnerId: organization?.partnerId,
    resolve,
    chosen: resolve(pick),
    options: rows.length > 0 ? rows.map(optionOf) : optionsKept(kept),
    row: rows.find((row) => row.id === pick.resellerId),
    readAt: status?.collections.resellers.pulledAt,
  };
}
