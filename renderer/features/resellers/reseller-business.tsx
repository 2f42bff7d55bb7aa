import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { OrderRow, ResellerBusiness as Business, SubscriptionRow } from '../../../shared/ports/mirror.ts';
import { subscriptionName } from '../../../shared/domain/subscription/subscription.ts';
import { useMirror } from '../../platform/services.tsx';
import { orderPath, subscriptionPath } from '../../ui/paths.ts';
import { orderStatus, subscriptionStatus } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { Age } from '../../ui/age.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { ReadBusiness } from './read-business.tsx';
import type { ResellerSubject } from './reseller-subject.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  read: { display: 'flex', flexDirection: 'column', gap: '8px', color: tokens.colorNeutralForeground2 },
  text: { margin: 0 },
});

/** Tables are drawn whole: more rows than this are counted, not drawn. */
const mostRows = 200;

/** Subscriptions and orders that credit the reseller, and how much of its business was read at all. */
export function ResellerBusiness({ subject }: { readonly subject: ResellerSubject }) {
  const styles = useStyles();
  const { id: resellerId, partnerId } = subject;
  const business = useMirror(
    ['customers', 'resellers', 'orders'], (mirror) => mirror.resellerBusiness({ resellerId, partnerId }), [resellerId, partnerId],
  );
  if (business === undefined) return null;
  return (
    <div className={styles.column}>
      <HowMuchWasRead subject={subject} business={business} />
      <Subscriptions rows={business.subscriptions} />
      <Orders rows={business.orders} />
    </div>
  );
}

/** Only customers that were read online tell what they have: the tables are no more complete than this. */
function HowMuchWasRead({ subject, business }: { readonly subject: ResellerSubject; readonly business: Business }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { customers, customersRead, oldestReadAt } = business;
  const values = { read: format.number(customersRead), all: format.number(customers.length) };
  return (
    <div className={styles.read}>
      <p className={styles.text}>
        {t('business.read', values)} {customersRead > 0 && <>{t('business.oldest')} <Age isBare instant={oldestReadAt} />.</>}
      </p>
      {customers.length > 0 && <ReadBusiness resellerId={subject.id} />}
    </div>
  );
}

function Subscriptions({ rows }: { readonly rows: readonly SubscriptionRow[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  if (rows.length === 0) return <Panel title={t('nav.subscriptions')}><p className={styles.text}>{t('business.noSubscriptions')}</p></Panel>;
  return (
    <Panel title={t('nav.subscriptions')}>
      <PlainTable
        label={t('nav.subscriptions')}
        rows={rows.slice(0, mostRows)}
        rowKey={(row) => `${row.customerId} ${row.subscription.id}`}
        columns={[
          {
            id: 'name', header: t('subscription.name'), canWrap: true,
            cell: ({ customerId, subscription }) => (
              <TextLink to={subscriptionPath(customerId, subscription.id)}>{subscriptionName(subscription)}</TextLink>
            ),
          },
          {
            id: 'customer', header: t('order.customer'), canWrap: true,
            cell: (row) => <TextLink to={`/customers/${row.customerId}`}>{row.customerName}</TextLink>,
          },
          { id: 'quantity', header: t('subscription.quantity'), align: 'end', cell: (row) => format.number(row.subscription.quantity) },
          {
            id: 'status', header: t('subscription.status'),
            cell: ({ subscription }) => {
              const { sign, words } = subscriptionStatus(t, subscription.status);
              return <StatusMark kind={sign}>{words}</StatusMark>;
            },
          },
        ]}
      />
      <More count={rows.length} />
    </Panel>
  );
}

function Orders({ rows }: { readonly rows: readonly OrderRow[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (rows.length === 0) return <Panel title={t('nav.orders')}><p className={styles.text}>{t('business.noOrders')}</p></Panel>;
  return (
    <Panel title={t('nav.orders')}>
      <PlainTable
        label={t('nav.orders')}
        rows={rows.slice(0, mostRows)}
        rowKey={(row) => row.order.id}
        columns={[
          { id: 'id', header: t('order.number'), cell: ({ order }) => <TextLink to={orderPath(order.id)}>{order.id}</TextLink> },
          { id: 'date', header: t('order.date'), cell: ({ order }) => <DateText instant={order.createdAt} /> },
          { id: 'customer', header: t('order.customer'), canWrap: true, cell: (row) => row.customerName },
          {
            id: 'status', header: t('order.status'),
            cell: ({ order }) => {
              const { sign, words } = orderStatus(t, order.status);
              return <StatusMark kind={sign}>{words}</StatusMark>;
            },
          },
        ]}
      />
      <More count={rows.length} />
    </Panel>
  );
}

function More({ count }: { readonly count: number }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  if (count <= mostRows) return null;
  return <p className={styles.text}>{t('business.more', { count: count - mostRows, shown: format.number(count - mostRows) })}</p>;
}
