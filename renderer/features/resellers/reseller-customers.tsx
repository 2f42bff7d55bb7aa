import { Key16Regular, MailAdd20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CustomerRow } from '../../../shared/ports/mirror.ts';
import type { Column } from '../../ui/data-table.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { CustomersOfReseller } from './customers-of-reseller.tsx';
import { letterPath } from './reseller-rules.ts';
import type { ResellerSubject } from './reseller-subject.ts';

/** The customers of one reseller; each leads to its page, and to what the reseller may do for it. */
export function ResellerCustomers({ subject }: { readonly subject: ResellerSubject }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const access: Column<CustomerRow> = {
    id: 'access', header: '', width: '48px', align: 'end',
    cell: (row) => (
      <LinkButton
        isInRow to={`/resellers/${subject.id}/access/${row.id}`} size="small" appearance="subtle" icon={<Key16Regular />}
        label={t('access.of', { name: row.name })}
      />
    ),
  };
  return (
    <CustomersOfReseller
      resellerId={subject.id} noneText={t('reseller.noCustomers')} moreColumns={[access]}
      onOpen={(row) => void navigate(`/customers/${row.id}`)}
      {...(subject.row === undefined ? {} : { withChosen: {
        label: t('access.credit.putOnAll', { name: subject.name }), to: `/subscriptions/bulk?customers=selected&reseller=${subject.id}`,
      } })}
    >
      {subject.row !== undefined && (
        <LinkButton
          to={letterPath('customer-relationship', { reseller: subject.id, back: `/resellers/${subject.id}?tab=customers` })}
          icon={<MailAdd20Regular />}
        >
          {t('reseller.inviteCustomer')}
        </LinkButton>
      )}
    </CustomersOfReseller>
  );
}
