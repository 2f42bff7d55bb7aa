import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { flushSync } from 'react-dom';
import { isUnsent } from '../../../../shared/domain/partnership/request.ts';
import type { Organization } from '../../../../shared/ports/organization.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { scrollToStart } from '../../../ui/scroll-to-start.ts';
import { Wizard } from '../../../ui/wizard.tsx';
import { WizardFooter } from '../../../ui/wizard-footer.tsx';
import { MessageStep } from './message-step.tsx';
import { requestSteps, typedRows } from './request-draft.ts';
import type { RequestDraft, RequestStepId } from './request-draft.ts';
import { RequestSummary } from './request-summary.tsx';
import { SendStep } from './send-step.tsx';
import { useRequestCommand } from './use-request-command.ts';
import { useRequestDraft } from './use-request-draft.ts';
import type { RequestDraftState } from './use-request-draft.ts';
import { WhoStep } from './who-step.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px', ':focus': { outlineStyle: 'none' } },
});

const stepAfter: Readonly<Record<RequestStepId, RequestStepId>> = { who: 'message', message: 'send', send: 'send' };
const nextLabels = { who: 'partnershipRequest.nextMessage', message: 'partnershipRequest.nextSend', send: 'partnershipRequest.finish' } as const;

export interface RequestWizardProps {
  readonly draft: RequestDraft;
  /** The own company, as far as it was ever read. */
  readonly provider: Organization | undefined;
}

/** Ask resellers for a partnership: who, message, send. */
export function RequestWizard({ draft: opened, provider }: RequestWizardProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const state = useRequestDraft(opened, provider);
  const command = useRequestCommand(state);
  const [form, takeForm] = useState<HTMLElement | null>(null);
  const walk = useRequestWalk(state, command.prepare, form);
  const [isCancelling, setCancelling] = useState(false);
  const { step } = state.draft;
  const isAnythingTyped = typedRows(state.draft.rows).length > 0 || state.draft.pasted !== '' || state.draft.requestIds.length > 0;
  const next = (): void => void (step === 'send' ? command.finish() : walk.goTo(stepAfter[step]));
  return (
    <Wizard
      title={t('partnershipRequest.title')}
      subtitle={
        <span role="status">
          {t(state.isTouched && state.autosave.isSaved ? 'partnershipRequest.saved' : 'partnershipRequest.subtitle')}
        </span>
      }
      breadcrumbs={[{ label: t('nav.resellers'), to: '/resellers' }]}
      steps={requestSteps.map((id) => ({
        id,
        title: t(`partnershipRequest.step.${id}`),
        state: state.isStepDone(id) ? 'done' : 'open',
        isReachable: id === 'who' || (id === 'message' ? state.isStepDone('who') : state.isStepDone('message')),
      }))}
      currentStep={step}
      onStep={(id) => void walk.goTo(requestSteps.find((known) => known === id) ?? 'who')}
      summaryLabel={t('partnershipRequest.summary')}
      summary={<RequestSummary state={state} />}
      footer={
        <WizardFooter
          nextLabel={t(nextLabels[step])}
          onNext={next}
          isNextDisabled={command.isPreparing}
          onCancel={() => (isAnythingTyped ? setCancelling(true) : void command.cancel())}
          {...(step === 'who' ? {} : { onBack: () => void walk.goTo(step === 'send' ? 'message' : 'who') })}
        />
      }
    >
      <section ref={takeForm} tabIndex={-1} className={styles.form} aria-label={t(`partnershipRequest.step.${step}`)}>
        {step === 'who' && <WhoStep state={state} isChecked={walk.isChecked} />}
        {step === 'message' && <MessageStep state={state} />}
        {step === 'send' && <SendStep state={state} />}
        {walk.isChecked && step === 'who' && !state.isStepDone('who') && (
          <NotYet
            text={t(
              typedRows(state.draft.rows).length === 0 ? 'partnershipRequest.whoEmpty' : 'partnershipRequest.whoNotDone',
            )}
          />
        )}
        {walk.isChecked && step === 'message' && !state.isStepDone('message') && <NotYet text={t('partnershipRequest.messageNotDone')} />}
      </section>
      <CancelDialog state={state} isOpen={isCancelling} onStay={() => setCancelling(false)} onCancel={() => void command.cancel()} />
    </Wizard>
  );
}

const NotYet = ({ text }: { readonly text: string }) => <p role="alert">{text}</p>;

/** Forward only past what is right, the keyboard on the first mistake; back always. */
function useRequestWalk(state: RequestDraftState, prepare: () => Promise<void>, form: HTMLElement | null) {
  const [isChecked, setChecked] = useState(false);
  const show = (step: RequestStepId): void => {
    flushSync(() => state.change((old) => ({ ...old, step })));
    scrollToStart(form);
    form?.focus({ preventScroll: true });
  };
  const goTo = async (step: RequestStepId): Promise<void> => {
    const wrong = requestSteps.slice(0, requestSteps.indexOf(step)).find((before) => !state.isStepDone(before));
    if (wrong !== undefined) {
      flushSync(() => setChecked(true));
      if (wrong !== state.draft.step) show(wrong);
      (form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form?.querySelector('input'))?.focus();
      return;
    }
    setChecked(false);
    if (step === 'send') await prepare();
    show(step);
  };
  return { isChecked, goTo };
}

interface CancelDialogProps {
  readonly state: RequestDraftState;
  readonly isOpen: boolean;
  readonly onStay: () => void;
  readonly onCancel: () => void;
}

/** Says what is thrown away, and what stays because it was sent. */
function CancelDialog({ state, isOpen, onStay, onCancel }: CancelDialogProps) {
  const { t } = useTranslation();
  const mine = new Set<string>(state.draft.requestIds);
  const own = state.requests.filter(({ id }) => mine.has(id));
  const unsent = own.filter(isUnsent).length;
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('partnershipRequest.cancel.title')}
      confirmLabel={t('partnershipRequest.cancel.confirm')}
      cancelLabel={t('partnershipRequest.cancel.stay')}
      onCancel={onStay}
      onConfirm={onCancel}
    >
      {own.length === 0
        ? t('partnershipRequest.cancel.typed')
        : t('partnershipRequest.cancel.prepared', { count: unsent, sent: own.length - unsent })}
    </ConfirmDialog>
  );
}
