import { useFormState } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { countryChoices } from '../../../../shared/domain/customer/country-fallback.ts';
import { isFieldRequired, takesRegistrationNumber } from '../../../../shared/domain/customer/customer-rules.ts';
import { domainSuffix, maximumPrefixLength } from '../../../../shared/domain/customer/domain-prefix.ts';
import { isActive } from '../../../../shared/domain/reseller/reseller.ts';
import { Panel } from '../../../ui/panel.tsx';
import { useFieldGrid } from '../../../ui/field-grid.ts';
import { ResellerChoice } from '../../../ui/reseller-choice.tsx';
import { ResellerFacts } from '../../../ui/reseller-facts.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { DuplicateNotice } from './duplicate-notice.tsx';
import { PrefixProposals } from './prefix-proposals.tsx';
import { RulesNotice } from './rules-notice.tsx';
import type { CustomerFormState } from './use-customer-form.ts';
import type { Duplicate } from './use-duplicates.ts';

export interface StepProps {
  readonly state: CustomerFormState;
}

export interface CompanyStepProps extends StepProps {
  readonly duplicates: readonly Duplicate[];
  readonly isResellerErrorShown: boolean;
}

/** Whose customer it is, and what it is called. */
export function CompanyStep({ state, duplicates, isResellerErrorShown }: CompanyStepProps) {
  const { t, i18n } = useTranslation();
  const grid = useFieldGrid();
  const { form, known, reseller } = state;
  const { control } = form;
  const { rules } = known;
  const { errors } = useFormState({ control, name: 'domainPrefix' });
  const isTaken = errors.domainPrefix?.message === 'fieldError.domain-taken' || duplicates.some(({ why }) => why === 'domain');
  const error = !reseller.chosen.ok && isResellerErrorShown ? t(`resellerChoice.error.${reseller.chosen.error}`) : undefined;
  return (
    <>
      <Panel title={t('newCustomer.resellerTitle')}>
        <ResellerChoice
          purpose="customer"
          options={reseller.options}
          pick={reseller.pick}
          onPick={(pick) => {
            state.touch();
            reseller.setPick(pick);
          }}
          error={error}
        >
          {reseller.row !== undefined && (
            <ResellerFacts partnerId={reseller.row.partnerId} isActive={isActive(reseller.row)} readAt={reseller.readAt} verdict={reseller.verdict} />
          )}
        </ResellerChoice>
      </Panel>
      <Panel title={t('newCustomer.companyTitle')}>
        <div className={grid.grid}>
          <div className={grid.whole}>
            <TextField
              control={control}
              name="companyName"
              label={t('newCustomer.field.companyName')}
              hint={t('newCustomer.hint.companyName')}
              isRequired
            />
          </div>
          <SelectField
            control={control}
            name="address.country"
            label={t('newCustomer.field.country')}
            isRequired
            choices={countryChoices(i18n.language).map((country) => ({ value: country.iso2, label: country.name }))}
          />
          <div className={grid.whole}>
            <TextField
              control={control}
              name="domainPrefix"
              label={t('newCustomer.field.domainPrefix')}
              isRequired
              suffix={domainSuffix}
              maxLength={maximumPrefixLength}
              tidy={(typed) => typed.toLowerCase().trim()}
              hint={t('newCustomer.hint.domainPrefix')}
            />
            {isTaken && <PrefixProposals state={state} />}
          </div>
          {takesRegistrationNumber(rules) && (
            <TextField
              control={control}
              name="registrationNumber"
              label={t('newCustomer.field.registrationNumber')}
              isRequired={isFieldRequired('registrationNumber', rules)}
              errorValues={{ sample: rules.registrationNumberSample ?? '–' }}
              {...(rules.registrationNumberSample === undefined
                ? {}
                : { hint: t('newCustomer.hint.registrationNumber', { sample: rules.registrationNumberSample }) })}
            />
          )}
        </div>
        <RulesNotice known={known} />
        <DuplicateNotice found={duplicates} />
      </Panel>
    </>
  );
}
