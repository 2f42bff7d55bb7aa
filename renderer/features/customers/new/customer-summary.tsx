import { Subtitle2 } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { domainOf } from '../../../../shared/domain/customer/domain-prefix.ts';
import { isActive } from '../../../../shared/domain/reseller/reseller.ts';
import { useFormat } from '../../../text/use-format.ts';
import { DomainText } from '../../../ui/domain-text.tsx';
import { FactList } from '../../../ui/fact-list.tsx';
import { useResellerFacts } from '../../../ui/reseller-facts.tsx';
import { SendPlan } from '../../../ui/send-plan.tsx';
import type { PlannedStep } from '../../../ui/send-plan.tsx';
import type { CustomerFormState } from './use-customer-form.ts';

/** What will be sent for a new customer, in order (stepsOf 'create-customer'). */
export function useCustomerPlan({ text, reseller }: CustomerFormState): readonly PlannedStep[] {
  const { t } = useTranslation();
  const { chosen } = reseller;
  const company = text.companyName || t('newCustomer.plan.someCompany');
  const domain = text.domainPrefix === '' ? t('newCustomer.plan.someDomain') : domainOf(text.domainPrefix);
  const create = !chosen.ok
    ? t('newCustomer.plan.createUnknown', { company })
    : chosen.value.kind === 'direct'
      ? t('newCustomer.plan.createDirect', { company })
      : t('newCustomer.plan.createFor', { company, reseller: chosen.value.name });
  return [
    { id: 'address', text: t('newCustomer.plan.address') },
    { id: 'domain', text: t('newCustomer.plan.domain', { domain }) },
    { id: 'create', text: create, note: t('newCustomer.plan.createNote') },
  ];
}

/** Beside the form: what will come of it. */
export function CustomerSummary({ state }: { readonly state: CustomerFormState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const plan = useCustomerPlan(state);
  const { text, reseller } = state;
  const { chosen, row } = reseller;
  const isRowActive = row !== undefined && isActive(row);
  const resellerFacts = useResellerFacts({
    partnerId: row?.partnerId ?? '', isActive: isRowActive, readAt: reseller.readAt, verdict: reseller.verdict,
  });
  const name = !chosen.ok ? '' : chosen.value.kind === 'direct' ? t('resellerChoice.direct') : chosen.value.name;
  return (
    <>
      <Subtitle2 as="h2" block>{t('newCustomer.summary')}</Subtitle2>
      <FactList
        facts={[
          { label: t('newCustomer.summaryCompany'), value: text.companyName },
          { label: t('newCustomer.summaryDomain'), value: text.domainPrefix === '' ? '' : <DomainText domain={domainOf(text.domainPrefix)} /> },
          { label: t('newCustomer.field.country'), value: format.country(text.address.country) },
          { label: t('resellerChoice.resellerLabel'), value: name },
          ...(chosen.ok && chosen.value.kind === 'reseller' && row !== undefined ? resellerFacts : []),
        ]}
      />
      <SendPlan steps={plan} />
    </>
  );
}
