import { useTranslation } from 'react-i18next';
import { customerLengths, isFieldRequired } from '../../../../shared/domain/customer/customer-rules.ts';
import type { CustomerField } from '../../../../shared/domain/customer/customer-rules.ts';
import { useFormat } from '../../../text/use-format.ts';
import { useFieldGrid } from '../../../ui/field-grid.ts';
import { Panel } from '../../../ui/panel.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { StepProps } from './company-step.tsx';
import { RulesNotice } from './rules-notice.tsx';

const lengthOf = (field: CustomerField): { readonly errorValues: Readonly<Record<string, string>> } => ({
  errorValues: { length: String(customerLengths[field] ?? '') },
});

/** Where the company is and who answers there; labels, marks and patterns are the country's own. */
export function ContactStep({ state }: StepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const grid = useFieldGrid();
  const { control } = state.form;
  const { rules } = state.known;
  const required = (field: CustomerField): boolean => isFieldRequired(field, rules);
  const callingCode = rules.callingCodes[0];
  return (
    <>
      <Panel title={t('newCustomer.addressTitle', { country: format.country(rules.iso2) })}>
        <div className={grid.grid}>
          <div className={grid.whole}>
            <TextField
              control={control}
              name="address.addressLine1"
              label={t('newCustomer.field.addressLine1')}
              isRequired
              {...lengthOf('address.addressLine1')}
            />
          </div>
          <div className={grid.whole}>
            <TextField
              control={control}
              name="address.addressLine2"
              label={t('newCustomer.field.addressLine2')}
              {...lengthOf('address.addressLine2')}
            />
          </div>
          <TextField
            control={control}
            name="address.postalCode"
            label={t('newCustomer.field.postalCode')}
            isRequired={required('address.postalCode')}
            {...lengthOf('address.postalCode')}
          />
          <TextField
            control={control}
            name="address.city"
            label={t('newCustomer.field.city')}
            isRequired={required('address.city')}
            {...lengthOf('address.city')}
          />
          {rules.states.length > 0 ? (
            <SelectField
              control={control}
              name="address.state"
              label={t('newCustomer.field.state')}
              isRequired={required('address.state')}
              placeholder={t('newCustomer.chooseState')}
              choices={rules.states.map((value) => ({ value, label: value }))}
            />
          ) : (
            <TextField
              control={control}
              name="address.state"
              label={t('newCustomer.field.state')}
              isRequired={required('address.state')}
              {...lengthOf('address.state')}
            />
          )}
        </div>
        <RulesNotice known={state.known} />
      </Panel>
      <Panel title={t('newCustomer.contactTitle')}>
        <div className={grid.grid}>
          <TextField
            control={control}
            name="firstName"
            label={t('newCustomer.field.firstName')}
            isRequired
            {...lengthOf('firstName')}
          />
          <TextField
            control={control}
            name="lastName"
            label={t('newCustomer.field.lastName')}
            isRequired
            {...lengthOf('lastName')}
          />
          <div className={grid.whole}>
            <TextField
              control={control}
              name="email"
              type="email"
              label={t('newCustomer.field.email')}
              hint={t('newCustomer.hint.email')}
              isRequired
            />
          </div>
          <TextField
            control={control}
            name="phoneNumber"
            type="tel"
            label={t('newCustomer.field.phoneNumber')}
            isRequired={required('phoneNumber')}
            {...lengthOf('phoneNumber')}
            {...(callingCode === undefined ? {} : { placeholder: `+${callingCode.replace('+', '')}` })}
          />
        </div>
      </Panel>
      <LanguagePanel state={state} />
    </>
  );
}

/** In which language Microsoft writes to the customer, and how its dates and numbers look: among the country's own. */
function LanguagePanel({ state }: Pick<StepProps, 'state'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const grid = useFieldGrid();
  const { control } = state.form;
  const { rules } = state.known;
  return (
    <Panel title={t('newCustomer.languageTitle')}>
      <div className={grid.grid}>
        <SelectField
          control={control}
          name="language"
          label={t('newCustomer.field.language')}
          isRequired
          choices={rules.languages.map((value) => ({ value, label: format.language(value) }))}
        />
        <SelectField
          control={control}
          name="culture"
          label={t('newCustomer.field.culture')}
          hint={t('newCustomer.hint.culture')}
          isRequired
          choices={rules.cultures.map((value) => ({ value, label: format.language(value) }))}
        />
      </div>
    </Panel>
  );
}
