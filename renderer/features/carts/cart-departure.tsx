import { useMemo } from 'react';
import type { CartProblem } from '../../../shared/domain/cart/cart-rules.ts';
import type { DepartureCheck } from '../../../shared/domain/departure/departure.ts';
import { copyText } from '../../platform/copy-text.ts';
import type { Departing } from '../../platform/departure/departing.ts';
import { useCheckNow } from '../../platform/departure/use-check-now.ts';
import { useDeparture } from '../../platform/departure/use-departure.ts';
import { useConnectivity } from '../../platform/services.tsx';
import { useNow } from '../../text/use-now.ts';
import type { DepartureCommand } from '../../ui/departure-list.tsx';
import { DepartureSheet } from '../../ui/departure-sheet.tsx';
import { repricing } from './reprice/repricing.ts';
import type { CartState } from './use-cart.ts';

export interface CartDepartureProps {
  readonly state: CartState;
  readonly onStep: (step: CartProblem['step']) => void;
}

/** The statement stands right below, and buying asks for it: it is no finding before it was forgotten. */
const isStatement = ({ topic, what }: DepartureCheck): boolean =>
  topic === 'statement' && !('problem' in what && what.problem.code === 'offer-attestation-missing');

/** The departure check of the cart on screen. */
export function CartDeparture({ state: { cart, change, catalogue, promotions = [] }, onStep }: CartDepartureProps) {
  const departing = useMemo((): readonly Departing[] => [{ cart, operationId: undefined }], [cart]);
  const { isOnline } = useConnectivity();
  const found = useDeparture(departing, useNow());
  const checking = useCheckNow(departing);
  const takePrices = (): void => {
    const today = repricing(cart, catalogue.offers, promotions);
    if (today !== undefined) change({ lines: today.lines, ...(today.listDate === undefined ? {} : { listDate: today.listDate }) });
  };
  const run = (_key: string, command: DepartureCommand): void => {
    if (command.kind === 'step') onStep(command.step);
    else if (command.kind === 'take-prices') takePrices();
    else checking.perform(command);
  };
  return (
    <DepartureSheet
      groups={[{ key: cart.id, label: cart.customerName, checks: found?.[0]?.checks.filter((check) => !isStatement(check)) }]}
      isOnline={isOnline}
      checking={checking}
      onCommand={run}
      copy={copyText}
    />
  );
}
