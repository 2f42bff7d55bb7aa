import { Cart20Regular, Receipt20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isOpen, needsPerson } from '../../../shared/sync/operation.ts';
import { useLive, useMirror } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { hasWords } from '../../text/word-match.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { TableHandle } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { OrderListRow } from './order-list-row.ts';
import { useOrderColumns } from './use-order-columns.tsx';

const mostRows = 1000;

const addressOf = (line: OrderListRow): string =>
  line.kind === 'pending' ? `/outbox/${line.operation.id}` : `/orders/${encodeURIComponent(line.row.order.id)}`;

/** All orders that were read or placed here, newest first; those that still wait on top. */
export function OrdersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const table = useRef<TableHandle>(null);
  const [text, setText] = useState('');
  const columns = useOrderColumns();
  const operations = useLive((work) => work.operations(), []) ?? [];
  const orders = useMirror(['orders'], (mirror) => mirror.orders({ text, limit: mostRows }), [text]);
  const pending = operations
    .filter((operation) => operation.kind === 'place-order')
    .filter((operation) => isOpen(operation) && hasWords(operation.payload.customerName, text))
    .toReversed();
  const rows: readonly OrderListRow[] = [
    ...pending.map((operation) => ({ kind: 'pending', operation }) as const),
    ...(orders ?? []).map((row) => ({ kind: 'order', row }) as const),
  ];
  const isEmpty = orders !== undefined && rows.length === 0 && text === '';
  const count = orders && t('order.count', { count: rows.length, shown: format.number(rows.length) });
  return (
    <Page title={t('nav.orders')} isFilled>
      <ListToolbar count={count}>
        <SearchField label={t('order.search')} value={text} onChange={setText} onEnterList={() => table.current?.focus()} />
      </ListToolbar>
      {orders === undefined && <ListSkeleton />}
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
      {orders !== undefined && !isEmpty && (
        <DataTable
          label={t('nav.orders')}
          handle={table}
          columns={columns}
          rowCount={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={(line) => (line.kind === 'pending' ? line.operation.id : line.row.order.id)}
          tone={(line) => (line.kind === 'order' ? 'plain' : needsPerson(line.operation) ? 'attention' : 'waiting')}
          onOpen={(line) => void navigate(addressOf(line))}
          resetKey={text}
          noneText={t('ui.noMatch', { text })}
        />
      )}
    </Page>
  );
}
