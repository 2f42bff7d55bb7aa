import { useState } from 'react';
import type { Verdict } from '../../../shared/domain/partnership/verdict.ts';
import type { CustomerReseller, OrderReseller } from '../../../shared/domain/reseller/customer-reseller.ts';
import { customerResellerOf } from '../../../shared/domain/reseller/reseller-rules.ts';
import type { ResellerChoiceError, ResellerChosen } from '../../../shared/domain/reseller/reseller-rules.ts';
import { typedPartner } from '../../../shared/domain/reseller/typed-partner.ts';
import type { TypedMistake } from '../../../shared/domain/reseller/typed-partner.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { useConnectivity } from '../../platform/services.tsx';
import { useResellerPick } from '../../platform/use-reseller-pick.ts';
import type { ResellerPicking } from '../../platform/use-reseller-pick.ts';

/** A Partner ID that is being typed because its reseller is not in the list, and what verifying it found. */
export interface TypedPick {
  readonly text: string;
  readonly found?: Pick<Verdict, 'partnerId' | 'standing' | 'name'>;
}
/** Who is credited for an order, so far: `typed` stands in place of the list. */
export interface OrderPick extends ResellerChosen {
  readonly typed?: TypedPick;
}
export type OrderPickError = ResellerChoiceError | TypedMistake;

export interface OrderResellerPicking extends Omit<ResellerPicking, 'pick' | 'setPick' | 'chosen' | 'resolve'> {
  readonly pick: OrderPick;
  readonly setPick: (pick: OrderPick) => void;
  readonly chosen: Result<OrderReseller, OrderPickError>;
  /** What a pick would come to. */
  readonly resolve: (pick: OrderPick) => Result<OrderReseller, OrderPickError>;
}

const isOfList = (reseller: OrderReseller): reseller is CustomerReseller => reseller.kind === 'direct' || reseller.id !== undefined;

/** Choosing the reseller of an order: one of the list, one known by its Partner ID alone, or none at all. */
export function useOrderReseller(kept: OrderReseller | undefined): OrderResellerPicking {
  const listed = useResellerPick(kept !== undefined && isOfList(kept) ? kept : undefined);
  const { isOnline } = useConnectivity();
  const [typed, setTyped] = useState<TypedPick | undefined>(kept === undefined || isOfList(kept) ? undefined : { text: kept.partnerId });
  const { rows, ownPartnerId, verdictOf } = listed;
  const resolveTyped = ({ text, found }: TypedPick): Result<OrderReseller, OrderPickError> => {
    const known = found?.partnerId === text.trim() ? { ...found, isOld: false } : verdictOf(text.trim());
    // A draft that was kept says again whom it credits: it is verified when it is sent.
    if (found === undefined && kept?.kind === 'reseller' && kept.id === undefined && kept.partnerId === text.trim()) return ok(kept);
    const standing = known?.isOld === true ? undefined : known?.standing;
    const named = typedPartner(text, { rows, ownPartnerId, isOnline, standing });
    if (!named.ok) return named;
    const { partnerId, row } = named.value;
    return row === undefined ? ok({ kind: 'reseller', partnerId, name: known?.name ?? partnerId }) : customerResellerOf(row, ownPartnerId);
  };
  const resolve = ({ typed: entered, ...pick }: OrderPick): Result<OrderReseller, OrderPickError> => {
    if (entered === undefined || pick.isDirect) return listed.resolve(pick);
    return entered.text.trim() === '' ? err('missing') : resolveTyped(entered);
  };
  const pick: OrderPick = typed === undefined ? listed.pick : { ...listed.pick, typed };
  return {
    ...listed, pick, resolve, chosen: resolve(pick),
    verdict: typed === undefined || listed.pick.isDirect ? listed.verdict : verdictOf(typed.text.trim()),
    row: typed === undefined ? listed.row : rows.find(({ partnerId }) => partnerId === typed.text.trim()),
    setPick: ({ typed: entered, ...next }) => {
      setTyped(entered);
      listed.setPick(next);
    },
  };
}
