import { useEffect } from 'react';
import { useLive } from '../platform/services.tsx';
import { applyLanguage } from './apply-language.ts';

/** Follows the language setting, so that a change shows at once. */
export function useLanguageSetting(): void {
  const answer = useLive(async (work) => ({ setting: await work.setting('language') }), []);
  useEffect(() => {
    if (answer !== undefined) void applyLanguage(answer.setting);
  }, [answer]);
}
