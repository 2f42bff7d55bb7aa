import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/domain/order/order.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import { subscriptionName } from '../../../shared/domain/subscription/subscription.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity } from '../../platform/services.tsx';
import { useCancellation } from '../../platform/use-cancellation.ts';
import { useClock } from '../../platform/use-clock.ts';
import { CancelDialog } from '../../ui/cancel-dialog.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WindowWords } from '../../ui/window-words.tsx';
import type { BoughtLine } from './bought-lines.ts';
import { cancellables, endsWithBase } from './cancellable.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  line: { display: 'flex', flexDirection: 'column' },
  words: { paddingLeft: '32px', color: tokens.colorNeutralForeground2 },
  text: { margin: 0 },
});

export interface OrderCancellationProps {
  readonly order: Order;
  readonly customerId: CustomerTenantId;
  readonly customerName: string;
  readonly lines: readonly BoughtLine[];
  /** Cancellations of these lines that were confirmed here. */
  readonly cancellations: readonly OperationOf<'cancel-subscription'>[];
}

/** How long each line can still be cancelled, and the way to do it: chosen lines, the effect in words, a typed confirmation. */
export function OrderCancellation({ order, customerId, customerName, lines, cancellations }: OrderCancellationProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const now = useClock();
  const command = useCancellation({ customerId, customerName, orderId: order.id });
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const all = cancellables(lines, order.createdAt, cancellations, now);
  const isUnread = lines.some(({ subscription }) => subscription === undefined);
  // what was chosen may have run out, or be on its way, since
  const open = all.filter(({ canCancel }) => canCancel);
  const chosen = open.filter(({ subscription }) => wanted.has(subscription.id));
  const ids = new Set(chosen.map(({ subscription }) => subscription.id));
  const sent = chosen.filter((one) => !endsWithBase(one, ids));
  const ending = all.filter((one) => !one.isOver && (ids.has(one.subscription.id) || endsWithBase(one, ids)));
  const choose = (id: string, isChosen: boolean): void =>
    setWanted((before) => new Set(isChosen ? [...before, id] : [...before].filter((one) => one !== id)));
  const confirm = async (): Promise<void> => {
    setAsking(false);
    if (await command.submit(sent.map(({ subscription }) => subscription))) setWanted(new Set());
  };
  return (
    <Panel title={t('order.cancellation.title')}>
      <div className={styles.box}>
        {isUnread && <p className={styles.text}>{t('order.cancellation.notRead')}</p>}
        <ul className={styles.list}>
          {all.map((one) => {
            const { subscription, canCancel } = one;
            const withBase = endsWithBase(one, ids);
            return (
              <li key={subscription.id} className={styles.line}>
                <Checkbox
                  label={subscriptionName(subscription)}
                  disabled={!canCancel || withBase}
                  checked={canCancel && (withBase || ids.has(subscription.id))}
                  onChange={(_event, data) => choose(subscription.id, data.checked === true)}
                />
                <div className={styles.words}><WindowWords one={one} /></div>
              </li>
            );
          })}
        </ul>
        {command.problem !== undefined && <FailureMessage failure={command.problem} copy={copyText} />}
        {open.length > 0 && (
          <Button disabled={sent.length === 0 || command.isBusy} onClick={() => setAsking(true)}>{t('order.cancellation.cancel')}</Button>
        )}
      </div>
      {isAsking && sent.length > 0 && (
        <CancelDialog
          customerName={customerName}
          ending={ending.map(({ subscription }) => subscription)}
          isOnline={isOnline}
          onCancel={() => setAsking(false)}
          onConfirm={() => void confirm()}
        />
      )}
    </Panel>
  );
}
