import { useTranslation } from 'react-i18next';
import { isOpen } from '../../../shared/sync/operation.ts';
import { cancellationWindow, timeLeft } from '../../../shared/domain/order/cancellation-window.ts';
import { isCancelled, isSuspended } from '../../../shared/domain/subscription/subscription.ts';
import { useClock } from '../../platform/use-clock.ts';
import { subscriptionStatus } from '../../text/commerce-words.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { WindowWords } from '../../ui/window-words.tsx';
import { CancelSection } from './cancel-section.tsx';
import { blockOf, isFieldAsked, wantedFields } from './edit-props.ts';
import type { EditProps } from './edit-props.ts';
import { BlockedNote, EditSection } from './edit-section.tsx';
import { PendingEdit } from './pending-edit.tsx';
import { StatusForm } from './status-form.tsx';

/** **Status and cancellation**: suspend, reactivate, and cancel while the window is open. */
export function StatusPanel(props: EditProps) {
  const { record, subscription, changes } = props;
  const { t } = useTranslation();
  const now = useClock();
  const wanted = wantedFields(props);
  const block = blockOf(props);
  const { sign, words } = subscriptionStatus(t, subscription.status);
  const order = record.orders?.find(({ id }) => id === subscription.orderId);
  const window = cancellationWindow(subscription, order?.createdAt);
  const isOver = !['active', 'suspended'].includes(subscription.status.toLowerCase());
  const one = {
    subscription, window, isOver, isCancelled: isCancelled(subscription), left: window && timeLeft(window.until, now),
    underWay: changes.filter((change) => change.kind === 'cancel-subscription').find(isOpen),
  };
  const isTurning = wanted.status.toLowerCase() !== subscription.status.toLowerCase();
  return (
    <Panel title={t('subscription.statusTitle')} tone={isTurning || one.underWay ? 'waiting' : 'plain'}>
      <FactList
        facts={[
          { label: t('subscription.status'), value: <StatusMark kind={sign}>{words}</StatusMark> },
          ...(subscription.suspensionReasons === undefined ? [] : [
            { label: t('subscription.suspensionReasons'), value: subscription.suspensionReasons.join(', ') },
          ]),
          { label: t('order.cancellation.title'), value: <WindowWords one={one} /> },
        ]}
      />
      <BlockedNote block={block === 'suspended' ? undefined : block} />
      <EditSection
        label={t(isSuspended(subscription) ? 'subscription.reactivate' : 'subscription.suspend')}
        isAsked={isFieldAsked(props, 'status')}
        isBlocked={block !== undefined && block !== 'suspended'}
        pending={(
          <PendingEdit changes={changes} field="status" before={words} after={subscriptionStatus(t, wanted.status).words} />
        )}
        form={(close) => <StatusForm {...props} onClose={close} />}
      />
      {!isOver && one.left !== undefined && one.underWay === undefined && <CancelSection {...props} now={now} />}
    </Panel>
  );
}
