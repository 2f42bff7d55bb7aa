import { useTranslation } from 'react-i18next';
import type { ResellerRow } from '../../../shared/ports/mirror.ts';
import { useFormat } from '../../text/use-format.ts';
import type { Column } from '../../ui/data-table.tsx';
import { ResellerState } from './reseller-state.tsx';

/** Columns of the list of resellers; only the telling ones when there is little room. */
export function useResellerColumns(isSide: boolean): readonly Column<ResellerRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const name: Column<ResellerRow> = {
    id: 'name', header: t('reseller.name'), width: 'minmax(160px, 2.4fr)', isSortable: true, cell: (row) => row.name,
  };
  const state: Column<ResellerRow> = {
    id: 'state', header: t('reseller.status'), width: 'minmax(112px, 1fr)', isSortable: true,
    cell: (row) => <ResellerState reseller={row} />,
  };
  if (isSide) return [name, state];
  return [
    name,
    { id: 'partnerId', header: t('reseller.partnerId'), width: '128px', isSortable: true, cell: (row) => row.partnerId || '–' },
    {
      id: 'location', header: t('reseller.location'), width: 'minmax(100px, 1fr)', isSortable: true,
      cell: (row) => format.country(row.location),
    },
    {
      id: 'customers', header: t('reseller.customers'), width: '112px', align: 'end', isSortable: true,
      cell: (row) => format.number(row.customerCount),
    },
    state,
  ];
}
