import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { isAboveZero, marginOf } from '../../../shared/domain/cart/margin.ts';
import { cartTotals } from '../../../shared/domain/cart/totals.ts';
import type { CycleTotal } from '../../../shared/domain/cart/totals.ts';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import { useFormat } from '../../text/use-format.ts';
import { DateText } from '../../ui/date-text.tsx';
import { MoneyText } from '../../ui/money-text.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: '1fr auto', rowGap: '2px', columnGap: '12px', margin: 0 },
  total: { fontWeight: tokens.fontWeightSemibold, ':not(:first-of-type)': { marginTop: '8px' } },
  amount: { margin: 0, textAlign: 'right', alignSelf: 'end' },
  softAmount: { margin: 0, textAlign: 'right', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  softName: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  soft: {
    margin: '4px 0 0',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    display: 'flex',
    gap: '8px',
    flexWrap: 'wrap',
    alignItems: 'center',
  },
});

export interface TotalsListProps {
  readonly cart: Pick<CartDraft, 'lines' | 'currency' | 'listDate'>;
  readonly isPractice: boolean;
  /** Begins with how many lines there are. */
  readonly hasLineCount?: boolean;
}

/**
 * Totals by billing period, with the date of the price list: what the provider pays, what promotions take off, and apart from it
 * the recommended price with the difference. Periods are never added up.
 */
export function TotalsList({ cart, isPractice, hasLineCount = false }: TotalsListProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const totals = cartTotals(cart.lines, cart.currency);
  const unpriced = totals.reduce((count, one) => count + one.unpriced, 0);
  return (
    <>
      <dl className={styles.list}>
        {hasLineCount && <dt>{t('carts.lines')}</dt>}
        {hasLineCount && <dd className={styles.amount}>{cart.lines.length}</dd>}
        {totals.map((one) => <CycleRows key={one.billingCycle} total={one} lineCount={countOf(cart, one)} />)}
      </dl>
      {totals.length > 0 && (
        <div className={styles.soft}>
          {cart.listDate === undefined ? (
            t('carts.noListDate')
          ) : (
            <span>
              {t('carts.listOf')} <DateText instant={cart.listDate} as="date" />
            </span>
          )}
          {isPractice && (
            <Badge appearance="outline" color="informative">
              {t('carts.practicePrices')}
            </Badge>
          )}
        </div>
      )}
      {unpriced > 0 && <p className={styles.soft}>{t('carts.unpriced', { count: unpriced })}</p>}
    </>
  );
}

const countOf = ({ lines }: TotalsListProps['cart'], { billingCycle }: CycleTotal): number =>
  lines.filter((line) => line.billingCycle === billingCycle).length;

/** One period: cost first, then what explains it. The difference stands only where every line has both prices. */
function CycleRows({ total, lineCount }: { readonly total: CycleTotal; readonly lineCount: number }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  // What is not billed has no price to compare.
  const hasRetail = total.billingCycle !== 'none' && total.retailUnpriced < lineCount;
  const margin = total.unpriced + total.retailUnpriced === 0 ? marginOf(total) : undefined;
  return (
    <>
      <dt className={styles.total}>{t(`carts.totalPer.${total.billingCycle}`)}</dt>
      <dd className={`${styles.amount} ${styles.total}`}><MoneyText money={total.total} /></dd>
      {isAboveZero(total.discount) && (
        <>
          <dt className={styles.softName}>{t('carts.totals.discount')}</dt>
          <dd className={styles.softAmount}>−<MoneyText money={total.discount} /></dd>
        </>
      )}
      {hasRetail && (
        <>
          <dt className={styles.softName}>
            {t('carts.totals.retail')}
            {total.retailUnpriced > 0 && <> {t('carts.totals.retailMissing', { count: total.retailUnpriced })}</>}
          </dt>
          <dd className={styles.softAmount}><MoneyText money={total.retail} /></dd>
        </>
      )}
      {hasRetail && margin !== undefined && (
        <>
          <dt className={styles.softName}>{t('carts.totals.margin')}</dt>
          <dd className={styles.softAmount}>
            <MoneyText money={margin.amount} />{margin.share !== undefined && <> ({format.percent(margin.share)})</>}
          </dd>
        </>
      )}
    </>
  );
}
