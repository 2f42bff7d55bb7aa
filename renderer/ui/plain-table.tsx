import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  frame: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  head: {
    textAlign: 'left', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, padding: '6px 12px 6px 0', whiteSpace: 'nowrap',
  },
  cell: {
    height: '36px', padding: '4px 12px 4px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    boxSizing: 'border-box', whiteSpace: 'nowrap',
  },
  wrapping: { whiteSpace: 'normal', overflowWrap: 'anywhere', minWidth: '140px' },
  waiting: { outline: `1px dashed ${tokens.colorNeutralStrokeAccessible}`, outlineOffset: '-2px' },
  attention: { boxShadow: `inset 3px 0 0 ${tokens.colorPaletteMarigoldBorderActive}` },
  end: { textAlign: 'right', whiteSpace: 'nowrap' },
});

export interface PlainColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly align?: 'start' | 'end';
  /** Long text: may take more lines than one. */
  readonly canWrap?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

export interface PlainTableProps<Row> {
  readonly label: string;
  readonly columns: readonly PlainColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** `waiting`: not yet on the server (dashed). `attention`: needs a person (amber). A cell must say it in words too. */
  readonly tone?: (row: Row) => 'plain' | 'waiting' | 'attention';
}

/** A short table that is drawn whole: lines of an order, subscriptions of a customer. */
export function PlainTable<Row>({ label, columns, rows, rowKey, tone }: PlainTableProps<Row>) {
  const styles = useStyles();
  const toneClass = (one: 'plain' | 'waiting' | 'attention' = 'plain'): string | undefined => (one === 'plain' ? undefined : styles[one]);
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={mergeClasses(styles.head, column.align === 'end' && styles.end)}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={toneClass(tone?.(row))}>
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={mergeClasses(
                    styles.cell, column.align === 'end' && styles.end, column.canWrap === true && styles.wrapping,
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
