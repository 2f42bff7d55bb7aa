import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { OfferTerm } from '../../../../shared/domain/catalogue/offer.ts';
import { billingWords, termWords } from '../../../text/commerce-words.ts';
import { useNow } from '../../../text/use-now.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { MoneyText } from '../../../ui/money-text.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import type { PlainColumn } from '../../../ui/plain-table.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { promotedPairs } from '../promoted-pairs.ts';
import { PromotionMark } from './promotion-mark.tsx';
import type { OfferAround } from './use-offer.ts';

const useStyles = makeStyles({
  marks: { display: 'flex', gap: '16px', flexWrap: 'wrap', color: tokens.colorNeutralForeground2, marginTop: '8px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

/** Every pair of term and billing with cost and recommended price, of which list they are, and what is taken off today. */
export function OfferPrices({ around: { offer, promotions } }: { readonly around: OfferAround }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const promoted = promotedPairs(promotions, useNow());
  const columns: readonly PlainColumn<OfferTerm>[] = [
    { id: 'term', header: t('subscription.term'), cell: ({ termDuration }) => termWords(t, termDuration) },
    { id: 'billing', header: t('subscription.billing'), cell: ({ billingCycle }) => billingWords(t, billingCycle) },
    { id: 'price', header: t('catalogue.price'), align: 'end', cell: ({ unitPrice }) => <MoneyText money={unitPrice} /> },
    { id: 'retail', header: t('catalogue.erp'), align: 'end', cell: ({ retailPrice }) => <MoneyText money={retailPrice} /> },
    {
      id: 'promotion', header: t('catalogue.promotion'), canWrap: true,
      cell: (term) => {
        const all = promoted(offer, term);
        return all.length === 0 ? '–' : (
          <ul className={styles.list}>{all.map((one) => <li key={one.promotion.id}><PromotionMark promoted={one} /></li>)}</ul>
        );
      },
    },
  ];
  return (
    <Panel title={t('catalogue.prices')}>
      <PlainTable
        label={t('catalogue.prices')} columns={columns} rows={offer.terms}
        rowKey={({ termDuration, billingCycle }) => `${termDuration} ${billingCycle}`}
      />
      <div className={styles.marks}>
        <span>
          {offer.listDate === undefined ? t('catalogue.noList') : <>{t('catalogue.listDate')} <DateText instant={offer.listDate} as="date" /></>}
        </span>
        <span>{t('catalogue.perSeat')}</span>
        {offer.isPracticePrice && <StatusMark kind="info">{t('catalogue.practicePrices')}</StatusMark>}
      </div>
    </Panel>
  );
}
