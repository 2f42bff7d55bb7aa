import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { timeLeft } from '../../../../shared/domain/order/cancellation-window.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { durationWords } from '../../../text/duration-words.ts';
import { useFormat } from '../../../text/use-format.ts';

/** How long it can be decided, and until when, in the user's zone; the year only on hover, as the board looks 90 days ahead. */
export function EndsLeft({ decideBy, now }: { readonly decideBy: Instant; readonly now: Instant }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const day = useMemo(() => new Intl.DateTimeFormat(format.locale, { day: 'numeric', month: 'short' }), [format.locale]);
  const left = timeLeft(decideBy, now);
  const date = format.dateTime(decideBy);
  const short = left !== undefined && left.days > 1 ? { days: left.days, hours: 0, minutes: 0 } : left;
  const words = short === undefined ? t('ending.over') : t('ending.left', { time: durationWords(i18n.language, short) });
  return <time dateTime={decideBy} title={t('ending.by', { date })}>{words}, {day.format(new Date(decideBy))}</time>;
}
