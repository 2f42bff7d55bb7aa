import type { TFunction } from 'i18next';
import { timeLeft } from '../../shared/domain/order/cancellation-window.ts';
import type { ClosingOrder } from '../../shared/domain/order/closing-orders.ts';
import type { Instant } from '../../shared/instant.ts';
import { bridge } from '../platform/bridge.ts';
import { systemClock } from '../platform/clock.ts';
import { showDesktopNotice } from '../platform/desktop-notice.ts';
import { reportBug } from '../platform/report-bug.ts';
import type { Services } from '../platform/services.tsx';
import { watchClosingOrders } from '../sync/closing-watch.ts';
import { durationWords } from '../text/duration-words.ts';
import { orderPath } from '../ui/paths.ts';

export interface ClosingReminderParts extends Pick<Services, 'work' | 'mirror'> {
  /** Of the language that is shown when a notice is made. */
  readonly text: () => { readonly t: TFunction; readonly locale: string };
  readonly goTo: (path: string) => void;
}

/** Shows a notice of the desktop for each order that comes under a day of its cancellation window. Returns the way to stop. */
export function startClosingReminder({ work, mirror, text, goTo }: ClosingReminderParts): () => void {
  const remind = ({ orderId, customerName, window }: ClosingOrder, now: Instant): void => {
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
  return watchClosingOrders({
    work, mirror, remind, clock: systemClock, report: reportBug,
    onResume: (listener) => bridge.on('system.resumed', listener),
  });
}
