import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { billingWords, termWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import type { Column } from '../../ui/data-table.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { OfferKindMarks } from './offer/offer-kind.tsx';
import { PromotionMark } from './offer/promotion-mark.tsx';
import { seatWords } from './offer/seat-words.ts';
import type { PriceRow } from './price-row.ts';

const useStyles = makeStyles({
  product: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  title: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
});

function Product({ offer }: Pick<PriceRow, 'offer'>) {
  const styles = useStyles();
  return (
    <span className={styles.product}>
      <span className={styles.title} title={offer.description === '' ? offer.title : offer.description}>{offer.title}</span>
      <OfferKindMarks offer={offer} />
    </span>
  );
}

/** Columns of the catalogue; `currency` is named in the heads when all prices share it. Beside a detail there is room for few. */
export function usePriceColumns(currency: string | undefined, isSide: boolean): readonly Column<PriceRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const head = (label: string): string => (currency === undefined ? label : t('catalogue.inCurrency', { label, currency }));
  const isBare = currency !== undefined;
  const title: Column<PriceRow> = {
    id: 'title', header: t('catalogue.product'), width: 'minmax(180px, 3.2fr)', cell: ({ offer }) => <Product offer={offer} />,
  };
  const term: Column<PriceRow> = {
    id: 'term', header: t('subscription.term'), width: 'minmax(72px, 0.6fr)',
    cell: ({ term: pair }) => termWords(t, pair.termDuration),
  };
  const price: Column<PriceRow> = {
    id: 'price', header: head(t('catalogue.price')), width: '112px', align: 'end',
    cell: ({ term: pair }) => <MoneyText money={pair.unitPrice} isBare={isBare} />,
  };
  if (isSide) return [title, term, price];
  return [
    title,
    term,
    {
      id: 'billing', header: t('subscription.billing'), width: 'minmax(90px, 0.7fr)',
      cell: ({ term: pair }) => billingWords(t, pair.billingCycle),
    },
    {
      id: 'seats', header: t('catalogue.seats'), width: '112px', align: 'end',
      cell: ({ offer }) => seatWords(t, format, { minimum: offer.minimumQuantity, maximum: offer.maximumQuantity }),
    },
    price,
    {
      id: 'retail', header: head(t('catalogue.erp')), width: '116px', align: 'end',
      cell: ({ term: pair }) => <MoneyText money={pair.retailPrice} isBare={isBare} />,
    },
    {
      id: 'promotion', header: t('catalogue.promotion'), width: 'minmax(150px, 1.2fr)',
      cell: ({ promoted }) => (promoted === undefined ? '' : <PromotionMark promoted={promoted} />),
    },
  ];
}
