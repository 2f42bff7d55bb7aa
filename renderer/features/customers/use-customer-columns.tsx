import { makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerReseller } from '../../../shared/domain/reseller/customer-reseller.ts';
import { useMirror } from '../../platform/services.tsx';
import { operationSign, operationStatus } from '../../text/operation-words.ts';
import type { Column } from '../../ui/data-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
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
  const name: Column<ListRow> = {
    id: 'name', header: t('customer.name'), width: isSide ? 'minmax(0, 1fr)' : 'minmax(180px, 1.3fr)',
    cell: (line) => <Name line={line} />,
  };
  const domain: Column<ListRow> = {
    id: 'domain', header: t('customer.domain'), width: 'minmax(140px, 1.1fr)',
    cell: (line) => (line.kind === 'pending' ? line.operation.payload.form.domain : line.row.domain),
  };
  if (isSide) return [name];
  const reseller: Column<ListRow> = {
    id: 'reseller', header: t('customer.reseller'), width: 'minmax(140px, 1fr)',
    cell: (line) =>
      line.kind === 'pending'
        ? pendingReseller(line.operation.payload.reseller)
        : line.row.resellerIds.map((id) => names.get(id) ?? t('customer.unknownReseller')).join(', ') || t('customer.noReseller'),
  };
  return [name, domain, reseller];
}
