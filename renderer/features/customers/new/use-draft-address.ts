import { useEffect, useEffectEvent } from 'react';
import { useSearchParams } from 'react-router';
import type { DraftId } from '../../../../shared/ids.ts';

/**
 * Gives a draft its own address once it is kept, so that a reload goes on with it. Only then: `setParams` is another
 * function at each address, and must not write into the one the wizard has left for.
 */
export function useDraftAddress(draftId: DraftId, isKept: boolean): void {
  const [, setParams] = useSearchParams();
  const name = useEffectEvent(() => setParams({ draft: draftId }, { replace: true }));
  useEffect(() => {
    if (isKept) name();
  }, [draftId, isKept]);
}
