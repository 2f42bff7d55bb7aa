import { useEffect, useState } from 'react';
import type { ResellerTenantId } from '../../../../shared/ids.ts';
import { bridge } from '../../../platform/bridge.ts';
import { useConnectivity, useServices } from '../../../platform/services.tsx';
import type { KnownLink } from './use-own-link.ts';

/** The link that invites a customer to the provider and a reseller: the server's, or offline the one kept before. */
export function useRelationshipLink(isNeeded: boolean, resellerId: ResellerTenantId | undefined): KnownLink {
  const { account } = useServices();
  const { isOnline } = useConnectivity();
  const [link, setLink] = useState<KnownLink>({ state: 'reading' });
  useEffect(() => {
    if (!isNeeded) return;
    let isWanted = true;
    const asked = { accountId: account.id, ...(resellerId === undefined ? {} : { resellerId }) };
    void bridge.call('links.readRelationship', asked).then((read) => {
      if (isWanted) setLink(read.ok ? { state: 'known', ...read.value } : { state: 'missing', failure: read.error });
    });
    return () => {
      isWanted = false;
    };
  }, [account.id, isNeeded, isOnline, resellerId]);
  return link;
}
