import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { isOpen } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { departingOrders } from '../../platform/departure/departing.ts';
import { useCheckNow } from '../../platform/departure/use-check-now.ts';
import { useDeparture } from '../../platform/departure/use-departure.ts';
import { useConnectivity } from '../../platform/services.tsx';
import { useNow } from '../../text/use-now.ts';
import { DepartureSheet } from '../../ui/departure-sheet.tsx';
import type { DepartureCommand } from '../../ui/departure-list.tsx';

/** The departure check of every order that waits here; nothing while none does. `operations` are all of the outbox. */
export function OutboxDeparture({ operations }: { readonly operations: readonly Operation[] }) {
  // Only what is open: an agreement that was attested is on file.
  const departing = useMemo(() => departingOrders(operations.filter(isOpen)), [operations]);
  const { isOnline } = useConnectivity();
  const navigate = useNavigate();
  const found = useDeparture(departing, useNow());
  const checking = useCheckNow(departing);
  if (departing.length === 0) return null;
  const run = (key: string, command: DepartureCommand): void => {
    // What the order itself says is changed on its own page.
    if (command.kind === 'step' || command.kind === 'take-prices') void navigate(`/outbox/${key}`);
    else checking.perform(command);
  };
  return (
    <DepartureSheet
      groups={departing.map(({ cart, operationId }, index) => ({
        key: operationId ?? cart.id, label: cart.customerName, checks: found?.[index]?.checks,
      }))}
      isOnline={isOnline}
      areOrders
      checking={checking}
      onCommand={run}
      copy={copyText}
    />
  );
}
