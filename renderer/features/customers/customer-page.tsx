import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular, Cart20Regular, People20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { CustomerTenantId } from '../../../shared/ids.ts';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity, useMirror } from '../../platform/services.tsx';
import { useRefreshedCustomer } from '../../platform/use-refreshed-customer.ts';
import { Age } from '../../ui/age.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { CustomerAgreement } from './customer-agreement.tsx';
import { CustomerJournal } from './customer-journal.tsx';
import { CustomerOrders } from './customer-orders.tsx';
import { CustomerProfile } from './customer-profile.tsx';
import { CustomerQualification } from './customer-qualification.tsx';
import { CustomerSubscriptions } from './customer-subscriptions.tsx';
import { CustomerUsers } from './customer-users.tsx';
import { CustomerWork } from './customer-work.tsx';
import { OpenInPortal } from './open-in-portal.tsx';
import { Section, SectionJumps } from './page-sections.tsx';
import { TakeCustomer } from './take-customer.tsx';

const useStyles = makeStyles({
  age: {
    display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap', color: tokens.colorNeutralForeground2,
    minHeight: '32px',
  },
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
});

/** One customer: who it is, what it has, what is being prepared for it, and what was done. */
export function CustomerPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const answer = useMirror(['customers', 'orders'], async (mirror) => {
    const tenant = CustomerTenantId.safeParse(id);
    return { record: tenant.success ? await mirror.customer(tenant.data) : undefined };
  }, [id]);
  const breadcrumbs = [{ label: t('nav.customers'), to: '/customers' }];
  if (answer === undefined) return <Page title={t('carts.customer')} breadcrumbs={breadcrumbs}><ListSkeleton /></Page>;
  if (answer.record === undefined) {
    return (
      <Page title={t('customer.notFound')} breadcrumbs={breadcrumbs}>
        <EmptyState icon={<People20Regular />} title={t('customer.notFound')} text={t('customer.notFoundHint')} />
      </Page>
    );
  }
  return <KnownCustomer record={answer.record} />;
}

function KnownCustomer({ record }: { readonly record: CustomerRecord }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { row } = record;
  const sections = [
    { id: 'profile', title: t('customer.details') },
    { id: 'agreement', title: t('carts.agreement.title') },
    { id: 'qualification', title: t('qualification.title') },
    { id: 'subscriptions', title: t('nav.subscriptions') },
    { id: 'orders', title: t('nav.orders') },
    { id: 'users', title: t('customerUsers.title') },
    { id: 'journal', title: t('journal.title') },
  ];
  return (
    <Page
      title={row.name}
      subtitle={row.domain}
      breadcrumbs={[{ label: t('nav.customers'), to: '/customers' }]}
      actions={
        <>
          <OpenInPortal customerId={row.id} />
          <TakeCustomer row={row} />
          <CopyButton isWide label={t('action.copyTenantId')} copy={() => copyText(row.id)} />
          <LinkButton
            to={`/carts/new?customer=${row.id}`}
            appearance="primary"
            icon={<Cart20Regular />}
          >
            {t('action.addSubscriptions')}
          </LinkButton>
        </>
      }
    >
      <div className={styles.column}>
        <Freshness record={record} />
        <SectionJumps sections={sections} />
        <CustomerWork customerId={row.id} />
        <Section id="profile"><CustomerProfile record={record} /></Section>
        <Section id="agreement"><CustomerAgreement record={record} /></Section>
        <Section id="qualification"><CustomerQualification record={record} /></Section>
        <Section id="subscriptions"><CustomerSubscriptions record={record} /></Section>
        <Section id="orders"><CustomerOrders record={record} /></Section>
        <Section id="users"><CustomerUsers record={record} /></Section>
        <Section id="journal"><CustomerJournal name={row.name} /></Section>
      </div>
    </Page>
  );
}

/** How old the details are, and the way to newer ones. */
function Freshness({ record }: { readonly record: CustomerRecord }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const { isReading, problem, refresh } = useRefreshedCustomer(record.row.id);
  return (
    <>
      <div className={styles.age}>
        <span role="status">{isReading ? t('customer.reading') : <Age instant={record.refreshedAt} />}</span>
        {isOnline && !isReading && (
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowSync20Regular />}
            onClick={() => void refresh()}
          >
            {t('action.refresh')}
          </Button>
        )}
        {!isOnline && record.refreshedAt === undefined && <span>{t('customer.readWhenOnline')}</span>}
      </div>
      {problem !== undefined && isOnline && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
    </>
  );
}
