import { completeRules, fallbackRules } from '../../../../shared/domain/customer/country-fallback.ts';
import type { CountryRules } from '../../../../shared/domain/customer/country-rules.ts';
import { useMirror } from '../../../platform/services.tsx';

export interface KnownRules {
  readonly rules: CountryRules;
  /** `general`: this country's own rules were never read, so only the basics are checked here. */
  readonly source: 'country' | 'general' | 'loading';
}

/** The rules of the chosen country, from the offline copy; the general checks where it has none. */
export function useCountryRules(country: string): KnownRules {
  const answer = useMirror(['country-rules'], async (mirror) => ({ country, rules: await mirror.countryRules(country) }), [country]);
  if (answer?.country !== country) return { rules: fallbackRules(country), source: 'loading' };
  if (answer.rules === undefined) return { rules: fallbackRules(country), source: 'general' };
  return { rules: completeRules(answer.rules), source: 'country' };
}
