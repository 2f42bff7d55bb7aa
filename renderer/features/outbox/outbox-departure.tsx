import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { CustomerTenantId, PartnerId } from '../../../shared/ids.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { departingOrders } from '../../platform/departure/departing.ts';
import { useCheckNow } from '../../platform/departure/use-check-now.ts';
import { useDeparture } from '../../platform/departure/use-departure.ts';
import { useConnectivity, useServices } from '../../platform/services.tsx';
import { useNow } from '../../text/use-now.ts';
import { DepartureSheet } from '../../ui/departure-sheet.tsx';
import type { DepartureCommand } from '../../ui/departure-list.tsx';

/** The departure check of every order that waits here; nothing while none does. */
export function OutboxDeparture({ operations }: { readonly operations: readonly Operation[] }) {
  const departing = useMemo(() => departingOrders(operations), [operations]);
  const { isOnline } = useConnectivity();
  const { pull } = useServices();
  const navigate = useNavigate();
  // The shown present is up to half a minute old: what was recorded since is not the future.
  const now = useNow() + 60_000;
  const found = useDeparture(departing, now);
  const checking = useCheckNow(departing);
  if (departing.length === 0) return null;
  const run = (key: string, command: DepartureCommand): void => {
    if (command.kind === 'check-reseller') void checking.checkReseller(PartnerId.parse(command.partnerId));
    else if (command.kind === 'read-customer') void checking.readCustomer(CustomerTenantId.parse(command.customerId));
    else if (command.kind === 'update-catalogue') void pull.pullNow();
    // What the order itself says is changed on its own page.
    else void navigate(`/outbox/${key}`);
  };
  return (
    <DepartureSheet
      groups={departing.map(({ cart, operationId }, index) => ({
        key: operationId ?? cart.id, label: cart.customerName, checks: found?.[index]?.checks,
      }))}
      isOnline={isOnline}
      areOrders
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
