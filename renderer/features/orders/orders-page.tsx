import { Button } from '@fluentui/react-components';
import { ArrowDownload20Regular, Cart20Regular, Receipt20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { needsPerson } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useClock } from '../../platform/use-clock.ts';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { TableHandle } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { Page } from '../../ui/page.tsx';
import { orderPath } from '../../ui/paths.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { OrderFilters } from './order-filters.tsx';
import type { OrderListRow } from './order-list-row.ts';
import { isNarrowed, narrowOrders, useOrderView } from './order-view-store.ts';
import { useExport } from './use-export.ts';
import { useOrderColumns } from './use-order-columns.tsx';
import { mostRows, useOrderRows } from './use-order-rows.ts';

const addressOf = (line: OrderListRow): string =>
  line.kind === 'pending' ? `/outbox/${line.operation.id}` : orderPath(line.row.order.id);

/** All orders that were read or placed here, newest first; those that still wait on top. */
export function OrdersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const table = useRef<TableHandle>(null);
  const view = useOrderView();
  const columns = useOrderColumns();
  const { rows, operations } = useOrderRows(view, useClock());
  const file = useExport(rows ?? [], operations);
  const isEmpty = rows?.length === 0 && view.text === '' && !isNarrowed(view);
  const count = rows && t('order.count', { count: rows.length, shown: format.number(rows.length) });
  const isCut = rows !== undefined && rows.length >= mostRows;
  return (
    <Page
      title={t('nav.orders')}
      isFilled
      actions={rows !== undefined && rows.length > 0 && (
        <Button icon={<ArrowDownload20Regular />} onClick={() => void file.save()}>{t('order.export')}</Button>
      )}
    >
      <ListToolbar count={isCut ? t('order.countCut', { shown: format.number(mostRows) }) : count}>
        <SearchField
          label={t('order.search')} value={view.text} onChange={(text) => narrowOrders({ text })} onEnterList={() => table.current?.focus()}
        />
        <OrderFilters />
      </ListToolbar>
      <div role="status">{file.savedAs !== undefined && t('order.exported', { name: file.savedAs })}</div>
      {file.problem !== undefined && <FailureMessage failure={file.problem} copy={copyText} />}
      {rows === undefined && <ListSkeleton />}
      {isEmpty && (
        <EmptyState
          icon={<Receipt20Regular />}
          title={t('order.none')}
          text={t('order.noneHint')}
          actions={
            <LinkButton to="/customers" appearance="primary" icon={<Cart20Regular />}>{t('action.openCustomers')}</LinkButton>
          }
        />
      )}
      {rows !== undefined && !isEmpty && (
        <DataTable
          label={t('nav.orders')}
          handle={table}
          columns={columns}
          rowCount={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={(line) => (line.kind === 'pending' ? line.operation.id : line.row.order.id)}
          tone={(line) => (line.kind === 'order' ? 'plain' : needsPerson(line.operation) ? 'attention' : 'waiting')}
          onOpen={(line) => void navigate(addressOf(line))}
          resetKey={JSON.stringify(view)}
          noneText={view.text === '' ? t('order.noneNarrowed') : t('ui.noMatch', { text: view.text })}
        />
      )}
    </Page>
  );
}
