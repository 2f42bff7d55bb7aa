import { useState } from 'react';
import { isVerdictOld } from '../../shared/domain/partnership/verdict.ts';
import type { VerdictStanding } from '../../shared/domain/partnership/verdict.ts';
import type { CustomerReseller } from '../../shared/domain/reseller/customer-reseller.ts';
import { isActive } from '../../shared/domain/reseller/reseller.ts';
import { chosenReseller } from '../../shared/domain/reseller/reseller-rules.ts';
import type { ResellerChoiceError, ResellerChosen } from '../../shared/domain/reseller/reseller-rules.ts';
import type { ResellerRow } from '../../shared/ports/mirror.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Result } from '../../shared/result.ts';
import { systemClock } from './clock.ts';
import { useLive, useMirror } from './services.tsx';

/** A reseller of the list as the choice offers it. */
export interface ResellerOption {
  readonly id: string;
  readonly name: string;
  readonly partnerId: string;
  readonly isActive: boolean;
  /** What the last check of its Partner ID found, when it was ever checked. */
  readonly standing?: VerdictStanding;
}

/** What the last check of a Partner ID found, and whether that was so long ago that it may have changed. */
export interface CheckedPartner {
  readonly standing: VerdictStanding;
  readonly checkedAt: Instant;
  readonly isOld: boolean;
  /** As Microsoft names it, when it did. */
  readonly name?: string;
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
  /** What is known of the chosen reseller's Partner ID. */
  readonly verdict: CheckedPartner | undefined;
  /** What the last check of any Partner ID found. */
  readonly verdictOf: (partnerId: string) => CheckedPartner | undefined;
  /** How old the list is. */
  readonly readAt: Instant | undefined;
}

const pickOf = (reseller: CustomerReseller | undefined): ResellerChosen => ({
  isDirect: reseller?.kind === 'direct',
  isDirectConfirmed: reseller?.kind === 'direct',
  ...(reseller?.kind === 'reseller' ? { resellerId: reseller.id } : {}),
});

type CheckedPartners = ReadonlyMap<string, CheckedPartner>;

const optionOf = (row: ResellerRow, checked: CheckedPartners | undefined): ResellerOption => {
  const standing = checked?.get(row.partnerId)?.standing;
  return { id: row.id, name: row.name, partnerId: row.partnerId, isActive: isActive(row), ...(standing === undefined ? {} : { standing }) };
};

/** Until the list is there, the reseller that a draft remembers stands for it. */
const optionsKept = (kept: CustomerReseller | undefined): readonly ResellerOption[] =>
  kept?.kind === 'reseller' ? [{ id: kept.id, name: kept.name, partnerId: kept.partnerId, isActive: true }] : [];

const noRows: readonly ResellerRow[] = [];

function useCheckedPartners(): CheckedPartners | undefined {
  return useLive(async (work) => {
    const now = systemClock.now();
    const verdicts = await work.partnerships.verdicts();
    return new Map(verdicts.map((one) => [
      one.partnerId,
      { standing: one.standing, checkedAt: one.checkedAt, isOld: isVerdictOld(one, now), ...(one.name === undefined ? {} : { name: one.name }) },
    ]));
  }, []);
}

/** Choosing the reseller of a customer or an order from the partnership list. */
export function useResellerPick(kept: CustomerReseller | undefined): ResellerPicking {
  const [pick, setPick] = useState(() => pickOf(kept));
  const rows = useMirror(['resellers'], (mirror) => mirror.resellers(), []) ?? noRows;
  const organization = useMirror(['organization'], (mirror) => mirror.organization(), []);
  const status = useMirror(['status'], (mirror) => mirror.status(), []);
  const checked = useCheckedPartners();
  const row = rows.find((one) => one.id === pick.resellerId);
  const keptId = kept?.kind === 'reseller' && kept.id === pick.resellerId ? kept.partnerId : '';
  const resolve = (next: ResellerChosen): ReturnType<typeof chosenReseller> => chosenReseller(next, rows, organization?.partnerId, kept);
  return {
    pick,
    setPick,
    rows,
    ownPartnerId: organization?.partnerId,
    resolve,
    chosen: resolve(pick),
    options: rows.length > 0 ? rows.map((one) => optionOf(one, checked)) : optionsKept(kept),
    row,
    verdict: checked?.get(row?.partnerId ?? keptId),
    verdictOf: (partnerId) => checked?.get(partnerId),
    readAt: status?.collections.resellers.pulledAt,
  };
}
