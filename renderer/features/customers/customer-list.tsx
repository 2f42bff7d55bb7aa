import { Button } from '@fluentui/react-components';
import { ArrowDownload20Regular, People20Regular, PersonAdd20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { customerSorts } from '../../../shared/ports/mirror.ts';
import { needsPerson } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useCustomerRows } from '../../platform/use-customer-rows.ts';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { TableHandle } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { RowExpansion } from '../../ui/table-props.ts';
import { ColumnChoice } from './column-choice.tsx';
import { CustomerInPlace } from './customer-in-place.tsx';
import { CustomerFilters } from './customer-filters.tsx';
import { isNarrowed, searchCustomers, sortCustomers, useCustomerView } from './customer-view-store.ts';
import { toggleCustomer, useExpandedCustomers } from './expanded-customers.ts';
import { addressOf } from './list-row.ts';
import type { ListRow } from './list-row.ts';
import { CustomerSelectionBar } from './customer-selection-bar.tsx';
import { useCustomerCells } from './use-customer-cells.ts';
import { useCustomerColumns } from './use-customer-columns.tsx';
import { useCustomerExport } from './use-customer-export.ts';
import type { CustomerExport } from './use-customer-export.ts';
import { useCustomerQuery } from './use-customer-query.ts';
import { useCustomerSelection } from './use-customer-selection.ts';
import { usePendingCustomers } from './use-pending-customers.ts';

const tone = (line: ListRow): 'plain' | 'waiting' | 'attention' => {
  if (line.kind === 'customer') return 'plain';
  return needsPerson(line.operation) ? 'attention' : 'waiting';
};

const sortBy = (columnId: string): void => {
  const by = customerSorts.find((one) => one === columnId);
  if (by !== undefined) sortCustomers(by);
};

/** The arrow before a customer of the server shows its subscriptions below it (portal task T9). */
function useExpansion(): RowExpansion<ListRow> {
  const { t } = useTranslation();
  const { ids } = useExpandedCustomers();
  return {
    canExpand: (line) => line.kind === 'customer',
    isExpanded: (line) => line.kind === 'customer' && ids.has(line.row.id),
    onToggle: (line) => line.kind === 'customer' && toggleCustomer(line.row.id),
    label: (line) => t('subscription.ofCustomer', { name: line.kind === 'customer' ? line.row.name : '' }),
    content: (line) => line.kind === 'customer' && <CustomerInPlace row={line.row} />,
  };
}

export interface CustomerListProps {
  readonly isSide: boolean;
  readonly currentId: string | undefined;
}

/** All customers, those that still wait on top: search as you type, open. */
export function CustomerList({ isSide, currentId }: CustomerListProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const table = useRef<TableHandle>(null);
  const view = useCustomerView();
  const { text, sort } = view;
  const query = useCustomerQuery();
  const cells = useCustomerCells();
  const columns = useCustomerColumns(isSide, cells);
  const pending = usePendingCustomers() ?? [];
  const rows = useCustomerRows(text, query);
  const selection = useCustomerSelection({ text, ...query }, pending.length);
  const file = useCustomerExport({ query: { text, ...query }, pending, cells });
  const expansion = useExpansion();
  const rowAt = (index: number): ListRow | undefined => {
    const operation = pending[index];
    if (operation !== undefined) return { kind: 'pending', operation };
    const row = rows.rowAt(index - pending.length);
    return row === undefined ? undefined : { kind: 'customer', row };
  };
  const { onRange, total } = rows;
  const shown = (total ?? 0) + pending.length;
  const isEmpty = total === 0 && pending.length === 0 && text === '' && !isNarrowed(view);
  const addCustomer = (
    <LinkButton to="/customers/new" appearance="primary" icon={<PersonAdd20Regular />}>{t('action.addCustomer')}</LinkButton>
  );
  const actions = (
    <>
      {total !== undefined && shown > 0 && (
        <Button icon={<ArrowDownload20Regular />} disabledFocusable={file.isSaving} onClick={file.save}>{t('order.export')}</Button>
      )}
      {addCustomer}
    </>
  );
  return (
    <Page title={t('nav.customers')} isFilled isSide={isSide} actions={isSide ? undefined : actions}>
      <Toolbar isSide={isSide} total={total} shown={shown} onEnterList={() => table.current?.focus()} />
      {!isSide && <CustomerSelectionBar selection={selection} total={total ?? 0} />}
      <SavedFile file={file} />
      {total === undefined && <ListSkeleton />}
      {isEmpty && (
        <EmptyState
          icon={<People20Regular />}
          title={t('customer.none')}
          text={t('customer.noneHint')}
          actions={addCustomer}
        />
      )}
      {total !== undefined && !isEmpty && (
        <DataTable
          label={t('nav.customers')}
          handle={table}
          columns={columns}
          rowCount={shown}
          rowAt={rowAt}
          rowKey={addressOf}
          tone={tone}
          isCurrent={(line) => addressOf(line) === currentId}
          onOpen={(line) => void navigate(`/customers/${addressOf(line)}`)}
          onRange={onRange}
          {...(isSide ? {} : { expansion, selection: selection.rows })}
          resetKey={`${text} ${view.reseller} ${view.country} ${view.relationship} ${view.isWaiting} ${sort.by} ${sort.isDescending}`}
          sorting={{ columnId: sort.by, isDescending: sort.isDescending, onSort: (id) => sortBy(id) }}
          noneText={text === '' ? t('customer.noneFiltered') : t('ui.noMatch', { text })}
        />
      )}
    </Page>
  );
}

/** Where the list was saved, or why it was not. */
function SavedFile({ file: { savedAs, problem } }: { readonly file: CustomerExport }) {
  const { t } = useTranslation();
  return (
    <>
      <div role="status">{savedAs !== undefined && t('order.exported', { name: savedAs })}</div>
      {problem !== undefined && <FailureMessage failure={problem} copy={copyText} />}
    </>
  );
}

interface ToolbarProps {
  readonly isSide: boolean;
  readonly total: number | undefined;
  readonly shown: number;
  readonly onEnterList: () => void;
}

function Toolbar({ isSide, total, shown, onEnterList }: ToolbarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { text } = useCustomerView();
  return (
    <ListToolbar count={total === undefined ? undefined : t('customer.count', { count: shown, shown: format.number(shown) })}>
      <SearchField label={t('customer.search')} value={text} onChange={searchCustomers} onEnterList={onEnterList} />
      {/* What can be narrowed by is asked after the first rows, not before them. */}
      {!isSide && total !== undefined && <CustomerFilters />}
      {!isSide && <ColumnChoice />}
    </ListToolbar>
  );
}
