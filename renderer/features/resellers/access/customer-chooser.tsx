import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Page } from '../../../ui/page.tsx';
import { CustomersOfReseller } from '../customers-of-reseller.tsx';
import type { ResellerSubject } from '../reseller-subject.ts';

/** Of which customer: access is given customer by customer. */
export function CustomerChooser({ subject }: { readonly subject: ResellerSubject }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const breadcrumbs = [{ label: t('nav.resellers'), to: '/resellers' }, { label: subject.name, to: `/resellers/${subject.id}` }];
  return (
    <Page title={t('access.title')} subtitle={t('access.choose')} breadcrumbs={breadcrumbs} isFilled>
      <CustomersOfReseller
        resellerId={subject.id} noneText={t('access.noCustomers')}
        onOpen={(row) => void navigate(`/resellers/${subject.id}/access/${row.id}`)}
      />
    </Page>
  );
}
