import { useEffect } from 'react';
import { useSearchParams } from 'react-router';

/** Once the draft is kept, the screen's address names it: coming back to this address goes on with it. */
export function useDraftAddress(draftId: string, isKept: boolean): void {
  const [, setParams] = useSearchParams();
  useEffect(() => {
    if (isKept) setParams({ draft: draftId }, { replace: true });
  }, [draftId, isKept, setParams]);
}
