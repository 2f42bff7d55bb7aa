import { Switch } from '@fluentui/react-components';
import { Handshake20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isRequestOpen } from '../../../../shared/domain/partnership/request.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { hasWords } from '../../../text/word-match.ts';
import { useFormat } from '../../../text/use-format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import type { TableHandle } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { ListToolbar } from '../../../ui/list-toolbar.tsx';
import { Page } from '../../../ui/page.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { RefreshListButton, useListRefresh } from '../refresh-list.tsx';
import { ResellersTabs } from '../resellers-tabs.tsx';
import { RequestNumbers } from './request-numbers.tsx';
import { searchRequests, showAllRequests, useRequestsView } from './requests-view-store.ts';
import { useRequestColumns } from './use-request-columns.tsx';
import { needsPerson } from './use-requests.ts';
import type { ShownRequest } from './use-requests.ts';

export interface RequestListProps {
  readonly all: readonly ShownRequest[] | undefined;
  readonly isSide: boolean;
  readonly currentId: string | null;
}

/** Every request with how it stands; what needs a person on top. */
export function RequestList({ all, isSide, currentId }: RequestListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const table = useRef<TableHandle>(null);
  const view = useRequestsView();
  const columns = useRequestColumns(isSide);
  const refreshing = useListRefresh();
  const rows = (all ?? []).filter(({ request }) => {
    const isWanted = view.isAll || isRequestOpen(request);
    return isWanted && hasWords(`${request.reseller.name} ${request.reseller.email} ${request.reseller.partnerId ?? ''}`, view.text);
  });
  const request = (
    <LinkButton to="/resellers/request" appearance="primary" icon={<Handshake20Regular />}>{t('partnershipRequest.title')}</LinkButton>
  );
  const shown = isSide ? {} : { subtitle: t('requests.subtitle'), actions: <><RefreshListButton refreshing={refreshing} />{request}</> };
  return (
    <Page title={t('requests.title')} isFilled isSide={isSide} {...shown}>
      {!isSide && <ResellersTabs />}
      {refreshing.problem !== undefined && <FailureMessage intent="warning" failure={refreshing.problem} copy={copyText} />}
      {all === undefined && <ListSkeleton />}
      {all?.length === 0 && (
        <EmptyState icon={<Handshake20Regular />} title={t('requests.none')} text={t('requests.noneHint')} actions={request} />
      )}
      {all !== undefined && all.length > 0 && (
        <>
          {!isSide && <RequestNumbers all={all} />}
          <ListToolbar count={t('requests.count', { count: rows.length, shown: format.number(rows.length) })}>
            <SearchField label={t('requests.search')} value={view.text} onChange={searchRequests} onEnterList={() => table.current?.focus()} />
            <Switch label={t('requests.showAll')} checked={view.isAll} onChange={(_event, data) => showAllRequests(data.checked)} />
          </ListToolbar>
          <DataTable
            label={t('requests.title')}
            handle={table}
            columns={columns}
            rowCount={rows.length}
            rowAt={(index) => rows[index]}
            rowKey={(row) => row.request.id}
            tone={(row) => (needsPerson(row) ? 'attention' : 'plain')}
            isCurrent={(row) => row.request.id === currentId}
            onOpen={(row) => void navigate(`/resellers/requests?request=${row.request.id}`)}
            resetKey={`${view.text} ${view.isAll}`}
            noneText={view.text === '' ? t('requests.noneOpen') : t('ui.noMatch', { text: view.text })}
          />
        </>
      )}
    </Page>
  );
}
