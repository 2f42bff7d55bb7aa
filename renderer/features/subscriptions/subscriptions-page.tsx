import { Button } from '@fluentui/react-components';
import { ArrowDownload20Regular, ArrowRepeatAll20Regular, CalendarLtr20Regular, PeopleSwap20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { needsPerson } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useSaveTable } from '../../platform/use-save-table.ts';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { TableHandle } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { Page } from '../../ui/page.tsx';
import { endsPath, subscriptionPath } from '../../ui/paths.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { subscriptionCells, subscriptionColumns } from './subscription-cells.ts';
import { SubscriptionFilters } from './subscription-filters.tsx';
import { SubscriptionSelectionBar } from './subscription-selection-bar.tsx';
import { isNarrowed, narrowSubscriptions, useSubscriptionView } from './subscription-view-store.ts';
import { useSubscriptionChoice } from './use-subscription-choice.ts';
import { useSubscriptionColumns } from './use-subscription-columns.tsx';
import { mostRows, useSubscriptionRows } from './use-subscription-rows.ts';

/** Every subscription that was read from the server so far; Enter opens it, Space chooses it for a change of many. */
export function SubscriptionsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const table = useRef<TableHandle>(null);
  const view = useSubscriptionView();
  const columns = useSubscriptionColumns();
  const rows = useSubscriptionRows(view);
  const choice = useSubscriptionChoice(rows ?? []);
  const file = useSaveTable();
  const isEmpty = rows?.length === 0 && view.text === '' && !isNarrowed(view);
  const isCut = rows !== undefined && rows.length >= mostRows;
  const count = rows && t('subscription.count', { count: rows.length, shown: format.number(rows.length) });
  const save = (): Promise<void> => file.save({
    name: t('nav.subscriptions'), headings: subscriptionColumns.map((name) => t(`subscription.column.${name}`)), rows: subscriptionCells(rows ?? []),
  });
  return (
    <Page
      title={t('nav.subscriptions')}
      isFilled
      subtitle={t('subscription.listHint')}
      actions={(
        <>
          <LinkButton to={endsPath} icon={<CalendarLtr20Regular />}>{t('ending.open')}</LinkButton>
          <LinkButton to="/subscriptions/bulk?kind=replace" icon={<PeopleSwap20Regular />}>{t('subscription.replacePartnerId')}</LinkButton>
          {rows !== undefined && rows.length > 0 && (
            <Button icon={<ArrowDownload20Regular />} onClick={() => void save()}>{t('order.export')}</Button>
          )}
        </>
      )}
    >
      <ListToolbar count={isCut ? t('subscription.countCut', { shown: format.number(mostRows) }) : count}>
        <SearchField
          label={t('subscription.search')} value={view.text} onChange={(text) => narrowSubscriptions({ text })}
          onEnterList={() => table.current?.focus()}
        />
        <SubscriptionFilters />
      </ListToolbar>
      <SubscriptionSelectionBar choice={choice} />
      <div role="status">{file.savedAs !== undefined && t('order.exported', { name: file.savedAs })}</div>
      {file.problem !== undefined && <FailureMessage failure={file.problem} copy={copyText} />}
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
          rowKey={(row) => `${row.customerId} ${row.subscription.id}`}
          tone={({ change }) => (change === undefined ? 'plain' : needsPerson(change) ? 'attention' : 'waiting')}
          selection={choice.rows}
          onOpen={(row) => void navigate(subscriptionPath(row.customerId, row.subscription.id))}
          resetKey={JSON.stringify(view)}
          noneText={view.text === '' ? t('subscription.noneNarrowed') : t('ui.noMatch', { text: view.text })}
        />
      )}
    </Page>
  );
}
