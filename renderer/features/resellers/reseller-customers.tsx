import { Key16Regular, MailAdd20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCustomerRows } from '../../platform/use-customer-rows.ts';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { TableHandle } from '../../ui/data-table.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { letterPath } from './reseller-rules.ts';
import type { ResellerSubject } from './reseller-subject.ts';

/** The customers of one reseller, searchable; each leads to its page, and to what the reseller may do for it. */
export function ResellerCustomers({ subject }: { readonly subject: ResellerSubject }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const table = useRef<TableHandle>(null);
  const [text, setText] = useState('');
  const rows = useCustomerRows(text, subject.id);
  const { total } = rows;
  const count = total === undefined ? undefined : t('customer.count', { count: total, shown: format.number(total) });
  return (
    <>
      <ListToolbar count={count}>
        <SearchField label={t('customer.search')} value={text} onChange={setText} onEnterList={() => table.current?.focus()} />
        {subject.row !== undefined && (
          <LinkButton
            to={letterPath('customer-relationship', { reseller: subject.id, back: `/resellers/${subject.id}?tab=customers` })}
            icon={<MailAdd20Regular />}
          >
            {t('reseller.inviteCustomer')}
          </LinkButton>
        )}
      </ListToolbar>
      <DataTable
        label={t('nav.customers')}
        handle={table}
        columns={[
          { id: 'name', header: t('customer.name'), width: 'minmax(140px, 1fr)', cell: (row) => row.name },
          { id: 'domain', header: t('customer.domain'), width: 'minmax(140px, 1.1fr)', cell: (row) => row.domain },
          {
            id: 'access', header: '', width: '48px', align: 'end',
            cell: (row) => (
              <LinkButton
                to={`/resellers/${subject.id}/access/${row.id}`} size="small" appearance="subtle" icon={<Key16Regular />}
                label={t('access.of', { name: row.name })}
              />
            ),
          },
        ]}
        rowCount={rows.total ?? 0}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(`/customers/${row.id}`)}
        resetKey={text}
        {...(rows.total === 0 ? { noneText: text === '' ? t('reseller.noCustomers') : t('ui.noMatch', { text }) } : {})}
      />
    </>
  );
}
