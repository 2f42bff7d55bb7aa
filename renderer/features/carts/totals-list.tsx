import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { cartTotals } from '../../../shared/domain/cart/totals.ts';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import { DateText } from '../../ui/date-text.tsx';
import { MoneyText } from '../../ui/money-text.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: '1fr auto', rowGap: '4px', columnGap: '12px', margin: 0 },
  amount: { margin: 0, textAlign: 'right', fontWeight: tokens.fontWeightSemibold },
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

/** Totals by billing period, with the date of the price list. Periods are never added up. */
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
        {totals.map((one) => [
          <dt key={`${one.billingCycle}-name`}>{t(`carts.totalPer.${one.billingCycle}`)}</dt>,
          <dd key={`${one.billingCycle}-amount`} className={styles.amount}>
            <MoneyText money={one.total} />
          </dd>,
        ])}
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
