import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Subscription } from '../../shared/domain/subscription/subscription.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { RefundWords } from './window-words.tsx';

const useStyles = makeStyles({ names: { margin: '8px 0', paddingLeft: '20px' }, text: { margin: 0 } });

export interface CancelDialogProps {
  readonly customerName: string;
  /** All that end, add-ons with their base. */
  readonly ending: readonly Subscription[];
  readonly isOnline: boolean;
  /** What is known beyond the server's refund options. */
  readonly children?: ReactNode;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** Asks before subscriptions are cancelled: what ends, what is given back, and the name of the customer, typed. */
export function CancelDialog({ customerName, ending, isOnline, children, onCancel, onConfirm }: CancelDialogProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      isOpen
      title={t('order.cancellation.question', { count: ending.length })}
      confirmLabel={t('order.cancellation.confirm')}
      cancelLabel={t('order.cancellation.keep')}
      nameToType={customerName}
      onCancel={onCancel}
      onConfirm={onConfirm}
    >
      <p className={styles.text}>{t('order.cancellation.effect', { name: customerName })}</p>
      <ul className={styles.names}>
        {ending.map((one) => (
          <li key={one.id}>{one.friendlyName || one.offerName}: <RefundWords subscription={one} /></li>
        ))}
      </ul>
      {children}
      {!isOnline && <p className={styles.text}>{t('order.cancellation.offline')}</p>}
    </ConfirmDialog>
  );
}
