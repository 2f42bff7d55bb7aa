import { mergeClasses } from '@fluentui/react-components';
import { ArrowDown12Regular, ArrowUp12Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useTableStyles } from './table-styles.ts';

export interface Sorting {
  readonly columnId: string;
  readonly isDescending: boolean;
  readonly onSort: (columnId: string) => void;
}

interface HeadColumn {
  readonly id: string;
  readonly header: string;
  readonly align?: 'start' | 'end';
  readonly isSortable?: boolean;
}

export interface TableHeadProps {
  /** Before the columns stand the box and the arrow of each row. */
  readonly hasLead: boolean;
  readonly columns: readonly HeadColumn[];
  readonly template: string;
  readonly sorting?: Sorting;
}

/** The line with the column names; a sortable one is a button and says how the table is sorted. */
export function TableHead({ hasLead, columns, template, sorting }: TableHeadProps) {
  const styles = useTableStyles();
  const { t } = useTranslation();
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
        {hasLead && <div role="columnheader" aria-label={t('ui.tableLead')} />}
        {columns.map((column) => {
          const isSorted = sorting?.columnId === column.id;
          const direction = sorting?.isDescending === true ? 'descending' : 'ascending';
          return (
            <div
              key={column.id}
              role="columnheader"
              className={mergeClasses(styles.cell, styles.headCell, column.align === 'end' && styles.end)}
              {...(isSorted ? { 'aria-sort': direction } : {})}
            >
              {column.isSortable === true && sorting !== undefined ? (
                <button type="button" className={styles.sort} onClick={() => sorting.onSort(column.id)}>
                  {column.header}
                  {isSorted && (sorting.isDescending ? <ArrowDown12Regular /> : <ArrowUp12Regular />)}
                </button>
              ) : (
                column.header
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
