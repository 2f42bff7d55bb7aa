import type { TFunction } from 'i18next';
import { enforcedSince } from '../../../shared/domain/partnership/verdict.ts';
import type { Verdict } from '../../../shared/domain/partnership/verdict.ts';
import type { Format } from '../../text/format.ts';

/** Noon, so that the day is the same one in every time zone of the regions. */
const dayAt = (day: string): string => `${day}T12:00:00Z`;

/** What was found, what it leads to and since when, and what to do about it. */
export function verdictWords(t: TFunction, format: Format, { standing, partnerId, name }: Pick<Verdict, 'standing' | 'partnerId' | 'name'>) {
  const values = {
    partnerId,
    name: name ?? partnerId,
    orders: format.date(dayAt(enforcedSince.orders)),
    changes: format.date(dayAt(enforcedSince.changes)),
  };
  return {
    what: t(`verdict.${standing}.what`, values),
    means: t(`verdict.${standing}.means`, values),
    act: t(`verdict.${standing}.do`, values),
  };
}
