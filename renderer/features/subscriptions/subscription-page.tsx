import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRepeatAll20Regular, ArrowSync20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { CustomerTenantId } from '../../../shared/ids.ts';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import { isOpen } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity, useLive, useMirror } from '../../platform/services.tsx';
import type { OnlineReading } from '../../platform/use-online-reading.ts';
import { Age } from '../../ui/age.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { ResellerPanel } from './reseller-panel.tsx';
import { SubscriptionFacts } from './subscription-facts.tsx';
import { SubscriptionJournal, changesOf } from './subscription-work.tsx';
import { SupportPanel } from './support-panel.tsx';
import { useFreshSubscription } from './use-fresh-subscription.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '920px' },
  age: {
    display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap', color: tokens.colorNeutralForeground2, minHeight: '32px',
  },
});

/**
 * One subscription: what it is, who is credited, who gives support, what is on its way to it and what was done.
 * `?reseller=` opens both forms with that reseller chosen, `?operation=` changes what was refused or not sent yet.
 */
export function SubscriptionPage() {
  const { t } = useTranslation();
  const { customerId = '', subscriptionId = '' } = useParams();
  const tenant = CustomerTenantId.safeParse(customerId);
  const fresh = useFreshSubscription(tenant.success ? tenant.data : undefined, subscriptionId);
  const answer = useMirror(['customers', 'orders'], async (mirror) => {
    const record = tenant.success ? await mirror.customer(tenant.data) : undefined;
    return { record, subscription: record?.subscriptions?.find(({ id }) => id === subscriptionId) };
  }, [customerId, subscriptionId]);
  const operations = useLive((work) => work.operations(), []);
  const breadcrumbs = [{ label: t('nav.subscriptions'), to: '/subscriptions' }];
  const loading = <Page title={t('subscription.name')} breadcrumbs={breadcrumbs}><ListSkeleton /></Page>;
  if (answer === undefined || operations === undefined) return loading;
  const { record, subscription } = answer;
  if (record === undefined || subscription === undefined) {
    return (
      <Page title={t('subscription.notFound')} breadcrumbs={breadcrumbs}>
        <EmptyState
          icon={<ArrowRepeatAll20Regular />}
          title={t(fresh.isReading ? 'customer.reading' : 'subscription.notFound')}
          text={t('subscription.notFoundHint')}
          actions={<LinkButton to={record === undefined ? '/customers' : `/customers/${record.row.id}`}>{t('action.openCustomers')}</LinkButton>}
        />
      </Page>
    );
  }
  return <Known key={subscription.id} record={record} subscription={subscription} fresh={fresh} operations={operations} />;
}

interface KnownProps {
  readonly record: CustomerRecord;
  readonly subscription: Subscription;
  readonly fresh: OnlineReading;
  readonly operations: readonly Operation[];
}

function Known({ record, subscription, fresh, operations }: KnownProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const changes = changesOf(operations, subscription.id);
  const edited = changes.find((one) => isOpen(one) && one.id === params.get('operation'));
  const parts = { record, subscription, changes, edited, resellerId: params.get('reseller') ?? undefined };
  // Another question in the address is another beginning of the forms.
  const asked = params.toString();
  return (
    <Page
      title={subscription.friendlyName || subscription.offerName}
      subtitle={record.row.name}
      breadcrumbs={[{ label: t('nav.subscriptions'), to: '/subscriptions' }, { label: record.row.name, to: `/customers/${record.row.id}` }]}
    >
      <div className={styles.column}>
        <Freshness record={record} fresh={fresh} />
        <ResellerPanel key={`reseller ${asked}`} {...parts} />
        <SupportPanel key={`support ${asked}`} {...parts} />
        <SubscriptionFacts record={record} subscription={subscription} />
        <SubscriptionJournal subscriptionId={subscription.id} />
      </div>
    </Page>
  );
}

/** How old all of it is, and the way to newer data. */
function Freshness({ record, fresh: { isReading, problem, refresh } }: Pick<KnownProps, 'record' | 'fresh'>) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  return (
    <>
      <div className={styles.age}>
        <span role="status">{isReading ? t('customer.reading') : <Age instant={record.refreshedAt} />}</span>
        {isOnline && !isReading && (
          <Button size="small" appearance="subtle" icon={<ArrowSync20Regular />} onClick={() => void refresh()}>{t('action.refresh')}</Button>
        )}
      </div>
      {problem !== undefined && isOnline && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
    </>
  );
}
