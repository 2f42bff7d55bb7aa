import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { domainOf } from '../../../../shared/domain/customer/domain-prefix.ts';
import { useFormat } from '../../../text/use-format.ts';
import { DomainText } from '../../../ui/domain-text.tsx';
import { FactList } from '../../../ui/fact-list.tsx';
import type { Fact } from '../../../ui/fact-list.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SendPlan } from '../../../ui/send-plan.tsx';
import type { StepProps } from './company-step.tsx';
import type { StepId } from './customer-fields.ts';
import { useCustomerPlan } from './customer-summary.tsx';
import { DuplicateCheck } from './duplicate-check.tsx';
import { ReviewChecks } from './review-checks.tsx';
import type { DuplicateGuard } from './use-duplicate-guard.ts';
import type { ServerChecks } from './use-server-checks.ts';

interface ReviewStepProps extends StepProps {
  readonly checks: ServerChecks;
  readonly guard: DuplicateGuard;
  readonly onStep: (step: StepId) => void;
}

/** Everything once more, in words: what it is, what was checked and when, and what will be sent. */
export function ReviewStep({ state, checks, guard, onStep }: ReviewStepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const plan = useCustomerPlan(state);
  const { text, reseller } = state;
  const { address } = text;
  const filled = (facts: readonly Fact[]): readonly Fact[] => facts.filter((fact) => fact.value !== '');
  const chosen = reseller.chosen.ok ? reseller.chosen.value : undefined;
  const credited: readonly Fact[] =
    chosen?.kind === 'reseller'
      ? [
          { label: t('resellerChoice.resellerLabel'), value: chosen.name },
          { label: t('resellerChoice.partnerIdLabel'), value: chosen.partnerId },
        ]
      : [{ label: t('resellerChoice.resellerLabel'), value: t('resellerChoice.noneDirect') }];
  const change = (step: StepId, what: string) => (
    <Button size="small" appearance="subtle" aria-label={t('newCustomer.changeWhat', { what })} onClick={() => onStep(step)}>
      {t('newCustomer.change')}
    </Button>
  );
  const town = `${address.postalCode} ${address.city}`.trim();
  return (
    <>
      <DuplicateCheck guard={guard} />
      <Panel title={t('newCustomer.companyTitle')} actions={change('company', t('newCustomer.companyTitle'))}>
        <FactList
          facts={filled([
            { label: t('newCustomer.field.companyName'), value: text.companyName },
            { label: t('newCustomer.field.domain'), value: <DomainText domain={domainOf(text.domainPrefix)} /> },
            { label: t('newCustomer.field.registrationNumber'), value: text.registrationNumber },
            ...credited,
          ])}
        />
      </Panel>
      <Panel title={t('newCustomer.step.contact')} actions={change('contact', t('newCustomer.step.contact'))}>
        <FactList
          facts={filled([
            {
              label: t('newCustomer.field.address'),
              value: [address.addressLine1, address.addressLine2, town, address.state, format.country(address.country)]
                .filter((part) => part !== '')
                .join(', '),
            },
            { label: t('newCustomer.contactTitle'), value: `${text.firstName} ${text.lastName}` },
            { label: t('newCustomer.field.email'), value: text.email },
            { label: t('newCustomer.field.phoneNumber'), value: text.phoneNumber },
            {
              label: t('newCustomer.languageTitle'),
              value: text.culture.startsWith(text.language)
                ? format.language(text.culture)
                : `${format.language(text.language)}, ${format.language(text.culture)}`,
            },
          ])}
        />
      </Panel>
      <Panel title={t('newCustomer.checksTitle')}>
        <ReviewChecks state={state} checks={checks} onStep={onStep} />
      </Panel>
      <Panel title={t('sendPlan.title')}>
        <SendPlan isUntitled steps={plan} />
      </Panel>
    </>
  );
}
