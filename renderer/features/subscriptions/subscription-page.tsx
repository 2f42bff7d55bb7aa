import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRepeatAll20Regular, ArrowSync20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { ownOffer } from '../../../shared/domain/subscription/next-term.ts';
import { CustomerTenantId } from '../../../shared/ids.ts';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import { subscriptionName } from '../../../shared/domain/subscription/subscription.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity, useLive, useMirror } from '../../platform/services.tsx';
import type { OnlineReading } from '../../platform/use-online-reading.ts';
import { Age } from '../../ui/age.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import type { Asked, EditProps } from './edit-props.ts';
import { FurtherFacts } from './further-facts.tsx';
import { RenewalPanel } from './renewal-panel.tsx';
import { ResellerPanel } from './reseller-panel.tsx';
import { SeatsPanel } from './seats-panel.tsx';
import { UpgradePanel } from './upgrade-panel.tsx';
import { StatusPanel } from './status-panel.tsx';
import { SubscriptionFacts } from './subscription-facts.tsx';
import { SubscriptionHistory, changesOf } from './subscription-work.tsx';
import { SupportPanel } from './support-panel.tsx';
import { useFreshSubscription } from './use-fresh-subscription.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '920px' },
  age: {
    display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap', color: tokens.colorNeutralForeground2, minHeight: '32px',
  },
});

/**
 * One subscription: what it is, each part with the forms that change it, what is on its way to it and what was done.
 * `?reseller=` opens both forms with that reseller chosen, `?operation=` those of what was refused or waits, `?seats=` that of the
 * licenses and `?schedule=` that of the next term, with so many.
 */
export function SubscriptionPage() {
  const { t } = useTranslation();
  const { customerId = '', subscriptionId = '' } = useParams();
  const tenant = CustomerTenantId.safeParse(customerId);
  const fresh = useFreshSubscription(tenant.success ? tenant.data : undefined, subscriptionId);
  const answer = useMirror(['customers', 'orders', 'catalogue', 'price-lists'], async (mirror) => {
    const record = tenant.success ? await mirror.customer(tenant.data) : undefined;
    const country = record?.detail?.country ?? record?.row.country;
    const [offers, promotions] = country === undefined ? [[], []]
      : await Promise.all([mirror.offers({ country, text: '' }), mirror.promotions(country)]);
    return { record, subscription: record?.subscriptions?.find(({ id }) => id === subscriptionId), offers, promotions };
  }, [customerId, subscriptionId]);
  const operations = useLive((work) => work.operations(), []);
  const breadcrumbs = [{ label: t('nav.subscriptions'), to: '/subscriptions' }];
  const loading = <Page title={t('subscription.name')} breadcrumbs={breadcrumbs}><ListSkeleton /></Page>;
  if (answer === undefined || operations === undefined) return loading;
  const { record, subscription, offers, promotions } = answer;
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
  const known = { record, subscription, offers, promotions, offer: ownOffer(offers, subscription.offerId) };
  return <Known key={subscription.id} {...known} fresh={fresh} changes={changesOf(operations, subscription.id)} />;
}

interface KnownProps extends Omit<EditProps, 'asked'> {
  readonly fresh: OnlineReading;
}

const wholeNumber = (text: string | null): number | undefined =>
  text === null ? undefined : /^\d{1,9}$/u.test(text) ? Number(text) : Number.NaN;

function Known({ fresh, ...known }: KnownProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { record, subscription, changes } = known;
  const seats = wholeNumber(params.get('seats'));
  const asked: Asked = {
    operation: params.get('operation') ?? undefined,
    resellerId: params.get('reseller') ?? undefined,
    seats: seats === undefined || Number.isNaN(seats) ? undefined : seats,
    schedule: wholeNumber(params.get('schedule')),
  };
  const parts: EditProps = { ...known, asked };
  // Another question in the address is another beginning of the forms.
  const question = params.toString();
  return (
    <Page
      title={subscriptionName(subscription)}
      subtitle={record.row.name}
      breadcrumbs={[{ label: t('nav.subscriptions'), to: '/subscriptions' }, { label: record.row.name, to: `/customers/${record.row.id}` }]}
    >
      <div className={styles.column}>
        <Freshness record={record} fresh={fresh} />
        <SubscriptionFacts key={`facts ${question}`} {...parts} />
        <SeatsPanel key={`seats ${question}`} {...parts} />
        <RenewalPanel key={`renewal ${question}`} {...parts} />
        <UpgradePanel key={`upgrade ${question}`} {...parts} />
        <ResellerPanel key={`reseller ${question}`} {...parts} />
        <SupportPanel key={`support ${question}`} {...parts} />
        <StatusPanel key={`status ${question}`} {...parts} />
        <FurtherFacts subscription={subscription} />
        <SubscriptionHistory changes={changes} subscriptionId={subscription.id} />
      </div>
    </Page>
  );
}

/** How old all of it is, and the way to newer data. */
function Freshness({ record, fresh: { isReading, problem, refresh } }: { readonly record: CustomerRecord; readonly fresh: OnlineReading }) {
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
