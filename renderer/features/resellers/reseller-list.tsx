import { BuildingPeople20Regular, Handshake20Regular } from '@fluentui/react-icons';
import { useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { copyText } from '../../platform/copy-text.ts';
import { usePartners } from '../../platform/use-partners.ts';
import type { PartnerRow } from '../../platform/use-partners.ts';
import { useFormat } from '../../text/use-format.ts';
import { Age } from '../../ui/age.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { TableHandle } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { RefreshListButton, useListRefresh } from './refresh-list.tsx';
import { ResellerFilters } from './reseller-filters.tsx';
import { needsAttention } from './reseller-rules.ts';
import { found, searchable, sorted } from './reseller-search.ts';
import { searchResellers, sortResellers, useResellerView } from './reseller-view-store.ts';
import { ResellersTabs } from './resellers-tabs.tsx';
import { useResellerColumns } from './use-reseller-columns.tsx';

export interface ResellerListProps {
  readonly isSide: boolean;
  readonly currentId: string | undefined;
}

const none: readonly PartnerRow[] = [];

/** Folded and sorted once; each key typed is one pass over that. */
function useFoundResellers(all: readonly PartnerRow[] | undefined): readonly PartnerRow[] {
  const format = useFormat();
  const { text, state, country, sortedBy, isDescending } = useResellerView();
  const folded = useMemo(() => searchable(all ?? none, format), [all, format]);
  const ordered = useMemo(() => sorted(folded, { sortedBy, isDescending }, format), [folded, sortedBy, isDescending, format]);
  return useMemo(() => found(ordered, { text, state, country }), [ordered, text, state, country]);
}

/** All resellers: search, filter, sort, open, add a customer. */
export function ResellerList({ isSide, currentId }: ResellerListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useResellerView();
  const table = useRef<TableHandle>(null);
  const partners = usePartners();
  const all = partners?.rows;
  const rows = useFoundResellers(all);
  const refreshing = useListRefresh();
  const count = all && t('reseller.count', { count: rows.length, shown: format.number(rows.length) });
  const request = <LinkButton to="/resellers/request" appearance="primary" icon={<Handshake20Regular />}>{t('reseller.request')}</LinkButton>;
  const actions = <><RefreshListButton refreshing={refreshing} />{request}</>;
  const subtitle = <>{t('reseller.listHint')} · <Age instant={partners?.readAt} /></>;
  return (
    <Page title={t('nav.resellers')} isFilled isSide={isSide} {...(isSide ? {} : { subtitle, actions })}>
      {!isSide && <ResellersTabs />}
      {refreshing.problem !== undefined && <FailureMessage intent="warning" failure={refreshing.problem} copy={copyText} />}
      <ListToolbar count={count}>
        <SearchField label={t('reseller.search')} value={view.text} onChange={searchResellers} onEnterList={() => table.current?.focus()} />
        {!isSide && <ResellerFilters rows={all ?? none} />}
      </ListToolbar>
      {all === undefined && <ListSkeleton />}
      {all?.length === 0 && <NoResellers isRead={partners?.readAt !== undefined} request={request} />}
      {all !== undefined && all.length > 0 && (
        <ResellerTable isSide={isSide} currentId={currentId} rows={rows} table={table} />
      )}
    </Page>
  );
}

/** An empty list is none only once it was read. */
function NoResellers({ isRead, request }: { readonly isRead: boolean; readonly request: ReactNode }) {
  const { t } = useTranslation();
  const icon = <BuildingPeople20Regular />;
  if (!isRead) return <EmptyState icon={icon} title={t('reseller.notRead')} text={t('reseller.notReadHint')} />;
  return <EmptyState icon={icon} title={t('reseller.none')} text={t('reseller.noneHint')} actions={request} />;
}

interface ResellerTableProps extends ResellerListProps {
  readonly rows: readonly PartnerRow[];
  readonly table: React.RefObject<TableHandle | null>;
}

function ResellerTable({ isSide, currentId, rows, table }: ResellerTableProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { text, state, country, sortedBy, isDescending } = useResellerView();
  const columns = useResellerColumns(isSide);
  return (
    <DataTable
      label={t('nav.resellers')}
      handle={table}
      columns={columns}
      rowCount={rows.length}
      rowAt={(index) => rows[index]}
      rowKey={(row) => row.id}
      tone={(row) => (needsAttention(row) ? 'attention' : 'plain')}
      isCurrent={(row) => row.id === currentId}
      onOpen={(row) => void navigate(`/resellers/${row.id}`)}
      resetKey={`${text} ${state} ${country}`}
      sorting={{ columnId: sortedBy, isDescending, onSort: sortResellers }}
      noneText={text === '' ? t('reseller.noneFiltered') : t('ui.noMatch', { text })}
    />
  );
}
