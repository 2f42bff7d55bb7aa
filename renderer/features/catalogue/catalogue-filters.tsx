import { Checkbox, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { TermDuration } from '../../../shared/domain/cart/cart-line.ts';
import { Segment } from '../../../shared/domain/catalogue/offer.ts';
import { termWords } from '../../text/commerce-words.ts';
import { filterCatalogue, offerKinds, useCatalogueView } from './catalogue-view-store.ts';

/** Narrows the catalogue by segment, kind of offer, term, and to what is promoted today. */
export function CatalogueFilters() {
  const { t } = useTranslation();
  const { segment, kind, term, isPromoted } = useCatalogueView();
  return (
    <>
      <Select
        aria-label={t('catalogue.filterSegment')} value={segment}
        onChange={(_event, data) => filterCatalogue({ segment: Segment.options.find((one) => one === data.value) ?? 'all' })}
      >
        <option value="all">{t('catalogue.allSegments')}</option>
        {Segment.options.map((one) => <option key={one} value={one}>{t(`catalogue.segment.${one}`)}</option>)}
      </Select>
      <Select
        aria-label={t('catalogue.filterKind')} value={kind}
        onChange={(_event, data) => filterCatalogue({ kind: offerKinds.find((one) => one === data.value) ?? 'all' })}
      >
        {offerKinds.map((one) => <option key={one} value={one}>{t(`catalogue.kind.${one}`)}</option>)}
      </Select>
      <Select
        aria-label={t('catalogue.filterTerm')} value={term}
        onChange={(_event, data) => filterCatalogue({ term: TermDuration.options.find((one) => one === data.value) ?? 'all' })}
      >
        <option value="all">{t('catalogue.allTerms')}</option>
        {TermDuration.options.map((one) => <option key={one} value={one}>{termWords(t, one)}</option>)}
      </Select>
      <Checkbox
        label={t('catalogue.promoted')} checked={isPromoted}
        onChange={(_event, data) => filterCatalogue({ isPromoted: data.checked === true })}
      />
    </>
  );
}
