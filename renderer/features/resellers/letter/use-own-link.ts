import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../../shared/contract/failure.ts';
import { bridge } from '../../../platform/bridge.ts';
import { useServices } from '../../../platform/services.tsx';

export type KnownLink =
  | { readonly state: 'reading' }
  | { readonly state: 'missing'; readonly failure?: Failure }
  | { readonly state: 'known'; readonly link: string; readonly readAt?: string };

/** The text of the link, when it is known. */
export const linkOf = (link: KnownLink | undefined): string | undefined => (link?.state === 'known' ? link.link : undefined);

export interface OwnLink {
  readonly link: KnownLink;
  /** Keeps the link as pasted from the portal; answers why it was not kept. */
  readonly keep: (text: string) => Promise<Failure | undefined>;
}

/** The account's personal link for partnership requests (contract: request-reseller-partnership). */
export function useOwnLink(): OwnLink {
  const { account } = useServices();
  const [link, setLink] = useState<KnownLink>({ state: 'reading' });
  useEffect(() => {
    let isWanted = true;
    void bridge.call('links.read', { accountId: account.id }).then((read) => {
      if (!isWanted) return;
      const text = read.ok ? read.value.partnership : undefined;
      setLink(text === undefined ? { state: 'missing', ...(read.ok ? {} : { failure: read.error }) } : { state: 'known', link: text });
    });
    return () => {
      isWanted = false;
    };
  }, [account.id]);
  const keep = useCallback(async (text: string): Promise<Failure | undefined> => {
    const kept = await bridge.call('links.setPartnership', { accountId: account.id, link: text.trim() });
    if (!kept.ok) return kept.error;
    if (kept.value.partnership !== undefined) setLink({ state: 'known', link: kept.value.partnership });
    return undefined;
  }, [account.id]);
  return { link, keep };
}
