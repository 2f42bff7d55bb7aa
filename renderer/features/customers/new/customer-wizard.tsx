import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { customerFormOf } from '../../../../shared/domain/customer/customer-rules.ts';
import { domainOf } from '../../../../shared/domain/customer/domain-prefix.ts';
import type { CustomerDraft } from '../../../../shared/domain/draft.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useConnectivity, useServices } from '../../../platform/services.tsx';
import { useStable } from '../../../platform/use-stable.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { Wizard } from '../../../ui/wizard.tsx';
import { WizardFooter } from '../../../ui/wizard-footer.tsx';
import { steps } from './customer-fields.ts';
import { CustomerSummary } from './customer-summary.tsx';
import { duplicateTickId } from './duplicate-check.tsx';
import { EditNotice } from './edit-notice.tsx';
import { useCustomerForm } from './use-customer-form.ts';
import { useDraftAddress } from './use-draft-address.ts';
import { useDuplicateGuard } from './use-duplicate-guard.ts';
import { useServerChecks } from './use-server-checks.ts';
import { useStepWalk } from './use-step-walk.ts';
import { useSubmitCustomer } from './use-submit-customer.ts';
import { WizardForm } from './wizard-form.tsx';

/** The wizard for one draft: company and reseller, address and contact, review. */
export function CustomerWizard({ draft: opened }: { readonly draft: CustomerDraft }) {
  const { t } = useTranslation();
  const state = useCustomerForm(opened);
  const [formElement, takeForm] = useState<HTMLFormElement | null>(null);
  const walk = useStepWalk(state, formElement);
  const submission = useSubmitCustomer(state);
  const [isCancelling, setCancelling] = useState(false);
  const drop = useDropDraft(opened, state.autosave.discard);
  const { text, autosave } = state;
  const { step } = walk;
  useDraftAddress(opened.id, autosave.isSaved);
  const isReady = walk.isStepDone('company') && walk.isStepDone('contact');
  const address = useStable(step === 'review' && isReady ? customerFormOf(text).address : undefined);
  const checks = useServerChecks(address, domainOf(text.domainPrefix));
  const guard = useDuplicateGuard(state);
  const isEdit = opened.edits !== undefined;
  const nextLabel = useNextLabel(step, isEdit);

  const submit = async (): Promise<void> => {
    if (!(await walk.goTo('review'))) return;
    if (checks.domain.state === 'answered' && !checks.domain.value.isFree) walk.showDomainTaken();
    else if (await guard.pass()) await submission.submit();
    else document.getElementById(duplicateTickId)?.focus();
  };
  const next = (): void => void (step === 'review' ? submit() : walk.goTo(step === 'company' ? 'contact' : 'review'));
  return (
    <Wizard
      title={t(isEdit ? 'newCustomer.editTitle' : 'newCustomer.title')}
      subtitle={<span role="status">{t(state.isTouched && autosave.isSaved ? 'newCustomer.saved' : 'newCustomer.subtitle')}</span>}
      breadcrumbs={[{ label: t('nav.customers'), to: '/customers' }]}
      steps={steps.map((id) => ({
        id,
        title: t(`newCustomer.step.${id}`),
        state: id !== 'review' && walk.isStepDone(id) ? 'done' : 'open',
        isReachable: id !== 'review' || isReady,
      }))}
      currentStep={step}
      onStep={(id) => void walk.goTo(steps.find((known) => known === id) ?? 'company')}
      summaryLabel={t('newCustomer.summary')}
      summary={<CustomerSummary state={state} />}
      footer={
        <WizardFooter
          nextLabel={t(nextLabel)}
          onNext={next}
          isNextDisabled={submission.isBusy}
          onCancel={() => (state.isTouched || autosave.isSaved ? setCancelling(true) : void drop())}
          {...(step === 'company' ? {} : { onBack: () => void walk.goTo(step === 'review' ? 'contact' : 'company') })}
        />
      }
    >
      {submission.problem !== undefined && <FailureMessage failure={submission.problem} copy={copyText} />}
      {opened.edits !== undefined && <EditNotice operationId={opened.edits} state={state} />}
      <WizardForm state={state} walk={walk} takeForm={takeForm} checks={checks} guard={guard} onNext={next} />
      <ConfirmDialog
        isOpen={isCancelling}
        title={t('newCustomer.cancel.title')}
        confirmLabel={t('newCustomer.cancel.confirm')}
        cancelLabel={t('newCustomer.cancel.stay')}
        onCancel={() => setCancelling(false)}
        onConfirm={() => void drop()}
      >
        {t(isEdit ? 'newCustomer.cancel.editText' : 'newCustomer.cancel.text', { name: text.companyName || t('newCustomer.plan.someCompany') })}
      </ConfirmDialog>
    </Wizard>
  );
}

/** The main button says the act. */
function useNextLabel(step: (typeof steps)[number], isEdit: boolean): string {
  const { isOnline } = useConnectivity();
  if (step !== 'review') return step === 'company' ? 'newCustomer.nextContact' : 'newCustomer.nextReview';
  if (!isOnline) return 'newCustomer.putInOutbox';
  return isEdit ? 'newCustomer.sendAgain' : 'newCustomer.submit';
}

function useDropDraft(opened: CustomerDraft, discard: () => void): () => Promise<void> {
  const { work } = useServices();
  const navigate = useNavigate();
  return async () => {
    discard();
    await work.dropDraft(opened.id);
    await navigate(opened.edits === undefined ? '/customers' : `/outbox/${opened.edits}`);
  };
}
