import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Failure } from '../../../shared/contract/failure.ts';
import { useServices } from '../../platform/services.tsx';
import type { CartState } from './use-cart.ts';

export interface Buying {
  readonly buy: () => Promise<void>;
  readonly problem: Failure | undefined;
  readonly isBusy: boolean;
}

/**
 * Confirms the cart: the draft, the agreement's operation, the order's operation and the journal are one transaction in
 * the store. From there the outbox decides when it is sent; pressing twice finds a confirmed draft.
 */
export function useBuy({ cart, autosave }: CartState): Buying {
  const { work, outbox } = useServices();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const buy = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    await autosave.flush();
    const confirmed = await work.confirmCart(cart);
    setBusy(false);
    if (!confirmed.ok) {
      setProblem(confirmed.error);
      return;
    }
    autosave.discard();
    outbox.wake();
    const order = confirmed.value.find((operation) => operation.kind === 'place-order');
    await navigate(order === undefined ? '/outbox' : `/outbox/${order.id}`);
  };
  return { buy, problem, isBusy };
}
