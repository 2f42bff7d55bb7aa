import type { TFunction } from 'i18next';
import type { PartReadiness, ReadinessPart } from '../../../shared/domain/briefcase/readiness.ts';
import type { Format } from '../../text/format.ts';

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in the largest unit that leaves a number before the comma; less than a kilobyte is one. */
export function sizeWords(format: Format, bytes: number): string {
  let value = bytes / 1024;
  let place = 0;
  while (value >= 1000 && place < units.length - 1) {
    value /= 1024;
    place += 1;
  }
  const shown = bytes === 0 ? 0 : Math.max(value, place === 0 ? 1 : value);
  const unit = units[place] ?? 'kilobyte';
  return new Intl.NumberFormat(format.locale, { style: 'unit', unit, maximumFractionDigits: place === 0 ? 0 : 1 }).format(shown);
}

/** "subscriptions, orders": parts of the briefcase in a sentence. */
export const partWords = (t: TFunction, parts: readonly ReadinessPart[]): string => parts.map((part) => t(`briefcase.part.${part}`)).join(', ');

/** Why a part ends. */
export function whyWords(t: TFunction, format: Format, { part, why = 'age', name = '' }: PartReadiness): string {
  if (why === 'age') return t('briefcase.why.age', { part: t(`briefcase.part.${part}`) });
  return t(`briefcase.why.${why}`, { name: why === 'month' ? format.month(name) : name });
}
