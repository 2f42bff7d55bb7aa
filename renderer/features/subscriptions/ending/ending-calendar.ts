import type { TFunction } from 'i18next';
import { eventUid } from '../../../../shared/domain/renewal/calendar-file.ts';
import type { CalendarEvent } from '../../../../shared/domain/renewal/calendar-file.ts';
import { reminderDays } from '../../../../shared/domain/renewal/reminders.ts';
import type { End } from '../../../platform/read-ends.ts';
import type { Format } from '../../../text/format.ts';
import { costSource, costWords, fateWords, productOf } from './end-words.ts';

/** An entry for each end that is still to come; those nobody decided remind as the app does, the last three times. */
export const endEvents = (t: TFunction, format: Format, ends: readonly End[]): readonly CalendarEvent[] =>
  ends.filter(({ renewal }) => renewal.fate !== 'passed').map((end) => {
    const { row: { subscription, customerName }, renewal, isDecided } = end;
    const cost = [costWords(t, format, renewal.cost), costSource(t, format, renewal.cost)].filter((words) => words !== '').join(', ');
    return {
      uid: eventUid(subscription.id, renewal.endsAt),
      at: renewal.decideBy,
      summary: t('ending.files.event', { product: productOf(end), customer: customerName }),
      description: t('ending.files.eventText', { seats: format.number(subscription.quantity), fate: fateWords(t, renewal.fate).words, cost }),
      alarmDays: isDecided ? [] : reminderDays.slice(1),
    };
  });
