import { useTranslation } from 'react-i18next';
import type { MarketParts } from '../../../shared/domain/briefcase/briefcase-parts.ts';
import { useFormat } from '../../text/use-format.ts';
import { Age } from '../../ui/age.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { sizeWords } from './briefcase-words.ts';

/** What is sold in the countries of the customers: catalogue, price list, promotions. */
export function MarketPanel({ markets }: { readonly markets: readonly MarketParts[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const missing = t('briefcase.notRead');
  return (
    <Panel title={t('briefcase.markets')}>
      <PlainTable
        label={t('briefcase.markets')}
        rows={markets}
        rowKey={({ country }) => country}
        columns={[
          { id: 'country', header: t('briefcase.country'), cell: ({ country }) => format.country(country) },
          {
            id: 'catalogue', header: t('briefcase.part.catalogue'),
            cell: ({ catalogue }) =>
              (catalogue === undefined ? missing : <>{format.number(catalogue.offers)} · <Age isBare instant={catalogue.readAt} /></>),
          },
          {
            id: 'prices', header: t('briefcase.part.price-list'),
            cell: ({ priceList }) => (priceList === undefined ? missing : format.month(priceList.month)),
          },
          {
            id: 'promotions', header: t('briefcase.part.promotions'), canWrap: true,
            cell: ({ promotions }) => {
              if (promotions === undefined) return missing;
              const { count, nextEnd } = promotions;
              if (nextEnd === undefined) return format.number(count);
              return <>{format.number(count)} · {t('briefcase.promotionEnds', { name: nextEnd.name })} <DateText instant={nextEnd.at} as="date" /></>;
            },
          },
          {
            id: 'size', header: t('briefcase.size'), align: 'end',
            cell: ({ catalogue, priceList }) => sizeWords(format, (catalogue?.bytes ?? 0) + (priceList?.bytes ?? 0)),
          },
        ]}
      />
    </Panel>
  );
}
