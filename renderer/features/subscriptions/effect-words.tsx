import { useTranslation } from 'react-i18next';
import { seatMoney } from '../../../shared/domain/subscription/refund.ts';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import type { Instant } from '../../../shared/instant.ts';
import { billingWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { useFormStyles } from './edit-form.tsx';
import { priceOf } from './price-of.ts';

export interface SeatEffectProps {
  readonly subscription: Subscription;
  readonly offer: Offer | undefined;
  /** More seats, or fewer. */
  readonly difference: number;
  readonly now: Instant;
}

/** What more or fewer seats come to, in words: by the list's prices, so an estimate. */
export function SeatEffect({ subscription, offer, difference, now }: SeatEffectProps) {
  const styles = useFormStyles();
  const { t } = useTranslation();
  const format = useFormat();
  if (difference === 0) return null;
  const price = priceOf(offer, subscription.termDuration, subscription.billingCycle);
  if (price === undefined) return <p className={styles.soft}>{t('subscription.effect.noPrice')}</p>;
  const money = seatMoney(subscription, Math.abs(difference), price, now);
  const way = difference > 0 ? 'more' : 'fewer';
  const values = {
    count: Math.abs(difference), perSeat: format.money(money.perSeat), amount: format.money(money.perPeriod),
    cycle: billingWords(t, subscription.billingCycle).toLowerCase(),
  };
  return (
    <div className={styles.text}>
      <p className={styles.text}>{t(`subscription.effect.${way}`, values)}</p>
      {money.now !== undefined && money.left !== undefined && (
        <p className={styles.text}>
          {t(`subscription.effect.${way}Now`, {
            amount: format.money(money.now), count: money.left.days, ofDays: money.left.ofDays, until: format.date(money.left.endsAt),
          })}
        </p>
      )}
      <ListNote offer={offer} />
    </div>
  );
}

/** From which list a price is, and that it is not what was agreed. */
export function ListNote({ offer }: { readonly offer: Offer | undefined }) {
  const styles = useFormStyles();
  const { t } = useTranslation();
  const format = useFormat();
  if (offer?.listDate === undefined) return null;
  const note = offer.isPracticePrice ? 'practiceList' : 'list';
  return <p className={styles.soft}>{t(`subscription.effect.${note}`, { month: format.month(offer.listDate.slice(0, 7)) })}</p>;
}
