import { Radio, RadioGroup } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AddressForm } from '../../../../shared/domain/customer/customer-form.ts';
import { useLive } from '../../../platform/services.tsx';
import type { CustomerFormState } from './use-customer-form.ts';

const addressText = (address: AddressForm): string =>
  [address.addressLine1, address.addressLine2, address.postalCode, address.city, address.state]
    .filter((part) => part !== '')
    .join(', ');

export interface AddressChoiceProps {
  readonly state: CustomerFormState;
  readonly suggestions: readonly AddressForm[];
}

/** The address as typed beside the server's suggestions, three at most: one is chosen, or it is asked again when it is sent. */
export function AddressChoice({ state, suggestions }: AddressChoiceProps) {
  const { t } = useTranslation();
  const { form, text, keptAddress } = state;
  const choose = (value: string): void => {
    state.touch();
    const suggestion = suggestions[Number(value)];
    if (value === 'keep' || suggestion === undefined) keptAddress.keep();
    else form.setValue('address', { ...suggestion }, { shouldDirty: true });
  };
  return (
    <RadioGroup
      aria-label={t('newCustomer.check.addressLabel')}
      value={keptAddress.isKept ? 'keep' : ''}
      onChange={(_event, data) => choose(data.value)}
    >
      <Radio value="keep" label={t('newCustomer.check.keepAddress', { address: addressText(text.address) })} />
      {suggestions.map((suggestion, place) => (
        <Radio
          key={addressText(suggestion)} value={String(place)}
          label={t('newCustomer.check.useAddress', { address: addressText(suggestion) })}
        />
      ))}
    </RadioGroup>
  );
}

/** What the server suggested when the operation that is being changed was sent: a choice without the server too. */
export function useRememberedSuggestions({ draft: { edits }, text }: CustomerFormState): readonly AddressForm[] | undefined {
  const operation = useLive(async (work) => (edits === undefined ? undefined : work.operation(edits)), [edits]);
  if (operation?.kind !== 'create-customer' || operation.state.name !== 'needs-decision') return undefined;
  if (addressText(operation.payload.form.address) !== addressText(text.address)) return undefined;
  const asked = operation.state.differences.find((difference) => difference.kind === 'address');
  return asked?.suggestions;
}
