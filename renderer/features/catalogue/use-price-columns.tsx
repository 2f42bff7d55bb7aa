import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import { billingWords, termWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import type { Column } from '../../ui/data-table.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import type { PriceRow } from './price-row.ts';

/** The service writes "no upper limit" as a number of this size. */
const unlimited = 1_000_000;

/** Columns of the catalogue; `currency` is named in the heads when all prices share it. */
export function usePriceColumns(currency: string | undefined): readonly Column<PriceRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const head = (label: string): string => (currency === undefined ? label : t('catalogue.inCurrency', { label, currency }));
  const isBare = currency !== undefined;
  const seats = ({ minimumQuantity, maximumQuantity }: Offer): string =>
    maximumQuantity >= unlimited
      ? t('catalogue.seatsFrom', { from: format.number(minimumQuantity) })
      : t('catalogue.seatRange', { from: format.number(minimumQuantity), to: format.number(maximumQuantity) });
  return [
    {
      id: 'title', header: t('catalogue.product'), width: 'minmax(200px, 2.4fr)',
      cell: ({ offer: { title, description, isTrial } }) => (
        <span title={description}>{isTrial ? `${title} (${t('catalogue.trial')})` : title}</span>
      ),
    },
    {
      id: 'term', header: t('subscription.term'), width: 'minmax(88px, 0.7fr)',
      cell: ({ term }) => termWords(t, term.termDuration),
    },
    {
      id: 'billing', header: t('subscription.billing'), width: 'minmax(100px, 0.8fr)',
      cell: ({ term }) => billingWords(t, term.billingCycle),
    },
    {
      id: 'seats', header: t('catalogue.seats'), width: '112px', align: 'end',
      cell: ({ offer }) => seats(offer),
    },
    {
      id: 'price', header: head(t('catalogue.price')), width: '124px', align: 'end',
      cell: ({ term }) => <MoneyText money={term.unitPrice} isBare={isBare} />,
    },
    {
      id: 'retail', header: head(t('catalogue.erp')), width: '124px', align: 'end',
      cell: ({ term }) => <MoneyText money={term.retailPrice} isBare={isBare} />,
    },
  ];
}
