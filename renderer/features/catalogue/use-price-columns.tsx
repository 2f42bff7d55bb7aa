import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { billingWords, termWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import type { Column } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
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

export interface PriceColumnsSetting {
  /** Beside a detail the names suffice. */
  readonly isSide: boolean;
  /** Prices are of several lists: each row says of which. */
  readonly hasSeveralLists: boolean;
}

/** Columns of the catalogue; `currency` is named in the heads when all prices share it. */
export function usePriceColumns(currency: string | undefined, { isSide, hasSeveralLists }: PriceColumnsSetting): readonly Column<PriceRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const head = (label: string): string => (currency === undefined ? label : t('catalogue.inCurrency', { label, currency }));
  const isBare = currency !== undefined;
  const title: Column<PriceRow> = {
    id: 'title', header: t('catalogue.product'), width: 'minmax(180px, 1fr)', cell: ({ offer }) => <Product offer={offer} />,
  };
  const list: Column<PriceRow> = {
    id: 'list', header: t('catalogue.listDate'), width: '112px', cell: ({ offer }) => <DateText instant={offer.listDate} as="date" />,
  };
  if (isSide) return [title];
  return [
    title,
    {
      id: 'term', header: t('subscription.term'), width: '88px', cell: ({ term: pair }) => termWords(t, pair.termDuration),
    },
    {
      id: 'billing', header: t('subscription.billing'), width: '116px',
      cell: ({ term: pair }) => billingWords(t, pair.billingCycle),
    },
    {
      id: 'seats', header: t('catalogue.seats'), width: '108px', align: 'end',
      cell: ({ offer }) => seatWords(t, format, { minimum: offer.minimumQuantity, maximum: offer.maximumQuantity }),
    },
    {
      id: 'price', header: head(t('catalogue.price')), width: '112px', align: 'end',
      cell: ({ term: pair }) => <MoneyText money={pair.unitPrice} isBare={isBare} />,
    },
    {
      id: 'retail', header: head(t('catalogue.erp')), width: '132px', align: 'end',
      cell: ({ term: pair }) => <MoneyText money={pair.retailPrice} isBare={isBare} />,
    },
    ...(hasSeveralLists ? [list] : []),
    {
      id: 'promotion', header: t('catalogue.promotion'), width: '208px',
      cell: ({ promoted }) => (promoted === undefined ? '' : <PromotionMark promoted={promoted} />),
    },
  ];
}
