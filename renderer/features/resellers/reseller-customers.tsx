import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ResellerTenantId } from '../../../shared/ids.ts';
import { useCustomerRows } from '../../platform/use-customer-rows.ts';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { TableHandle } from '../../ui/data-table.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { SearchField } from '../../ui/search-field.tsx';

const useStyles = makeStyles({
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, flexShrink: 0 },
});

/** The customers of one reseller, searchable. */
export function ResellerCustomers({ resellerId }: { readonly resellerId: ResellerTenantId }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const table = useRef<TableHandle>(null);
  const [text, setText] = useState('');
  const rows = useCustomerRows(text, resellerId);
  const { total } = rows;
  const count = total === undefined ? undefined : t('customer.count', { count: total, shown: format.number(total) });
  return (
    <>
      <h2 className={styles.title}>{t('nav.customers')}</h2>
      <ListToolbar count={count}>
        <SearchField label={t('customer.search')} value={text} onChange={setText} onEnterList={() => table.current?.focus()} />
      </ListToolbar>
      <DataTable
        label={t('nav.customers')}
        handle={table}
        columns={[
          { id: 'name', header: t('customer.name'), width: 'minmax(140px, 1fr)', cell: (row) => row.name },
          { id: 'domain', header: t('customer.domain'), width: 'minmax(140px, 1.1fr)', cell: (row) => row.domain },
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
