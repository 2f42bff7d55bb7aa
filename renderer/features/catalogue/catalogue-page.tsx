import { Dropdown, Label, Option, makeStyles, tokens, useId } from '@fluentui/react-components';
import { BookOpen20Regular, DocumentTable20Regular } from '@fluentui/react-icons';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import type { Promotion } from '../../../shared/domain/catalogue/promotion.ts';
import { useMirror } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useNow } from '../../text/use-now.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { TableHandle } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { CatalogueFilters } from './catalogue-filters.tsx';
import { chooseCountry, searchCatalogue, useCatalogueView } from './catalogue-view-store.ts';
import { offerPath } from './offer/offer-path.ts';
import { firstRows, listDates, priceRows, sharedCurrency } from './price-row.ts';
import type { PriceRow } from './price-row.ts';
import { promotedPairs } from './promoted-pairs.ts';
import { usePriceColumns } from './use-price-columns.tsx';

const useStyles = makeStyles({
  choice: { display: 'flex', alignItems: 'center', gap: '8px' },
  country: { minWidth: '150px' },
  marks: { display: 'flex', gap: '16px', flexWrap: 'wrap', color: tokens.colorNeutralForeground2 },
});

export interface CataloguePageProps {
  /** Stands beside a detail and has little room. */
  readonly isSide: boolean;
  readonly currentKey: string | undefined;
}

/** The country whose catalogue is shown: the chosen one, else the provider's own, else the first that was pulled. */
function useCountry(): { readonly country: string; readonly countries: readonly string[] | undefined } {
  const { country } = useCatalogueView();
  const countries = useMirror(['catalogue'], (mirror) => mirror.catalogueCountries(), []);
  const own = useMirror(['organization'], async (mirror) => ({ country: (await mirror.organization())?.country }), []);
  const isOwnListed = own?.country !== undefined && countries?.includes(own.country) === true;
  return { countries, country: country ?? (isOwnListed ? own.country : countries?.[0]) ?? '' };
}

const noPromotions: readonly Promotion[] = [];

/** The catalogue of one country: every allowed pair of term and billing with its price and today's promotion. */
export function CataloguePage({ isSide, currentKey }: CataloguePageProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useCatalogueView();
  const { text, segment, kind, term, isPromoted } = view;
  const nowMs = useNow();
  const table = useRef<TableHandle>(null);
  const { country, countries } = useCountry();
  const offers = useMirror(['catalogue'], (mirror) => mirror.offers({ country, text }), [country, text]);
  const promotions = useMirror(['catalogue'], (mirror) => mirror.promotions(country), [country]) ?? noPromotions;
  const rows = useMemo(
    () => priceRows(offers ?? [], promotedPairs(promotions, nowMs), { segment, kind, term, isPromoted }),
    [offers, promotions, nowMs, segment, kind, term, isPromoted],
  );
  const hasData = countries !== undefined && countries.length > 0;
  const shown = new Set(rows.map(({ offer }) => offer.key)).size;
  const count = offers && t('catalogue.count', { count: shown, shown: format.number(shown) });
  return (
    <Page
      title={t('nav.catalogue')}
      isFilled
      isSide={isSide}
      {...(isSide ? {} : { subtitle: <Marks offer={rows[0]?.offer} dates={listDates(rows)} />, actions: <ToPriceLists /> })}
    >
      <ListToolbar count={count}>
        <SearchField
          label={t('catalogue.search')}
          value={text}
          onChange={searchCatalogue}
          onEnterList={() => table.current?.focus()}
        />
        {hasData && <CountryChoice countries={countries} country={country} />}
        {hasData && !isSide && <CatalogueFilters />}
      </ListToolbar>
      {(countries === undefined || offers === undefined) && <ListSkeleton />}
      {countries?.length === 0 &&(
        <EmptyState
          icon={<BookOpen20Regular />}
          title={t('catalogue.none')}
          text={t('catalogue.noneHint')}
        />
      )}
      {hasData && offers !== undefined && (
        <PriceTable
          isSide={isSide} currentKey={currentKey} rows={isSide ? firstRows(rows) : rows} handle={table}
          resetKey={[country, text, segment, kind, term, isPromoted].join(' ')}
          noneText={offers.length > 0 || text === '' ? t('catalogue.noneFiltered') : t('ui.noMatch', { text })}
        />
      )}
    </Page>
  );
}

interface PriceTableProps extends CataloguePageProps {
  readonly rows: readonly PriceRow[];
  readonly handle: React.RefObject<TableHandle | null>;
  readonly resetKey: string;
  readonly noneText: string;
}

function PriceTable({ isSide, currentKey, rows, handle, resetKey, noneText }: PriceTableProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = usePriceColumns(sharedCurrency(rows), { isSide, hasSeveralLists: listDates(rows).length > 1 });
  return (
    <DataTable
      label={t('nav.catalogue')}
      handle={handle}
      columns={columns}
      rowCount={rows.length}
      rowAt={(index) => rows[index]}
      rowKey={({ offer, term }) => `${offer.key} ${term.catalogItemId} ${term.termDuration} ${term.billingCycle}`}
      isCurrent={({ offer }) => offer.key === currentKey}
      onOpen={({ offer }) => void navigate(offerPath(offer.key))}
      resetKey={resetKey}
      noneText={noneText}
    />
  );
}

function CountryChoice({ countries, country }: { readonly countries: readonly string[]; readonly country: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId('country');
  return (
    <div className={styles.choice}>
      <Label id={id}>{t('catalogue.country')}</Label>
      <Dropdown
        aria-labelledby={id}
        className={styles.country}
        value={country === '' ? '' : format.country(country)}
        selectedOptions={[country]}
        onOptionSelect={(_event, data) => data.optionValue !== undefined && chooseCountry(data.optionValue)}
      >
        {countries.map((iso2) => <Option key={iso2} value={iso2}>{format.country(iso2)}</Option>)}
      </Dropdown>
    </div>
  );
}

function ToPriceLists() {
  const { t } = useTranslation();
  return <LinkButton to="/catalogue/price-lists" icon={<DocumentTable20Regular />}>{t('priceLists.title')}</LinkButton>;
}

/** Of when the prices are, and that practice prices are invented. */
function Marks({ offer, dates }: { readonly offer: Offer | undefined; readonly dates: readonly string[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (offer === undefined) return null;
  return (
    <div className={styles.marks}>
      {dates.length === 1 && <span>{t('catalogue.listDate')} <DateText instant={dates[0]} as="date" /></span>}
      {dates.length > 1 && <span>{t('catalogue.severalLists')}</span>}
      <span>{t('catalogue.perSeat')}</span>
      {offer.isPracticePrice && <StatusMark kind="info">{t('catalogue.practicePrices')}</StatusMark>}
    </div>
  );
}
