import { useTranslation } from 'react-i18next';
import type { NextTerm } from '../../../shared/domain/subscription/next-term.ts';
import { times } from '../../../shared/money-math.ts';
import { billingWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { useFormStyles } from './edit-form.tsx';
import { ListNote } from './effect-words.tsx';
import { priceOf } from './price-of.ts';

/** What the next term costs by the list of the copy, before any promotion. */
export function NextTermEffect({ next }: { readonly next: NextTerm }) {
  const styles = useFormStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const price = priceOf(next.offer, next.termDuration, next.billingCycle);
  if (price === undefined) return <p className={styles.soft}>{t('subscription.effect.noPrice')}</p>;
  const values = {
    count: next.quantity, perSeat: format.money(price), amount: format.money(times(price, next.quantity)),
    cycle: billingWords(t, next.billingCycle).toLowerCase(),
  };
  return (
    <>
      <p className={styles.text}>{t('subscription.effect.next', values)}</p>
      <ListNote offer={next.offer} />
    </>
  );
}
