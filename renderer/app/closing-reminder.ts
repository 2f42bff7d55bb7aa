import type { TFunction } from 'i18next';
import { timeLeft } from '../../shared/domain/order/cancellation-window.ts';
import type { ClosingOrder } from '../../shared/domain/order/closing-orders.ts';
import type { Instant } from '../../shared/instant.ts';
import { bridge } from '../platform/bridge.ts';
import { showDesktopNotice } from '../platform/desktop-notice.ts';
import { reportBug } from '../platform/report-bug.ts';
import { followServerTime, serverClock } from '../platform/server-time.ts';
import type { Services } from '../platform/services.tsx';
import { watchClosingOrders } from '../sync/closing-watch.ts';
import { watchEnds } from '../sync/ending-watch.ts';
import type { EndNotice } from '../sync/ending-watch.ts';
import { durationWords } from '../text/duration-words.ts';
import { endsPath, orderPath } from '../ui/paths.ts';

export interface ClosingReminderParts extends Pick<Services, 'account' | 'work' | 'mirror'> {
  /** Of the language that is shown when a notice is made. */
  readonly text: () => { readonly t: TFunction; readonly locale: string };
  readonly goTo: (path: string) => void;
}

/**
 * Shows notices of the desktop: for each order that comes under a day of its cancellation window, and one a day for the
 * subscriptions that end undecided. Both by the server's clock. Returns the way to stop.
 */
export function startReminders({ account, work, mirror, text, goTo }: ClosingReminderParts): () => void {
  const clock = serverClock(account.id);
  const onResume = (listener: () => void): (() => void) => bridge.on('system.resumed', listener);
  const onTimeSet = (listener: () => void): (() => void) => followServerTime(account.id, listener);
  const remindOrder = ({ orderId, customerName, window }: ClosingOrder, now: Instant): void => {
    const left = timeLeft(window.until, now);
    if (left === undefined) return;
    const { t, locale } = text();
    const effect = t('home.closing.notice', { id: orderId });
    showDesktopNotice({
      tag: `order ${orderId}`,
      title: t('home.closing.left', { name: customerName, time: durationWords(locale, left) }),
      text: window.isEstimate ? `${effect} ${t('order.cancellation.estimate')}` : effect,
      open: () => goTo(orderPath(orderId)),
    });
  };
  const remindEnds = (notice: EndNotice): void => {
    const { t, locale } = text();
    const parts = notice.map(({ days, count }) => t('ending.notice.within', { count: days, ends: count }));
    showDesktopNotice({
      tag: 'ends',
      title: t('ending.notice.title', { count: notice.reduce((all, { count }) => all + count, 0) }),
      text: `${new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(parts)}. ${t('ending.notice.effect')}`,
      open: () => goTo(endsPath),
    });
  };
  const stops = [
    watchClosingOrders({ work, mirror, clock, onResume, onTimeSet, remind: remindOrder, report: reportBug }),
    watchEnds({ work, mirror, clock, onResume, onTimeSet, remind: remindEnds, report: reportBug }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
