import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { priceChange } from '../../../shared/domain/cart/totals.ts';
import type { Difference, OperationOf } from '../../../shared/sync/operation.ts';
import { MoneyText } from '../../ui/money-text.tsx';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  head: {
    textAlign: 'left',
    padding: '4px 12px 4px 0',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  cell: { padding: '6px 12px 6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  end: { textAlign: 'right' },
});

export interface PriceDifferencesProps {
  readonly operation: OperationOf<'place-order'>;
  readonly prices: readonly Extract<Difference, { kind: 'price' }>[];
}

/** Prices as confirmed, as they are now, and what the difference comes to for all seats of the line. */
export function PriceDifferences({ operation, prices }: PriceDifferencesProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const head = (key: string, isNumber: boolean) => (
    <th scope="col" className={mergeClasses(styles.head, isNumber && styles.end)}>
      {t(`outbox.decision.${key}`)}
    </th>
  );
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {head('product', false)}
          {head('seats', true)}
          {head('before', true)}
          {head('now', true)}
          {head('difference', true)}
        </tr>
      </thead>
      <tbody>
        {prices.map(({ lineId, before, after }) => {
          const line = operation.payload.lines.find((one) => one.id === lineId);
          const number = mergeClasses(styles.cell, styles.end);
          const change = priceChange(before, after, line?.quantity ?? 0);
          return (
            <tr key={lineId}>
              <td className={styles.cell}>{line?.title}</td>
              <td className={number}>{line?.quantity}</td>
              <td className={number}>
                <MoneyText money={before} />
              </td>
              <td className={number}>
                <MoneyText money={after} />
              </td>
              <td className={number}>
                {change !== undefined && !change.amount.startsWith('-') && '+'}
                <MoneyText money={change} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
