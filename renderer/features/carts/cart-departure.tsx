import { useMemo } from 'react';
import type { CartProblem } from '../../../shared/domain/cart/cart-rules.ts';
import type { DepartureCheck } from '../../../shared/domain/departure/departure.ts';
import { CustomerTenantId, PartnerId } from '../../../shared/ids.ts';
import { copyText } from '../../platform/copy-text.ts';
import type { Departing } from '../../platform/departure/departing.ts';
import { useCheckNow } from '../../platform/departure/use-check-now.ts';
import { useDeparture } from '../../platform/departure/use-departure.ts';
import { useConnectivity, useServices } from '../../platform/services.tsx';
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
  const { pull } = useServices();
  // The shown present is up to half a minute old: what was recorded since is not the future.
  const found = useDeparture(departing, useNow() + 60_000);
  const checking = useCheckNow(departing);
  const takePrices = (): void => {
    const today = repricing(cart, catalogue.offers, promotions);
    if (today !== undefined) change({ lines: today.lines, ...(today.listDate === undefined ? {} : { listDate: today.listDate }) });
  };
  const run = (_key: string, command: DepartureCommand): void => {
    if (command.kind === 'step') onStep(command.step);
    else if (command.kind === 'take-prices') takePrices();
    else if (command.kind === 'check-reseller') void checking.checkReseller(PartnerId.parse(command.partnerId));
    else if (command.kind === 'read-customer') void checking.readCustomer(CustomerTenantId.parse(command.customerId));
    else void pull.pullNow();
  };
  return (
    <DepartureSheet
      groups={[{ key: cart.id, label: cart.customerName, checks: found?.[0]?.checks.filter((check) => !isStatement(check)) }]}
      isOnline={isOnline}
      canCheck={checking.canCheck}
      progress={checking.progress}
      problem={checking.problem}
      onCheck={() => void checking.start()}
      onStop={checking.cancel}
      onCommand={run}
      copy={copyText}
    />
  );
}
