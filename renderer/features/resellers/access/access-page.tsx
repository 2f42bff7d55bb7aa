import { Key20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CustomerTenantId } from '../../../../shared/ids.ts';
import { useMirror } from '../../../platform/services.tsx';
import { usePartners } from '../../../platform/use-partners.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { Page } from '../../../ui/page.tsx';
import { subjectOf } from '../reseller-subject.ts';
import type { ResellerSubject } from '../reseller-subject.ts';
import { AccessSheet } from './access-sheet.tsx';
import { CustomerChooser } from './customer-chooser.tsx';

/** What a reseller may do for one customer; without a customer, which one (portal task T4). */
export function AccessPage() {
  const { t } = useTranslation();
  const { id = '', customerId } = useParams();
  const partners = usePartners();
  if (partners === undefined) return <Loading />;
  const subject = subjectOf(id, partners.rows, partners.sightings);
  if (subject === undefined) return <NotFound title={t('reseller.notFound')} text={t('reseller.notFoundHint')} />;
  if (customerId === undefined) return <CustomerChooser subject={subject} />;
  return <CustomerAccess subject={subject} customerId={customerId} />;
}

function CustomerAccess({ subject, customerId }: { readonly subject: ResellerSubject; readonly customerId: string }) {
  const { t } = useTranslation();
  const answer = useMirror(['customers', 'orders'], async (mirror) => {
    const tenant = CustomerTenantId.safeParse(customerId);
    return { record: tenant.success ? await mirror.customer(tenant.data) : undefined };
  }, [customerId]);
  if (answer === undefined) return <Loading />;
  if (answer.record === undefined) return <NotFound title={t('customer.notFound')} text={t('customer.notFoundHint')} />;
  return <AccessSheet subject={subject} record={answer.record} />;
}

function Loading() {
  const { t } = useTranslation();
  return <Page title={t('access.title')} breadcrumbs={[{ label: t('nav.resellers'), to: '/resellers' }]}><ListSkeleton /></Page>;
}

function NotFound({ title, text }: { readonly title: string; readonly text: string }) {
  const { t } = useTranslation();
  return (
    <Page title={title} breadcrumbs={[{ label: t('nav.resellers'), to: '/resellers' }]}>
      <EmptyState icon={<Key20Regular />} title={title} text={text} />
    </Page>
  );
}
