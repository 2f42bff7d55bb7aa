import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { Resolver, UseFormReturn } from 'react-hook-form';
import { completeRules, fallbackRules } from '../../../../shared/domain/customer/country-fallback.ts';
import { takesRegistrationNumber } from '../../../../shared/domain/customer/customer-rules.ts';
import type { CustomerText } from '../../../../shared/domain/customer/customer-rules.ts';
import { proposeDomainPrefix } from '../../../../shared/domain/customer/domain-prefix.ts';
import type { CustomerDraft } from '../../../../shared/domain/draft.ts';
import { instantOf } from '../../../../shared/instant.ts';
import { useServices } from '../../../platform/services.tsx';
import { useAutosave } from '../../../platform/use-autosave.ts';
import type { Autosave } from '../../../platform/use-autosave.ts';
import { useResellerPick } from '../../../platform/use-reseller-pick.ts';
import { useStable } from '../../../platform/use-stable.ts';
import type { ResellerPicking } from '../../../platform/use-reseller-pick.ts';
import { draftFields, textOfDraft } from './customer-fields.ts';
import { customerTextSchema } from './customer-text-schema.ts';
import { useCountryRules } from './use-country-rules.ts';
import type { KnownRules } from './use-country-rules.ts';

export interface CustomerFormState {
  readonly form: UseFormReturn<CustomerText>;
  readonly text: CustomerText;
  readonly known: KnownRules;
  readonly reseller: ResellerPicking;
  /** The draft as it would be kept now. */
  readonly draft: CustomerDraft;
  readonly autosave: Autosave;
  readonly isTouched: boolean;
  /** Whether the address was looked at and stays as typed, whatever the server suggests; typing another one ends that. */
  readonly keptAddress: { readonly isKept: boolean; readonly keep: () => void };
  readonly touch: () => void;
}

/** Checks with the rules of the very country that is chosen, read from the offline copy. */
function useRulesResolver(): Resolver<CustomerText> {
  const { mirror } = useServices();
  return useCallback(
    async (values, context, options) => {
      const { country } = values.address;
      const own = await mirror.countryRules(country);
      return zodResolver(customerTextSchema(own === undefined ? fallbackRules(country) : completeRules(own)))(values, context, options);
    },
    [mirror],
  );
}

/** Fields follow the country: what it does not have is emptied, what it offers is preset. */
function useCountryDefaults(form: UseFormReturn<CustomerText>, { rules, source }: KnownRules): void {
  const follow = useEffectEvent(() => {
    const text = form.getValues();
    if (!rules.languages.includes(text.language)) form.setValue('language', rules.languages[0] ?? '');
    if (!rules.cultures.includes(text.culture)) form.setValue('culture', rules.defaultCulture);
    if (rules.states.length > 0 && !rules.states.includes(text.address.state)) form.setValue('address.state', '');
    if (!takesRegistrationNumber(rules)) form.setValue('registrationNumber', '');
    if (form.getFieldState('address.postalCode').isTouched) void form.trigger('address.postalCode');
  });
  const { iso2 } = rules;
  useEffect(() => {
    if (source !== 'loading') follow();
  }, [iso2, source]);
}

/** The domain prefix follows the company's name until somebody types another one. */
function useProposedPrefix(form: UseFormReturn<CustomerText>, companyName: string): void {
  const last = useRef<string>(undefined);
  useEffect(() => {
    const proposal = proposeDomainPrefix(companyName);
    const typed = form.getValues('domainPrefix');
    if (last.current !== undefined && last.current !== proposal && (typed === '' || typed === last.current)) {
      form.setValue('domainPrefix', proposal, { shouldValidate: form.getFieldState('domainPrefix').invalid });
    }
    last.current = proposal;
  }, [form, companyName]);
}

/** Everything that is being typed about the new customer, kept as a draft while it is typed. */
export function useCustomerForm(opened: CustomerDraft): CustomerFormState {
  const { work } = useServices();
  const [isTouched, setTouched] = useState(false);
  const [kept, setKept] = useState<string>();
  const form = useForm<CustomerText>({ defaultValues: textOfDraft(opened.fields), resolver: useRulesResolver(), mode: 'onTouched' });
  const text = useWatch({ control: form.control, compute: (values: CustomerText) => values });
  const known = useCountryRules(text.address.country);
  const reseller = useResellerPick(opened.reseller);
  useCountryDefaults(form, known);
  useProposedPrefix(form, text.companyName);
  const fields = useStable(draftFields(text));
  const chosen = useStable(reseller.chosen.ok ? reseller.chosen.value : undefined);
  const draft = useMemo((): CustomerDraft => {
    const { reseller: _before, ...rest } = opened;
    return { ...rest, fields, ...(chosen === undefined ? {} : { reseller: chosen }) };
  }, [opened, chosen, fields]);
  const save = useCallback((next: CustomerDraft) => work.saveDraft({ ...next, updatedAt: instantOf(new Date()) }), [work]);
  const autosave = useAutosave(draft, isTouched, save);
  const address = JSON.stringify(text.address);
  const keptAddress = { isKept: kept === address, keep: () => setKept(address) };
  return { form, text, known, reseller, draft, autosave, isTouched, keptAddress, touch: () => setTouched(true) };
}
