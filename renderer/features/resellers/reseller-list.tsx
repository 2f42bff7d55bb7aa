import { BuildingPeople20Regular } from '@fluentui/react-icons';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ResellerRow } from '../../../shared/ports/mirror.ts';
import { useMirror } from '../../platform/services.tsx';
import type { Format } from '../../text/format.ts';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { TableHandle } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { hasWords } from '../../text/word-match.ts';
import { searchResellers, sortResellers, useResellerView } from './reseller-view-store.ts';
import { useResellerColumns } from './use-reseller-columns.tsx';

const sortText: Readonly<Record<string, (row: ResellerRow, format: Format) => string>> = {
  name: (row) => row.name,
  partnerId: (row) => row.partnerId,
  location: (row, format) => format.country(row.location),
  customers: (row) => `${row.customerCount}`,
  state: (row) => row.state,
};

export interface ResellerListProps {
  readonly isSide: boolean;
  readonly currentId: string | undefined;
}

/** All resellers: search, sort, open. */
export function ResellerList({ isSide, currentId }: ResellerListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const view = useResellerView();
  const table = useRef<TableHandle>(null);
  const columns = useResellerColumns(isSide);
  const all = useMirror(['resellers', 'customers'], (mirror) => mirror.resellers(), []);
  const rows = useMemo(() => {
    const textOf = sortText[view.sortedBy] ?? ((row: ResellerRow) => row.name);
    const searched = (row: ResellerRow): string => `${row.name} ${row.partnerId} ${format.country(row.location)}`;
    const found = (all ?? []).filter((row) => hasWords(searched(row), view.text));
    const sorted = found.toSorted((a, b) => format.compare(textOf(a, format), textOf(b, format)));
    return view.isDescending ? sorted.toReversed() : sorted;
  }, [all, view, format]);
  const count = all && t('reseller.count', { count: rows.length, shown: format.number(rows.length) });
  return (
    <Page title={t('nav.resellers')} isFilled isSide={isSide} {...(isSide ? {} : { subtitle: t('reseller.listHint') })}>
      <ListToolbar count={count}>
        <SearchField
          label={t('reseller.search')}
          value={view.text}
          onChange={searchResellers}
          onEnterList={() => table.current?.focus()}
        />
      </ListToolbar>
      {all === undefined && <ListSkeleton />}
      {all?.length === 0 &&(
        <EmptyState
          icon={<BuildingPeople20Regular />}
          title={t('reseller.none')}
          text={t('reseller.noneHint')}
        />
      )}
      {all !== undefined && all.length > 0 && (
        <DataTable
          label={t('nav.resellers')}
          handle={table}
          columns={columns}
          rowCount={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={(row) => row.id}
          isCurrent={(row) => row.id === currentId}
          onOpen={(row) => void navigate(`/resellers/${row.id}`)}
          resetKey={view.text}
          sorting={{ columnId: view.sortedBy, isDescending: view.isDescending, onSort: sortResellers }}
          noneText={t('ui.noMatch', { text: view.text })}
        />
      )}
    </Page>
  );
}
