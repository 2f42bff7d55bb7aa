import type { TFunction } from 'i18next';
import type { Qualification } from '../../shared/domain/customer/qualification.ts';

/** A qualification in words; one that this app does not know keeps the service's own word. */
export const qualificationName = (t: TFunction, name: string): string =>
  t(`qualification.name.${name.toLowerCase()}`, { defaultValue: name });

interface VettingWords {
  readonly words: string;
  readonly sign: 'ok' | 'waiting' | 'refused' | 'info';
}

const signs = { approved: 'ok', 'in-review': 'waiting', denied: 'refused', unknown: 'info' } as const;

/** How far Microsoft's look into a qualification is, and the sign that goes with it. */
export const vettingWords = (t: TFunction, { vetting }: Qualification): VettingWords => ({
  words: t(`qualification.vetting.${vetting}`), sign: signs[vetting],
});
