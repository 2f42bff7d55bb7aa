import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { CompanyStep } from './company-step.tsx';
import { ContactStep } from './contact-step.tsx';
import { ReviewStep } from './review-step.tsx';
import type { CustomerFormState } from './use-customer-form.ts';
import type { DuplicateGuard } from './use-duplicate-guard.ts';
import type { ServerChecks } from './use-server-checks.ts';
import type { StepWalk } from './use-step-walk.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex', flexDirection: 'column', gap: '16px', borderRadius: tokens.borderRadiusLarge, ':focus': { outlineStyle: 'none' },
  },
});

export interface WizardFormProps {
  readonly state: CustomerFormState;
  readonly walk: StepWalk;
  readonly takeForm: (element: HTMLFormElement | null) => void;
  readonly checks: ServerChecks;
  readonly guard: DuplicateGuard;
  readonly onNext: () => void;
}

/** The open step. Enter goes on, as the button below does. */
export function WizardForm({ state, walk, takeForm, checks, guard, onNext }: WizardFormProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <form
      ref={takeForm}
      noValidate
      tabIndex={-1}
      className={styles.form}
      aria-label={t(`newCustomer.step.${walk.step}`)}
      onChange={state.touch}
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      {walk.step === 'company' && <CompanyStep state={state} duplicates={guard.found} isResellerErrorShown={walk.isResellerErrorShown} />}
      {walk.step === 'contact' && <ContactStep state={state} />}
      {walk.step === 'review' && <ReviewStep state={state} checks={checks} guard={guard} onStep={(step) => void walk.goTo(step)} />}
      {/* Without a button of its own a form with several fields does not answer to Enter. */}
      <button type="submit" hidden aria-hidden tabIndex={-1} />
    </form>
  );
}
