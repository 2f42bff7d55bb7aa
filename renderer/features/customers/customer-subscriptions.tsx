import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import { Age } from '../../ui/age.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SubscriptionTable } from './subscription-table.tsx';
import { useCustomerSubscriptions } from './use-customer-subscriptions.ts';

const useStyles = makeStyles({ note: { margin: '8px 0 0' } });

/** What the customer has, as last read, and what it is going to have. */
export function CustomerSubscriptions({ record }: { readonly record: CustomerRecord }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { lines, readAt, wasRead, hasUnlisted } = useCustomerSubscriptions(record);
  const title = t('nav.subscriptions');
  return (
    <Panel title={title} {...(wasRead ? { actions: <Age instant={readAt} /> } : {})}>
      {!wasRead && <p className={styles.note}>{t('customer.notRead')}</p>}
      {wasRead && lines.length === 0 && t('subscription.none')}
      {lines.length > 0 && <SubscriptionTable label={title} customerId={record.row.id} lines={lines} />}
      {hasUnlisted && <p className={styles.note}>{t('subscription.listedLate')}</p>}
    </Panel>
  );
}
