import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync16Regular, Cart16Regular, Open16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CustomerRecord, CustomerRow } from '../../../shared/ports/mirror.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity, useMirror } from '../../platform/services.tsx';
import { Age } from '../../ui/age.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { SubscriptionTable } from './subscription-table.tsx';
import { useCustomerSubscriptions, useReadSubscriptions } from './use-customer-subscriptions.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '8px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', color: tokens.colorNeutralForeground2 },
  text: { margin: 0 },
});

/** A list of subscriptions is read in place; a longer one on the customer's page. */
const mostShown = 50;

/** What an opened row of the list shows: the customer's subscriptions, as the copy has them at once, and read when online. */
export function CustomerInPlace({ row }: { readonly row: CustomerRow }) {
  const record = useMirror(['customers', 'orders'], (mirror) => mirror.customer(row.id), [row.id]);
  return record === undefined ? null : <Known record={record} />;
}

function Known({ record }: { readonly record: CustomerRecord }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const { id, name } = record.row;
  const { lines, readAt, wasRead, hasUnlisted } = useCustomerSubscriptions(record);
  const { isReading, problem, refresh } = useReadSubscriptions(id, hasUnlisted);
  const shown = lines.slice(0, mostShown);
  return (
    <div className={styles.box}>
      {!wasRead && !isReading && <p className={styles.text}>{t(isOnline ? 'subscription.neverRead' : 'subscription.neverReadOffline')}</p>}
      {wasRead && lines.length === 0 && <p className={styles.text}>{t('subscription.none')}</p>}
      {shown.length > 0 && <SubscriptionTable label={t('subscription.ofCustomer', { name })} customerId={id} lines={shown} />}
      {lines.length > shown.length && (
        <TextLink to={`/customers/${id}`}>{t('subscription.moreOnPage', { count: lines.length - shown.length })}</TextLink>
      )}
      {hasUnlisted && <p className={styles.text}>{t('subscription.listedLate')}</p>}
      {problem !== undefined && isOnline && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
      <div className={styles.bar}>
        <LinkButton size="small" to={`/carts/new?customer=${id}`} icon={<Cart16Regular />} label={t('action.addSubscriptionsTo', { name })}>
          {t('action.addSubscriptions')}
        </LinkButton>
        <LinkButton size="small" to={`/customers/${id}`} icon={<Open16Regular />} label={t('action.openCustomerNamed', { name })}>
          {t('action.openCustomer')}
        </LinkButton>
        {problem !== undefined && isOnline && !isReading && (
          <Button size="small" icon={<ArrowSync16Regular />} onClick={() => void refresh()}>{t('action.refresh')}</Button>
        )}
        <span role="status">{isReading && !wasRead ? t('customer.reading') : wasRead && <Age instant={readAt} />}</span>
      </div>
    </div>
  );
}
