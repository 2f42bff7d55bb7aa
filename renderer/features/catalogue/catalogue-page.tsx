import { Dropdown, Label, Option, makeStyles, tokens, useId } from '@fluentui/react-components';
import { BookOpen20Regular } from '@fluentui/react-icons';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import { useMirror } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { TableHandle } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { chooseCountry, searchCatalogue, useCatalogueView } from './catalogue-view-store.ts';
import { priceRows, sharedCurrency } from './price-row.ts';
import { usePriceColumns } from './use-price-columns.tsx';

const useStyles = makeStyles({
  choice: { display: 'flex', alignItems: 'center', gap: '8px' },
  country: { minWidth: '150px' },
  marks: { display: 'flex', gap: '16px', flexWrap: 'wrap', color: tokens.colorNeutralForeground2 },
});

/** The catalogue of one country: every allowed pair of term and billing with its price. */
export function CataloguePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useCatalogueView();
  const table = useRef<TableHandle>(null);
  const countries = useMirror(['catalogue'], (mirror) => mirror.catalogueCountries(), []);
  const own = useMirror(['organization'], async (mirror) => ({ country: (await mirror.organization())?.country }), []);
  const isOwnListed = own?.country !== undefined && countries?.includes(own.country) === true;
  const country = view.country ?? (isOwnListed ? own.country : countries?.[0]) ?? '';
  const offers = useMirror(['catalogue'], (mirror) => mirror.offers({ country, text: view.text }), [country, view.text]);
  const rows = useMemo(() => priceRows(offers ?? []), [offers]);
  const columns = usePriceColumns(sharedCurrency(rows));
  const hasData = countries !== undefined && countries.length > 0;
  const count = offers && t('catalogue.count', { count: offers.length, shown: format.number(offers.length) });
  return (
    <Page title={t('nav.catalogue')} isFilled subtitle={<Marks offer={rows[0]?.offer} />}>
      <ListToolbar count={count}>
        <SearchField
          label={t('catalogue.search')}
          value={view.text}
          onChange={searchCatalogue}
          onEnterList={() => table.current?.focus()}
        />
        {hasData && <CountryChoice countries={countries} country={country} />}
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
        <DataTable
          label={t('nav.catalogue')}
          handle={table}
          columns={columns}
          rowCount={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={({ offer, term }) => `${offer.key} ${term.catalogItemId} ${term.termDuration} ${term.billingCycle}`}
          resetKey={`${country} ${view.text}`}
          noneText={t('ui.noMatch', { text: view.text })}
        />
      )}
    </Page>
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

/** Of when the prices are, and that practice prices are invented. */
function Marks({ offer }: { readonly offer: Offer | undefined }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (offer === undefined) return null;
  return (
    <div className={styles.marks}>
      {offer.listDate !== undefined && <span>{t('catalogue.listDate')} <DateText instant={offer.listDate} as="date" /></span>}
      <span>{t('catalogue.perSeat')}</span>
      {offer.isPracticePrice && <StatusMark kind="info">{t('catalogue.practicePrices')}</StatusMark>}
    </div>
  );
}
