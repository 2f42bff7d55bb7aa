import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { customerSorts } from '../../../shared/ports/mirror.ts';
import { operationSign, operationStatus } from '../../text/operation-words.ts';
import type { Column } from '../../ui/data-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { CustomerColumn } from './column-choice.tsx';
import type { ListRow } from './list-row.ts';
import type { CustomerCells } from './use-customer-cells.ts';

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

/** How wide each column is that may be left out. */
const widths: Readonly<Record<CustomerColumn, string>> = {
  domain: 'minmax(140px, 1.1fr)', reseller: 'minmax(140px, 1fr)', country: 'minmax(110px, 0.6fr)', relationship: 'minmax(110px, 0.6fr)',
  tenantId: 'minmax(180px, 1.2fr)',
};

const isSorted = (column: CustomerColumn): boolean => customerSorts.some((one) => one === column);

/** Columns of the list of customers; beside a detail, which says the rest, only the name. */
export function useCustomerColumns(isSide: boolean, { chosen, textOf }: CustomerCells): readonly Column<ListRow>[] {
  const { t } = useTranslation();
  const name: Column<ListRow> = {
    id: 'name', isSortable: true, header: t('customer.name'), width: isSide ? 'minmax(0, 1fr)' : 'minmax(180px, 1.3fr)',
    cell: (line) => <Name line={line} />,
  };
  if (isSide) return [name];
  return [name, ...chosen.map((column): Column<ListRow> => ({
    id: column, isSortable: isSorted(column), header: t(`customer.${column}`), width: widths[column],
    cell: (line) => textOf(line, column),
  }))];
}
