import { useTranslation } from 'react-i18next';
import { timeLeft } from '../../../shared/domain/order/cancellation-window.ts';
import { closingOrders } from '../../../shared/domain/order/closing-orders.ts';
import { serverNow } from '../../platform/server-time.ts';
import { useMirror, useServices } from '../../platform/services.tsx';
import { useClock } from '../../platform/use-clock.ts';
import { durationWords } from '../../text/duration-words.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { orderPath } from '../../ui/paths.ts';
import { WorkList } from './work-list.tsx';

const shownHours = 48;

/** Orders that can be cancelled for two more days at most, by the offline copy (failure story F23). Nothing when there are none. */
export function ClosingPanel() {
  const { t, i18n } = useTranslation();
  const now = useClock();
  const { account } = useServices();
  const open = useMirror(['orders'], (mirror) => mirror.openOrders(serverNow(account.id)), []);
  const items = closingOrders(open ?? [], now, shownHours).flatMap(({ orderId, customerName, window }) => {
    const left = timeLeft(window.until, now);
    if (left === undefined) return [];
    return [{
      id: orderId, to: orderPath(orderId),
      title: t('home.closing.left', { name: customerName, time: durationWords(i18n.language, left) }),
      detail: (
        <>
          <span>{t('order.title', { id: orderId })}</span>
          <span>{t('order.cancellation.until')} <DateText instant={window.until} as="exact" /></span>
          {window.isEstimate && <span>{t('order.cancellation.estimate')}</span>}
        </>
      ),
    }];
  });
  if (items.length === 0) return null;
  return <Panel title={t('home.closing.title')} tone="attention"><WorkList noneText="" items={items} /></Panel>;
}
