import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CartLine } from '../../../../shared/domain/cart/cart-line.ts';
import { firstCharge, lineTotal, retailTotal, unitAfterDiscount } from '../../../../shared/domain/cart/prices.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { useFormat } from '../../../text/use-format.ts';
import { MoneyText } from '../../../ui/money-text.tsx';
import { savingOf } from './promotion-offers.ts';

const useStyles = makeStyles({
  price: { textAlign: 'right', display: 'flex', flexDirection: 'column', gap: '2px', marginLeft: 'auto', flexShrink: 0, maxWidth: '70%' },
  total: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  soft: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  before: { textDecorationLine: 'line-through' },
});

export interface LinePriceProps {
  readonly line: CartLine;
  readonly now: Instant;
}

/** What a line costs the provider for one period, what of it is estimated, and its recommended price apart. */
export function LinePrice({ line, now }: LinePriceProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const per = t(`carts.per.${line.billingCycle}`);
  const unit = unitAfterDiscount(line);
  const saving = savingOf(line);
  const retail = retailTotal(line);
  const charge = line.customTermEnd === undefined ? undefined : firstCharge(line, now);
  return (
    <div className={styles.price}>
      <span className={styles.total}><MoneyText money={lineTotal(line)} /> {per}</span>
      <span className={styles.soft}>
        {unit === undefined ? t('carts.noPrice') : t('carts.unitPrice', { price: format.money(unit) })}
        {saving !== undefined && line.unitPrice !== undefined && (
          <>{' '}<s className={styles.before}>{format.money(line.unitPrice)}</s></>
        )}
      </span>
      {saving !== undefined && <span className={styles.soft}>{t('carts.promotion.saves', { amount: format.money(saving), per })}</span>}
      {retail !== undefined && <span className={styles.soft}>{t('carts.retailLine', { amount: format.money(retail), per })}</span>}
      {charge !== undefined && (
        <span className={styles.soft}>
          {t('carts.end.firstCharge', {
            amount: format.money(charge.amount), days: format.number(charge.days), ofDays: format.number(charge.ofDays),
          })}
        </span>
      )}
    </div>
  );
}
