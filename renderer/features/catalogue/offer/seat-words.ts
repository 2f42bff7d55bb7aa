import type { TFunction } from 'i18next';
import type { Format } from '../../../text/format.ts';

/** The service writes "no upper limit" as a number of this size. */
const unlimited = 1_000_000;

export interface SeatLimits {
  readonly minimum: number;
  readonly maximum: number | undefined;
}

/** How many licenses there may be, in words. */
export function seatWords(t: TFunction, format: Format, { minimum, maximum }: SeatLimits): string {
  const from = format.number(minimum);
  return maximum === undefined || maximum >= unlimited
    ? t('catalogue.seatsFrom', { from })
    : t('catalogue.seatRange', { from, to: format.number(maximum) });
}
