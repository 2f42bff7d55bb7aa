import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResellerTenantId } from '../../../shared/ids.ts';
import type { CustomerRow } from '../../../shared/ports/mirror.ts';
import { useCustomerRows } from '../../platform/use-customer-rows.ts';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column, TableHandle } from '../../ui/data-table.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { SearchField } from '../../ui/search-field.tsx';

export interface CustomersOfResellerProps {
  readonly resellerId: ResellerTenantId;
  readonly onOpen: (row: CustomerRow) => void;
  /** Stands in the table when the reseller has no customers. */
  readonly noneText: string;
  /** Beside name and domain. */
  readonly moreColumns?: readonly Column<CustomerRow>[];
  /** Buttons beside the search. */
  readonly children?: ReactNode;
}

/** The customers of one reseller, searchable. */
export function CustomersOfReseller({ resellerId, onOpen, noneText, moreColumns = [], children }: CustomersOfResellerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const table = useRef<TableHandle>(null);
  const [text, setText] = useState('');
  const { total, rowAt, onRange } = useCustomerRows(text, { resellerId });
  return (
    <>
      <ListToolbar count={total === undefined ? undefined : t('customer.count', { count: total, shown: format.number(total) })}>
        <SearchField label={t('customer.search')} value={text} onChange={setText} onEnterList={() => table.current?.focus()} />
        {children}
      </ListToolbar>
      <DataTable
        label={t('nav.customers')}
        handle={table}
        columns={[
          { id: 'name', header: t('customer.name'), width: 'minmax(140px, 1fr)', cell: (row) => row.name },
          { id: 'domain', header: t('customer.domain'), width: 'minmax(140px, 1.1fr)', cell: (row) => row.domain },
          ...moreColumns,
        ]}
        rowCount={total ?? 0}
        rowAt={rowAt}
        onRange={onRange}
        rowKey={(row) => row.id}
        onOpen={onOpen}
        resetKey={text}
        {...(total === 0 ? { noneText: text === '' ? noneText : t('ui.noMatch', { text }) } : {})}
      />
    </>
  );
}
