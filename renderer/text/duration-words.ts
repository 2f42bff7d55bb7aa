import type { TimeLeft } from '../../shared/domain/order/cancellation-window.ts';

/** Time that is left in words of a language, in its two largest parts: "6 days, 4 hours", "3 hours, 20 minutes". */
export function durationWords(locale: string, { days, hours, minutes }: TimeLeft): string {
  const parts = ([['day', days], ['hour', hours], ['minute', days > 0 ? 0 : minutes]] as const).filter(([, count]) => count > 0);
  const words = parts.map(([unit, count]) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count));
  return new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(words);
}
