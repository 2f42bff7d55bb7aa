import { PersonAdd16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { PartnerRow } from '../../platform/use-partners.ts';
import { useFormat } from '../../text/use-format.ts';
import type { Column } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { ResellerState } from './reseller-state.tsx';
import { useShownVerdict } from './use-shown-verdict.ts';

/** Columns of the list of resellers; only the telling ones when there is little room. */
export function useResellerColumns(isSide: boolean): readonly Column<PartnerRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = useShownVerdict();
  // Narrower, names would be cut to a word and the way to a new customer would stand outside the window.
  const isWide = useMediaQuery('(min-width: 1180px)');
  const name: Column<PartnerRow> = {
    id: 'name', header: t('reseller.name'), width: 'minmax(130px, 2.6fr)', isSortable: true, cell: (row) => row.name,
  };
  const state: Column<PartnerRow> = {
    id: 'state', header: t('reseller.status'), width: 'minmax(118px, 0.5fr)', isSortable: true,
    cell: (row) => <ResellerState reseller={row} />,
  };
  const activity: Column<PartnerRow> = {
    id: 'activity', header: t('reseller.lastActivity'), width: 'minmax(136px, 0.5fr)', isSortable: true,
    cell: (row) => <DateText instant={row.lastActivityAt} />,
  };
  const location: Column<PartnerRow> = {
    id: 'location', header: t('reseller.location'), width: 'minmax(88px, 0.7fr)', isSortable: true,
    cell: (row) => format.country(row.location),
  };
  if (isSide) return [name, state];
  return [
    name,
    { id: 'partnerId', header: t('reseller.partnerId'), width: '92px', isSortable: true, cell: (row) => row.partnerId || '–' },
    ...(isWide ? [location] : []),
    {
      id: 'customers', header: t('reseller.customers'), width: '92px', align: 'end', isSortable: true,
      cell: (row) => format.number(row.customerCount),
    },
    ...(isWide ? [activity] : []),
    state,
    {
      id: 'warnings', header: t('reseller.check'), width: 'minmax(150px, 1.6fr)', isSortable: true,
      cell: (row) => <Warnings row={row} shown={shown} />,
    },
    {
      id: 'add', header: '', width: '48px', align: 'end',
      cell: (row) => (
        <LinkButton
          isInRow to={`/customers/new?reseller=${row.id}`} size="small" appearance="subtle" icon={<PersonAdd16Regular />}
          label={t('reseller.addCustomerFor', { name: row.name })}
        />
      ),
    },
  ];
}

interface WarningsProps {
  readonly row: PartnerRow;
  readonly shown: ReturnType<typeof useShownVerdict>;
}

/** What the last check of its Partner ID found; without an ID there is nothing to check. */
function Warnings({ row, shown }: WarningsProps) {
  const { t } = useTranslation();
  if (row.partnerId === '') return <StatusMark kind="attention">{t('reseller.noPartnerId')}</StatusMark>;
  return <VerdictMark isShort verdict={shown(row.verdict)} />;
}
