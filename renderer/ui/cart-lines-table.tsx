import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Money } from '../../shared/money.ts';
import { MoneyText } from './money-text.tsx';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums', margin: '12px 0' },
  head: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    padding: '4px 8px 4px 0',
    fontSize: tokens.fontSizeBase200,
  },
  cell: { padding: '6px 8px 6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, verticalAlign: 'top' },
  under: { paddingLeft: '16px' },
  end: { textAlign: 'right', paddingLeft: '16px', paddingRight: 0 },
  soft: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface CartLineRow {
  readonly id: number;
  readonly title: string;
  /** Stands under the row before it: an add-on under its base. A note says so in words. */
  readonly isUnder?: boolean;
  /** Term, reseller and what else belongs to the line, each on a line of its own. */
  readonly notes: readonly string[];
  readonly seats: string;
  /** For the whole line; missing when no price is known. */
  readonly total: Money | undefined;
  /** For what period the total is, in words. */
  readonly per: string;
}

export interface CartLinesTableProps {
  /** Headers: product, seats, and the currency, said once. */
  readonly headers: readonly [product: string, seats: string, currency: string];
  readonly rows: readonly CartLineRow[];
}

/** Lines of a cart or an order to be read, not changed: what, under which terms, how many, how much. */
export function CartLinesTable({ headers, rows }: CartLinesTableProps) {
  const styles = useStyles();
  const [product, ...amounts] = headers;
  const end = mergeClasses(styles.cell, styles.end);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>{product}</th>
          {amounts.map((header) => (
            <th key={header} scope="col" className={mergeClasses(styles.head, styles.end)}>{header}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className={mergeClasses(styles.cell, row.isUnder === true && styles.under)}>
              {row.title}
              {row.notes.map((note) => (
                <div key={note} className={styles.soft}>{note}</div>
              ))}
            </td>
            <td className={end}>{row.seats}</td>
            <td className={end}>
              <MoneyText money={row.total} isBare />
              <div className={styles.soft}>{row.per}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
