import { People24Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { CustomerTenantId } from '../../../shared/ids.ts';
import { useMirror } from '../../platform/services.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { ResetForm } from './reset-form.tsx';

/** The way to a new password when one was lost: for whom, with which role, and then the outbox. */
export function ResetPage() {
  const { t } = useTranslation();
  const { customerId = '' } = useParams();
  const [search] = useSearchParams();
  const answer = useMirror(['customers'], async (mirror) => {
    const tenant = CustomerTenantId.safeParse(customerId);
    return { record: tenant.success ? await mirror.customer(tenant.data) : undefined };
  }, [customerId]);
  const breadcrumbs = [{ label: t('envelopes.title'), to: '/envelopes' }];
  if (answer === undefined) return <Page title={t('resetPassword.title')} breadcrumbs={breadcrumbs}><ListSkeleton /></Page>;
  if (answer.record === undefined) {
    return (
      <Page title={t('customer.notFound')} breadcrumbs={breadcrumbs}>
        <EmptyState
          icon={<People24Regular />} title={t('customer.notFound')} text={t('customer.notFoundHint')}
          actions={<LinkButton to="/envelopes" appearance="primary">{t('envelopes.missing.action')}</LinkButton>}
        />
      </Page>
    );
  }
  return (
    <Page title={t('resetPassword.title')} subtitle={answer.record.row.name} breadcrumbs={breadcrumbs}>
      <ResetForm record={answer.record} userId={search.get('user') ?? undefined} userName={search.get('name') ?? undefined} />
    </Page>
  );
}
