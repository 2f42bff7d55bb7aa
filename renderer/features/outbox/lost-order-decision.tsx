import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import { useServices } from '../../platform/services.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DateText } from '../../ui/date-text.tsx';
import type { OutboxCommand } from './use-outbox-command.ts';

const useStyles = makeStyles({ box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' }, text: { margin: 0 } });

export interface LostOrderDecisionProps {
  readonly operation: OperationOf<'place-order'>;
  readonly waitedUntil: string;
  readonly command: OutboxCommand;
}

/**
 * An order was sent, no answer came, and it is not in the customer's list after the documented delay (story F4). Sending
 * it again may buy it twice, so only a person may, and types the customer's name for it.
 */
export function LostOrderDecision({ operation, waitedUntil, command }: LostOrderDecisionProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { outbox } = useServices();
  const [isAsking, setAsking] = useState(false);
  const name = operation.payload.customerName;
  return (
    <div className={styles.box}>
      <p className={styles.text}>{t('outbox.decision.lost')} <DateText instant={waitedUntil} as="exact" />.</p>
      <p className={styles.text}>{t('outbox.decision.lostDo', { name })}</p>
      <Button disabled={command.isBusy} onClick={() => setAsking(true)}>{t('outbox.decision.sendAgain')}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('outbox.decision.sendAgainTitle')}
        confirmLabel={t('outbox.decision.sendAgain')}
        nameToType={name}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void command.run(() => outbox.decide(operation.id, { kind: 'send-again' }));
        }}
      >
        {t('outbox.decision.sendAgainText')}
      </ConfirmDialog>
    </div>
  );
}
