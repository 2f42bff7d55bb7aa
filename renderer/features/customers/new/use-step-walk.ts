import { useState } from 'react';
import { flushSync } from 'react-dom';
import { customerFormErrors } from '../../../../shared/domain/customer/customer-rules.ts';
import { scrollToStart } from '../../../ui/scroll-to-start.ts';
import { fieldsOfStep, steps } from './customer-fields.ts';
import type { StepId } from './customer-fields.ts';
import type { CustomerFormState } from './use-customer-form.ts';

export interface StepWalk {
  readonly step: StepId;
  readonly isResellerErrorShown: boolean;
  readonly isStepDone: (step: StepId) => boolean;
  /** Goes there, or to the first step before it that has a mistake; answers whether it got there. */
  readonly goTo: (step: StepId) => Promise<boolean>;
  /** Shows a step with a mistake the server told of. */
  readonly showDomainTaken: () => void;
}

const pickField = 'input[role="combobox"], input[type="checkbox"]';

/** Walking between the steps: forward only past what is right, the keyboard on the first mistake, back always. */
export function useStepWalk({ form, text, known, reseller }: CustomerFormState, formElement: HTMLFormElement | null): StepWalk {
  const [step, setStep] = useState<StepId>('company');
  const [isResellerErrorShown, setResellerErrorShown] = useState(false);
  const errors = customerFormErrors(text, known.rules);
  const isResellerMissing = (id: StepId): boolean => id === 'company' && !reseller.chosen.ok;
  const isStepDone = (id: StepId): boolean => fieldsOfStep[id].every((field) => errors[field] === undefined) && !isResellerMissing(id);

  // The step must be on screen before the keyboard can go into it.
  const show = (id: StepId): void => flushSync(() => setStep(id));
  const showMistake = async (id: StepId): Promise<void> => {
    flushSync(() => {
      setStep(id);
      setResellerErrorShown(true);
    });
    const isFormFine = await form.trigger([...fieldsOfStep[id]], { shouldFocus: !isResellerMissing(id) });
    if (isResellerMissing(id)) formElement?.querySelector<HTMLInputElement>(pickField)?.focus();
    else if (isFormFine) formElement?.focus();
  };
  const goTo = async (id: StepId): Promise<boolean> => {
    const wrong = steps.slice(0, steps.indexOf(id)).find((before) => !isStepDone(before));
    if (wrong !== undefined) {
      await showMistake(wrong);
      return false;
    }
    show(id);
    // A step begins at its beginning, wherever the one before was scrolled to.
    scrollToStart(formElement);
    formElement?.focus({ preventScroll: true });
    return true;
  };
  const showDomainTaken = (): void => {
    show('company');
    form.setError('domainPrefix', { message: 'fieldError.domain-taken' }, { shouldFocus: true });
  };
  return { step, isResellerErrorShown, isStepDone, goTo, showDomainTaken };
}
