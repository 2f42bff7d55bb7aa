import { makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerReseller } from '../../../shared/domain/reseller/customer-reseller.ts';
import { useMirror } from '../../platform/services.tsx';
import { relationshipWords } from '../../text/commerce-words.ts';
import { operationSign, operationStatus } from '../../text/operation-words.ts';
import { useFormat } from '../../text/use-format.ts';
import type { Column } from '../../ui/data-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { customerColumns, useChosenColumns } from './column-choice.tsx';
import type { CustomerColumn } from './column-choice.tsx';
import type { ListRow } from './list-row.ts';

const useStyles = makeStyles({
  name: { display: 'flex', gap: '12px', alignItems: 'center', minWidth: 0 },
  company: { overflow: 'hidden', textOverflow: 'ellipsis', flexShrink: 1, minWidth: '120px' },
});

/** The name, and for a customer that is not on the server yet its state in words. */
function Name({ line }: { readonly line: ListRow }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (line.kind === 'customer') return line.row.name;
  const status = operationStatus(t, line.operation);
  return (
    <span className={styles.name} title={status}>
      <span className={styles.company}>{line.operation.payload.form.companyName}</span>
      <StatusMark kind={operationSign(line.operation)}>{status}</StatusMark>
    </span>
  );
}

/** Columns of the list of customers; beside a detail, which says the rest, only the name. */
export function useCustomerColumns(isSide: boolean): readonly Column<ListRow>[] {
  const { t } = useTranslation();
  const resellers = useMirror(['resellers'], (mirror) => mirror.resellers(), []);
  const names = useMemo(() => new Map(resellers?.map((reseller) => [reseller.id, reseller.name])), [resellers]);
  const pendingReseller = (reseller: CustomerReseller): string =>
    reseller.kind === 'direct' ? t('customer.direct') : reseller.name;
  const chosen = useChosenColumns();
  const format = useFormat();
  const name: Column<ListRow> = {
    id: 'name', isSortable: true, header: t('customer.name'), width: isSide ? 'minmax(0, 1fr)' : 'minmax(180px, 1.3fr)',
    cell: (line) => <Name line={line} />,
  };
  const domain: Column<ListRow> = {
    id: 'domain', isSortable: true, header: t('customer.domain'), width: 'minmax(140px, 1.1fr)',
    cell: (line) => (line.kind === 'pending' ? line.operation.payload.form.domain : line.row.domain),
  };
  if (isSide) return [name];
  const reseller: Column<ListRow> = {
    id: 'reseller', isSortable: true, header: t('customer.reseller'), width: 'minmax(140px, 1fr)',
    cell: (line) =>
      line.kind === 'pending'
        ? pendingReseller(line.operation.payload.reseller)
        : line.row.resellerIds.map((id) => names.get(id) ?? t('customer.unknownReseller')).join(', ') || t('customer.noReseller'),
  };
  const country: Column<ListRow> = {
    id: 'country', isSortable: true, header: t('customer.country'), width: 'minmax(110px, 0.6fr)',
    cell: (line) => {
      const code = line.kind === 'pending' ? line.operation.payload.form.address.country : line.row.country;
      return code === undefined ? t('customer.countryUnknown') : format.country(code);
    },
  };
  const relationship: Column<ListRow> = {
    id: 'relationship', header: t('customer.relationship'), width: 'minmax(110px, 0.6fr)',
    cell: (line) => (line.kind === 'pending' ? '' : relationshipWords(t, line.row.relationship)),
  };
  const tenantId: Column<ListRow> = {
    id: 'tenantId', header: t('customer.tenantId'), width: 'minmax(180px, 1.2fr)',
    cell: (line) => (line.kind === 'pending' ? '' : line.row.id),
  };
  const others: Readonly<Record<CustomerColumn, Column<ListRow>>> = { domain, reseller, country, relationship, tenantId };
  return [name, ...customerColumns.filter((column) => chosen.includes(column)).map((column) => others[column])];
}
