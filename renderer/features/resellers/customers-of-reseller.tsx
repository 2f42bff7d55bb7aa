import { Button, makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResellerTenantId } from '../../../shared/ids.ts';
import type { CustomerRow } from '../../../shared/ports/mirror.ts';
import { clearSelectedCustomers } from '../../platform/customer-selection.ts';
import { useCustomerChoice } from '../../platform/use-customer-choice.ts';
import { useCustomerRows } from '../../platform/use-customer-rows.ts';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column, TableHandle } from '../../ui/data-table.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { RowSelection } from '../../ui/table-props.ts';

const useStyles = makeStyles({
  chosen: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', paddingBottom: '8px' },
});

export interface CustomersOfResellerProps {
  readonly resellerId: ResellerTenantId;
  readonly onOpen: (row: CustomerRow) => void;
  /** Stands in the table when the reseller has no customers. */
  readonly noneText: string;
  /** Beside name and domain. */
  readonly moreColumns?: readonly Column<CustomerRow>[];
  /** Said of the customers that are chosen, as a way to do something with all of them; without it none can be. */
  readonly withChosen?: { readonly label: string; readonly to: string };
  /** Buttons beside the search. */
  readonly children?: ReactNode;
}

/** The customers of one reseller, searchable. */
export function CustomersOfReseller({ resellerId, onOpen, noneText, moreColumns = [], withChosen, children }: CustomersOfResellerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const styles = useStyles();
  const table = useRef<TableHandle>(null);
  const [text, setText] = useState('');
  const { total, rowAt, onRange } = useCustomerRows(text, { resellerId });
  const choice = useCustomerChoice({ text, resellerId });
  const selection: RowSelection<CustomerRow> = {
    canSelect: () => true, isSelected: ({ id }) => choice.ids.has(id), onToggle: ({ id }) => choice.toggle(id),
    onExtend: choice.extend, onSelectAll: choice.selectAll, onClear: clearSelectedCustomers,
    label: ({ name }) => t('customer.selection.one', { name }),
  };
  return (
    <>
      <ListToolbar count={total === undefined ? undefined : t('customer.count', { count: total, shown: format.number(total) })}>
        <SearchField label={t('customer.search')} value={text} onChange={setText} onEnterList={() => table.current?.focus()} />
        {children}
      </ListToolbar>
      {withChosen !== undefined && choice.ids.size > 0 && (
        <div className={styles.chosen} role="group" aria-label={t('customer.selection.title')}>
          <span role="status">{t('customer.selection.count', { count: choice.ids.size, shown: format.number(choice.ids.size) })}</span>
          <LinkButton size="small" to={withChosen.to}>{withChosen.label}</LinkButton>
          <Button size="small" appearance="subtle" onClick={clearSelectedCustomers}>{t('customer.selection.none')}</Button>
        </div>
      )}
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
        {...(withChosen === undefined ? {} : { selection })}
        {...(total === 0 ? { noneText: text === '' ? noneText : t('ui.noMatch', { text }) } : {})}
      />
    </>
  );
}
