import { ArrowRepeatAll20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SubscriptionRow } from '../../../shared/ports/mirror.ts';
import { useMirror } from '../../platform/services.tsx';
import { subscriptionPath } from '../../ui/paths.ts';
import { billingWords, subscriptionStatus, termWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column, TableHandle } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

const mostRows = 2000;

/** Every subscription that was read from the server so far; Enter opens it. */
export function SubscriptionsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const table = useRef<TableHandle>(null);
  const [text, setText] = useState('');
  const columns = useColumns();
  const rows = useMirror(['customers', 'orders'], (mirror) => mirror.subscriptions({ text, limit: mostRows }), [text]);
  const isEmpty = rows?.length === 0 && text === '';
  const count = rows && t('subscription.count', { count: rows.length, shown: format.number(rows.length) });
  return (
    <Page title={t('nav.subscriptions')} isFilled subtitle={t('subscription.listHint')}>
      <ListToolbar count={count}>
        <SearchField
          label={t('subscription.search')}
          value={text}
          onChange={setText}
          onEnterList={() => table.current?.focus()}
        />
      </ListToolbar>
      {rows === undefined && <ListSkeleton />}
      {isEmpty && (
        <EmptyState
          icon={<ArrowRepeatAll20Regular />}
          title={t('subscription.noneRead')}
          text={t('subscription.noneReadHint')}
          actions={<LinkButton to="/customers" appearance="primary">{t('action.openCustomers')}</LinkButton>}
        />
      )}
      {rows !== undefined && !isEmpty && (
        <DataTable
          label={t('nav.subscriptions')}
          handle={table}
          columns={columns}
          rowCount={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={(row) => row.subscription.id}
          onOpen={(row) => void navigate(subscriptionPath(row.customerId, row.subscription.id))}
          resetKey={text}
          noneText={t('ui.noMatch', { text })}
        />
      )}
    </Page>
  );
}

function Status({ status }: { readonly status: string }) {
  const { t } = useTranslation();
  const { sign, words } = subscriptionStatus(t, status);
  return <StatusMark kind={sign}>{words}</StatusMark>;
}

function useColumns(): readonly Column<SubscriptionRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      id: 'name', header: t('subscription.name'), width: 'minmax(180px, 1.8fr)',
      cell: ({ subscription }) => subscription.friendlyName || subscription.offerName,
    },
    { id: 'customer', header: t('order.customer'), width: 'minmax(140px, 1.2fr)', cell: (row) => row.customerName },
    {
      id: 'quantity', header: t('subscription.quantity'), width: '88px', align: 'end',
      cell: ({ subscription }) => format.number(subscription.quantity),
    },
    {
      id: 'term', header: t('subscription.term'), width: '96px',
      cell: ({ subscription }) => termWords(t, subscription.termDuration),
    },
    {
      id: 'billing', header: t('subscription.billing'), width: '104px',
      cell: ({ subscription }) => billingWords(t, subscription.billingCycle),
    },
    {
      id: 'status', header: t('subscription.status'), width: '120px',
      cell: ({ subscription }) => <Status status={subscription.status} />,
    },
    {
      id: 'end', header: t('subscription.end'), width: '120px',
      cell: ({ subscription }) => <DateText instant={subscription.endsAt} as="date" />,
    },
  ];
}
