import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import { useMirror } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { OfferMarks } from './offer-marks.tsx';
import { useFromPrice } from './use-from-price.ts';

const mostShown = 40;
const useStyles = makeStyles({
  list: {
    listStyleType: 'none', margin: '8px 0 0', padding: 0, maxHeight: '252px', overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium,
  },
  offer: {
    display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'flex-end', gap: '4px 12px', minHeight: '36px',
    padding: '4px 8px 4px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, ':last-child': { borderBottom: 'none' },
  },
  name: { flexGrow: 1, flexBasis: '160px', minWidth: 0, overflowWrap: 'anywhere' },
  price: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  add: { flexShrink: 0, whiteSpace: 'nowrap' },
  note: { color: tokens.colorNeutralForeground2, margin: '8px 0 0' },
});

export interface CatalogueSearchProps {
  readonly market: string;
  readonly onAdd: (offer: Offer) => void;
}

/** The catalogue of the customer's country, found by typing. */
export function CatalogueSearch({ market, onAdd }: CatalogueSearchProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const fromPrice = useFromPrice();
  const comesBack = useRestoreFocusTarget();
  const [text, setText] = useState('');
  const answer = useMirror(['catalogue'], async (mirror) => ({ market, offers: await mirror.offers({ country: market, text }) }), [market, text]);
  const isKnown = useMirror(['catalogue', 'status'], async (mirror) => (await mirror.catalogueCountries()).includes(market), [market]);
  const offers = answer?.market === market ? answer.offers : [];
  const country = format.country(market);
  return (
    <>
      <SearchField label={t('carts.searchCatalogue', { country })} value={text} onChange={setText} />
      {isKnown === false && offers.length === 0 && <p className={styles.note}>{t('carts.noCatalogue', { country })}</p>}
      {isKnown === true && answer !== undefined && offers.length === 0 && <p className={styles.note} role="status">{t('carts.noOffer', { text })}</p>}
      {offers.length > 0 && (
        <ul className={styles.list} aria-label={t('carts.catalogue')}>
          {offers.slice(0, mostShown).map((offer) => (
            <li key={offer.key} className={styles.offer}>
              <span className={styles.name}>{offer.title}<span className={styles.price}>{fromPrice(offer)}</span></span>
              <OfferMarks offer={offer} />
              <Button
                {...comesBack} size="small" className={styles.add} icon={<Add16Regular />} disabled={offer.terms.length === 0}
                aria-label={t('carts.addNamed', { title: offer.title })} onClick={() => onAdd(offer)}
              >
                {t('carts.add')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {offers.length > mostShown && <p className={styles.note}>{t('carts.moreOffers', { count: offers.length - mostShown })}</p>}
    </>
  );
}
