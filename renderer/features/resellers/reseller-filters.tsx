import { Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PartnerRow } from '../../platform/use-partners.ts';
import { useFormat } from '../../text/use-format.ts';
import { resellerFilters } from './reseller-search.ts';
import { filterResellers, useResellerView } from './reseller-view-store.ts';

/** Narrows the list by state and by country. */
export function ResellerFilters({ rows }: { readonly rows: readonly PartnerRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, country } = useResellerView();
  const codes = new Set([...rows.map((row) => row.location), ...(country === '' ? [] : [country])]);
  const countries = [...codes].toSorted((a, b) => format.compare(format.country(a), format.country(b)));
  return (
    <>
      <Select
        aria-label={t('reseller.filterState')} value={state}
        onChange={(_event, data) => filterResellers({ state: resellerFilters.find((filter) => filter === data.value) ?? 'all' })}
      >
        {resellerFilters.map((filter) => <option key={filter} value={filter}>{t(`reseller.filter.${filter}`)}</option>)}
      </Select>
      <Select aria-label={t('reseller.filterCountry')} value={country} onChange={(_event, data) => filterResellers({ country: data.value })}>
        <option value="">{t('reseller.allCountries')}</option>
        {countries.map((code) => <option key={code} value={code}>{format.country(code)}</option>)}
      </Select>
    </>
  );
}
