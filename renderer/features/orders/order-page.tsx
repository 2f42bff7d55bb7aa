import { makeStyles, tokens } from '@fluentui/react-components';
import { Receipt20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CustomerTenantId } from '../../../shared/ids.ts';
import type { CustomerRecord, OrderRow } from '../../../shared/ports/mirror.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity, useLive, useMirror } from '../../platform/services.tsx';
import { useRefreshedCustomer } from '../../platform/use-refreshed-customer.ts';
import { billingWords, orderStatus } from '../../text/commerce-words.ts';
import { Age } from '../../ui/age.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { boughtLines } from './bought-lines.ts';
import { OrderAgain } from './order-again.tsx';
import { OrderCancellation } from './order-cancellation.tsx';
import { OrderHistory } from './order-history.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderProvisioning } from './order-provisioning.tsx';
import { cancellationsOf, placerOf } from './order-work.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  age: { color: tokens.colorNeutralForeground2 },
});

/** One order: its lines and subscriptions, how far it is handed out, how long it can be cancelled, where it came from. */
export function OrderPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const answer = useMirror(['orders', 'customers'], async (mirror) => {
    const found = await mirror.orders({ text: id, limit: 50 });
    const row = found.find((candidate) => candidate.order.id === id);
    const customerId = CustomerTenantId.safeParse(row?.order.customerId);
    return { row, record: customerId.success ? await mirror.customer(customerId.data) : undefined };
  }, [id]);
  const operations = useLive((work) => work.operations(), []);
  const breadcrumbs = [{ label: t('nav.orders'), to: '/orders' }];
  if (answer === undefined || operations === undefined) {
    return <Page title={t('order.title', { id })} breadcrumbs={breadcrumbs}><ListSkeleton /></Page>;
  }
  if (answer.row === undefined || answer.record === undefined) {
    return (
      <Page title={t('order.notFound')} breadcrumbs={breadcrumbs}>
        <EmptyState icon={<Receipt20Regular />} title={t('order.notFound')} text={t('order.notFoundHint')} />
      </Page>
    );
  }
  return <KnownOrder key={id} row={answer.row} record={answer.record} operations={operations} />;
}

interface KnownOrderProps {
  readonly row: OrderRow;
  readonly record: CustomerRecord;
  readonly operations: readonly Operation[];
}

function KnownOrder({ row: { order, customerName }, record, operations }: KnownOrderProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const { isReading, problem } = useRefreshedCustomer(record.row.id);
  const status = orderStatus(t, order.status);
  const placer = placerOf(operations, order.id);
  const lines = boughtLines(order, record.subscriptions ?? [], placer);
  const cancellations = cancellationsOf(operations, order.lines.flatMap(({ subscriptionId }) => subscriptionId ?? []));
  const customerId = record.row.id;
  return (
    <Page
      title={t('order.title', { id: order.id })}
      subtitle={customerName}
      breadcrumbs={[{ label: t('nav.orders'), to: '/orders' }]}
      actions={(
        <>
          <OrderAgain order={order} record={record} lines={lines} />
          <CopyButton isWide label={t('action.copyOrderNumber')} copy={() => copyText(order.id)} />
        </>
      )}
    >
      <div className={styles.column}>
        <span className={styles.age} role="status">
          {isReading ? t('customer.reading') : <Age instant={record.readAt?.orders ?? record.refreshedAt} />}
        </span>
        {problem !== undefined && isOnline && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
        <Panel title={t('order.facts')}>
          <FactList
            facts={[
              { label: t('order.customer'), value: <TextLink to={`/customers/${customerId}`}>{customerName}</TextLink> },
              { label: t('order.status'), value: <StatusMark kind={status.sign}>{status.words}</StatusMark> },
              { label: t('order.date'), value: <DateText instant={order.createdAt} as="exact" /> },
              { label: t('subscription.billing'), value: billingWords(t, order.billingCycle) },
              { label: t('order.currency'), value: order.currencyCode },
            ]}
          />
        </Panel>
        <OrderCancellation
          order={order} customerId={customerId} customerName={customerName} lines={lines} cancellations={cancellations}
        />
        <OrderLines order={order} customerId={customerId} lines={lines} />
        <OrderProvisioning order={order} customerId={customerId} known={record.provisioning?.[order.id]} />
        <OrderHistory order={order} placer={placer} cancellations={cancellations} />
      </div>
    </Page>
  );
}
