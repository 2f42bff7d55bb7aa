import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CartLine } from '../../../../shared/domain/cart/cart-line.ts';
import { leavingPrice } from '../../../../shared/domain/cart/commitments.ts';
import type { Commitment } from '../../../../shared/domain/cart/commitments.ts';
import { offerTerm } from '../../../../shared/domain/cart/line-rules.ts';
import type { Offer } from '../../../../shared/domain/catalogue/offer.ts';
import { useFormat } from '../../../text/use-format.ts';
import { MoneyText } from '../../../ui/money-text.tsx';
import { termText } from '../term-words.ts';

const useStyles = makeStyles({
  frame: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  name: {
    textAlign: 'left', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, padding: '6px 12px 6px 0',
    minWidth: '170px', verticalAlign: 'top',
  },
  column: { textAlign: 'right', fontWeight: tokens.fontWeightSemibold, padding: '6px 8px', verticalAlign: 'bottom', minWidth: '96px' },
  cell: { textAlign: 'right', padding: '6px 8px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, verticalAlign: 'top' },
  line: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected },
  soft: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface CommitmentTableProps {
  readonly line: CartLine;
  readonly offer: Offer;
  readonly commitments: readonly Commitment[];
  /** After how many months one would leave. */
  readonly month: number;
  readonly onUse: (commitment: Commitment) => void;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly cell: (commitment: Commitment) => ReactNode;
}

/** One column a commitment, one row a question. */
export function CommitmentTable({ line, offer, commitments, month, onUse }: CommitmentTableProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const rows = useRows({ line, offer, month });
  const isCurrent = (one: Commitment): boolean => one.termDuration === line.termDuration && one.billingCycle === line.billingCycle;
  const keyOf = (one: Commitment): string => `${one.termDuration} ${one.billingCycle}`;
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('carts.compare.title', { title: line.title })}>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>{t('carts.termLabel')}</th>
            {commitments.map((one) => (
              <th key={keyOf(one)} scope="col" className={mergeClasses(styles.column, isCurrent(one) && styles.current)}>{termText(t, one)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={mergeClasses(styles.name, styles.line)}>{row.name}</th>
              {commitments.map((one) => (
                <td key={keyOf(one)} className={mergeClasses(styles.cell, isCurrent(one) && styles.current)}>{row.cell(one)}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row" className={mergeClasses(styles.name, styles.line)}>{t('carts.compare.choice')}</th>
            {commitments.map((one) => (
              <td key={keyOf(one)} className={mergeClasses(styles.cell, isCurrent(one) && styles.current)}>
                {isCurrent(one) ? (
                  <Badge appearance="outline">{t('carts.compare.current')}</Badge>
                ) : (
                  <Button size="small" aria-label={t('carts.compare.useNamed', { term: termText(t, one) })} onClick={() => onUse(one)}>
                    {t('carts.compare.use')}
                  </Button>
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function useRows({ line, offer, month }: Pick<CommitmentTableProps, 'line' | 'offer' | 'month'>): readonly Row[] {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      id: 'unit',
      name: t('carts.compare.unit'),
      cell: (one) => (
        <>
          <MoneyText money={offerTerm(offer, one.termDuration, one.billingCycle)?.unitPrice} />
          <span className={styles.soft}>{t(`carts.per.${one.billingCycle}`)}</span>
        </>
      ),
    },
    { id: 'over12', name: t('carts.compare.over', { months: format.number(12) }), cell: (one) => <MoneyText money={one.over12} /> },
    { id: 'over36', name: t('carts.compare.over', { months: format.number(36) }), cell: (one) => <MoneyText money={one.over36} /> },
    { id: 'perMonth', name: t('carts.compare.perMonth'), cell: (one) => <MoneyText money={one.perMonth} /> },
    {
      id: 'breakEven',
      name: t('carts.compare.breakEven'),
      cell: (one) => (one.breakEven === undefined ? '–' : t('carts.compare.fromMonth', { month: format.number(one.breakEven.month) })),
    },
    {
      id: 'leaving',
      name: t('carts.compare.leaving', { month: format.number(month) }),
      cell: (one) => {
        const price = leavingPrice(offer, line.quantity, one, month);
        return (
          <>
            <MoneyText money={price?.owed} />
            {price !== undefined && <span className={styles.soft}>{t('carts.compare.unused', { amount: format.money(price.unused) })}</span>}
          </>
        );
      },
    },
  ];
}
