import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCustomerRows } from '../../../platform/use-customer-rows.ts';
import { useFormat } from '../../../text/use-format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import type { TableHandle } from '../../../ui/data-table.tsx';
import { ListToolbar } from '../../../ui/list-toolbar.tsx';
import { Page } from '../../../ui/page.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import type { ResellerSubject } from '../reseller-subject.ts';

/** Of which customer: access is given customer by customer. */
export function CustomerChooser({ subject }: { readonly subject: ResellerSubject }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const table = useRef<TableHandle>(null);
  const [text, setText] = useState('');
  const rows = useCustomerRows(text, subject.id);
  const { total } = rows;
  const breadcrumbs = [{ label: t('nav.resellers'), to: '/resellers' }, { label: subject.name, to: `/resellers/${subject.id}` }];
  return (
    <Page title={t('access.title')} subtitle={t('access.choose')} breadcrumbs={breadcrumbs} isFilled>
      <ListToolbar count={total === undefined ? undefined : t('customer.count', { count: total, shown: format.number(total) })}>
        <SearchField label={t('customer.search')} value={text} onChange={setText} onEnterList={() => table.current?.focus()} />
      </ListToolbar>
      <DataTable
        label={t('nav.customers')}
        handle={table}
        columns={[
          { id: 'name', header: t('customer.name'), width: 'minmax(140px, 1fr)', cell: (row) => row.name },
          { id: 'domain', header: t('customer.domain'), width: 'minmax(140px, 1.1fr)', cell: (row) => row.domain },
        ]}
        rowCount={total ?? 0}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(`/resellers/${subject.id}/access/${row.id}`)}
        resetKey={text}
        {...(total === 0 ? { noneText: text === '' ? t('access.noCustomers') : t('ui.noMatch', { text }) } : {})}
      />
    </Page>
  );
}
