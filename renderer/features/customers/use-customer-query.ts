import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countryChoices } from '../../../shared/domain/customer/country-fallback.ts';
import { ResellerTenantId } from '../../../shared/ids.ts';
import type { CustomerQuery } from '../../../shared/ports/mirror.ts';
import { useCustomerView } from './customer-view-store.ts';
import { useCustomersAtWork } from './use-customers-at-work.ts';

/** What the list asks of the offline copy besides its words. */
export function useCustomerQuery(): Omit<CustomerQuery, 'text' | 'offset' | 'limit'> {
  const { i18n } = useTranslation();
  const { reseller, country, relationship, isWaiting, sort } = useCustomerView();
  const atWork = useCustomersAtWork();
  const countries = useMemo(() => countryChoices(i18n.language), [i18n.language]);
  const chosen = ResellerTenantId.safeParse(reseller);
  return {
    countries, sort,
    ...(reseller === 'none' ? { reseller } : chosen.success ? { reseller: chosen.data } : {}),
    ...(country === '' ? {} : { country }),
    ...(relationship === '' ? {} : { relationship }),
    ...(isWaiting ? { ids: atWork } : {}),
  };
}
