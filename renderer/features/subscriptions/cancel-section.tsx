import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refundEstimate } from '../../../shared/domain/subscription/refund.ts';
import { isActiveSubscription } from '../../../shared/domain/subscription/subscription.ts';
import type { Instant } from '../../../shared/instant.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity } from '../../platform/services.tsx';
import { useCancellation } from '../../platform/use-cancellation.ts';
import { useFormat } from '../../text/use-format.ts';
import { CancelDialog } from '../../ui/cancel-dialog.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { useFormStyles } from './edit-form.tsx';
import { openEdits } from './edit-props.ts';
import type { EditProps } from './edit-props.ts';
import { ListNote } from './effect-words.tsx';
import { priceOf } from './price-of.ts';

/** The way to cancel for good while the window is open: the effect in words, and the customer's name typed. */
export function CancelSection(props: EditProps & { readonly now: Instant }) {
  const { record: { row, subscriptions = [] }, subscription, changes, offer, now } = props;
  const styles = useFormStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { isOnline } = useConnectivity();
  const command = useCancellation({ customerId: row.id, customerName: row.name, orderId: subscription.orderId });
  const [isAsking, setAsking] = useState(false);
  const addons = subscriptions.filter((one) => one.parentSubscriptionId === subscription.id && isActiveSubscription(one));
  const price = priceOf(offer, subscription.termDuration, subscription.billingCycle);
  const refund = price && refundEstimate(subscription, price, now);
  const confirm = async (): Promise<void> => {
    setAsking(false);
    await command.submit([subscription]);
  };
  // Two that wait would be sent in the order of the network's liking.
  if (openEdits(changes).length > 0) return <p className={styles.soft}>{t('subscription.cancelAfterEdit')}</p>;
  return (
    <>
      {command.problem !== undefined && <FailureMessage failure={command.problem} copy={copyText} />}
      <Button className={styles.start} disabled={command.isBusy} onClick={() => setAsking(true)}>{t('subscription.cancel')}</Button>
      {isAsking && (
        <CancelDialog
          customerName={row.name} ending={[subscription, ...addons]} isOnline={isOnline}
          onCancel={() => setAsking(false)} onConfirm={() => void confirm()}
        >
          {refund !== undefined && (
            <>
              <p className={styles.text}>{t('subscription.refundEstimate', { amount: format.money(refund) })}</p>
              <ListNote offer={offer} />
            </>
          )}
        </CancelDialog>
      )}
    </>
  );
}
