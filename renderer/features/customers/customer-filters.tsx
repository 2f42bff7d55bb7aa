import { Button, Checkbox, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useMirror } from '../../platform/services.tsx';
import { relationshipWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { filterCustomers, isNarrowed, showAllCustomers, useCustomerView } from './customer-view-store.ts';

/** Narrows the list: by reseller, by country where it is known, by relationship, and to what waits here. */
export function CustomerFilters() {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useCustomerView();
  const resellers = useMirror(['resellers'], (mirror) => mirror.resellers(), []) ?? [];
  const facets = useMirror(['customers'], (mirror) => mirror.customerFacets(), []);
  const countries = (facets?.countries ?? [])
    .map(({ iso2, count }) => ({ iso2, count, name: format.country(iso2) }))
    .toSorted((a, b) => format.compare(a.name, b.name));
  const sorted = resellers.toSorted((a, b) => format.compare(a.name, b.name));
  return (
    <>
      <Select
        aria-label={t('customer.filter.reseller')} value={view.reseller}
        onChange={(_event, data) => filterCustomers({ reseller: data.value })}
      >
        <option value="">{t('customer.filter.allResellers')}</option>
        <option value="none">{t('customer.noReseller')}</option>
        {sorted.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </Select>
      <Select
        aria-label={t('customer.filter.country')} title={t('customer.filter.countryHint')} value={view.country}
        onChange={(_event, data) => filterCustomers({ country: data.value })}
      >
        <option value="">{t('customer.filter.allCountries')}</option>
        {countries.map(({ iso2, count, name }) => <option key={iso2} value={iso2}>{`${name} (${format.number(count)})`}</option>)}
        <option value="unknown">{t('customer.filter.unknownCountry')}</option>
      </Select>
      <Select
        aria-label={t('customer.relationship')} value={view.relationship}
        onChange={(_event, data) => filterCustomers({ relationship: data.value })}
      >
        <option value="">{t('customer.filter.allRelationships')}</option>
        {facets?.relationships.map((one) => <option key={one} value={one}>{relationshipWords(t, one)}</option>)}
      </Select>
      <Checkbox
        label={t('customer.filter.waiting')} checked={view.isWaiting}
        onChange={(_event, data) => filterCustomers({ isWaiting: data.checked === true })}
      />
      {isNarrowed(view) && <Button size="small" appearance="subtle" onClick={showAllCustomers}>{t('customer.filter.clear')}</Button>}
    </>
  );
}
