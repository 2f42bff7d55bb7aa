import { useEffect, useState } from 'react';
import { bridge } from '../../../platform/bridge.ts';
import { useServices } from '../../../platform/services.tsx';
import type { KnownLink } from './use-own-link.ts';

/** Where the customer accepts the Microsoft Customer Agreement itself: the main process knows it, offline too. */
export function useAgreementLink(isNeeded: boolean): KnownLink {
  const { account } = useServices();
  const [link, setLink] = useState<KnownLink>({ state: 'reading' });
  useEffect(() => {
    if (!isNeeded) return;
    let isWanted = true;
    void bridge.call('links.readAgreement', { accountId: account.id }).then((read) => {
      if (isWanted) setLink(read.ok ? { state: 'known', link: read.value.link } : { state: 'missing', failure: read.error });
    });
    return () => {
      isWanted = false;
    };
  }, [account.id, isNeeded]);
  return link;
}
