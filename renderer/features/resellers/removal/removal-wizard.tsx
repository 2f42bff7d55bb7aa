import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Removal } from '../../../../shared/domain/partnership/removal.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { scrollToStart } from '../../../ui/scroll-to-start.ts';
import { Wizard } from '../../../ui/wizard.tsx';
import { WizardFooter } from '../../../ui/wizard-footer.tsx';
import type { ResellerSubject } from '../reseller-subject.ts';
import { ConfirmStep, isAttested } from './confirm-step.tsx';
import type { Attestation } from './confirm-step.tsx';
import { PortalStep } from './portal-step.tsx';
import { RehearsalStep } from './rehearsal-step.tsx';
import { RemovalSummary } from './removal-summary.tsx';
import { removalSteps, stepOf } from './removal-steps.ts';
import type { RemovalStepId } from './removal-steps.ts';
import { TellStep } from './tell-step.tsx';
import { useRemovalCommand } from './use-removal-command.ts';
import type { RemovalRehearsal } from './use-removal-impact.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px', ':focus': { outlineStyle: 'none' } },
});

export interface RemovalWizardProps {
  readonly subject: ResellerSubject;
  readonly removal: Removal | undefined;
  readonly rehearsal: RemovalRehearsal;
  readonly readAt: string | undefined;
}

const after: Readonly<Record<RemovalStepId, RemovalStepId>> = { rehearsal: 'confirm', confirm: 'tell', tell: 'portal', portal: 'portal' };
const before: Readonly<Record<RemovalStepId, RemovalStepId>> = { rehearsal: 'rehearsal', confirm: 'rehearsal', tell: 'confirm', portal: 'tell' };

function nextLabelOf(step: RemovalStepId, removal: Removal | undefined) {
  if (step === 'confirm' && removal === undefined) return 'removal.attest' as const;
  return ({ rehearsal: 'removal.nextConfirm', confirm: 'removal.nextTell', tell: 'removal.nextPortal', portal: 'removal.finish' } as const)[step];
}

function isStepDone(step: RemovalStepId, removal: Removal | undefined): boolean {
  if (removal === undefined) return false;
  if (step === 'tell') return removal.resellerToldAt !== undefined && removal.customersToldAt !== undefined;
  return step !== 'portal' || removal.state === 'gone';
}

/** The removal as it is stored, and from the moment it was attested until the store tells of it, as it was answered. */
function useRemoval(stored: Removal | undefined) {
  const [attested, setAttested] = useState<Removal>();
  // From now on the store knows better: withdrawn in another window it is gone here too.
  if (stored !== undefined && attested !== undefined) setAttested(undefined);
  return { removal: stored ?? attested, setAttested };
}

/** The end of a partnership: rehearse, confirm, tell, portal. What is attested is gone on with when the page is opened again. */
export function RemovalWizard({ subject, removal: stored, rehearsal, readAt }: RemovalWizardProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { removal, setAttested } = useRemoval(stored);
  const command = useRemovalCommand(subject, removal);
  const [wanted, setStep] = useState<RemovalStepId>(() => stepOf(removal));
  // Withdrawn in another window, or listed again: there is nothing to tell or to watch any more.
  const step = removal === undefined && wanted !== 'confirm' ? 'rehearsal' : wanted;
  const [attestation, setAttestation] = useState<Attestation>({ points: [], typedName: '' });
  const [isChecked, setChecked] = useState(false);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const [form, takeForm] = useState<HTMLElement | null>(null);
  const show = (id: RemovalStepId): void => {
    flushSync(() => setStep(id));
    scrollToStart(form);
    form?.focus({ preventScroll: true });
  };
  const next = async (): Promise<void> => {
    if (step === 'portal') {
      await navigate('/resellers');
      return;
    }
    if (step === 'confirm' && removal === undefined) {
      setChecked(true);
      if (!isAttested(attestation, subject.name)) return;
      const attested = await command.attest(rehearsal.impact);
      if (attested === undefined) return;
      setAttested(attested);
    }
    show(after[step]);
  };
  const isOpen = removal !== undefined && removal.state !== 'gone';
  return (
    <Wizard
      title={t('removal.title', { name: subject.name })}
      subtitle={t('removal.subtitle')}
      breadcrumbs={[{ label: t('nav.resellers'), to: '/resellers' }, { label: subject.name, to: `/resellers/${subject.id}` }]}
      steps={removalSteps.map((id) => ({
        id, title: t(`removal.step.${id}`), state: isStepDone(id, removal) || (id === 'rehearsal' && step !== id) ? 'done' : 'open',
        isReachable: removal !== undefined || id === 'rehearsal' || id === 'confirm',
      }))}
      currentStep={step}
      onStep={(id) => show(removalSteps.find((known) => known === id) ?? 'rehearsal')}
      summaryLabel={t('removal.summary')}
      summary={
        <RemovalSummary subject={subject} removal={removal} impact={removal?.impact ?? rehearsal.impact} />
      }
      footer={
        <WizardFooter
          nextLabel={t(nextLabelOf(step, removal))}
          onNext={() => void next()}
          onCancel={() => (isOpen ? setWithdrawing(true) : void navigate(`/resellers/${subject.id}`))}
          {...(isOpen ? { cancelLabel: t('removal.withdraw') } : {})}
          {...(step === 'rehearsal' ? {} : { onBack: () => show(before[step]) })}
        />
      }
    >
      <section ref={takeForm} tabIndex={-1} className={styles.form} aria-label={t(`removal.step.${step}`)}>
        {step === 'rehearsal' && <RehearsalStep subject={subject} rehearsal={rehearsal} />}
        {step === 'confirm' && (
          <ConfirmStep name={subject.name} attestation={attestation} onAttestation={setAttestation} removal={removal} isChecked={isChecked} />
        )}
        {step === 'tell' && removal !== undefined && <TellStep removal={removal} />}
        {step === 'portal' && removal !== undefined && (
          <PortalStep removal={removal} readAt={readAt} open={command.openPortal} problem={command.problem} />
        )}
      </section>
      <WithdrawDialog
        name={subject.name} isOpen={isWithdrawing} onStay={() => setWithdrawing(false)} onWithdraw={() => void command.withdraw()}
      />
    </Wizard>
  );
}

interface WithdrawDialogProps {
  readonly name: string;
  readonly isOpen: boolean;
  readonly onStay: () => void;
  readonly onWithdraw: () => void;
}

/** Says what withdrawing undoes, and what it does not. */
function WithdrawDialog({ name, isOpen, onStay, onWithdraw }: WithdrawDialogProps) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('removal.withdrawTitle')}
      confirmLabel={t('removal.withdraw')}
      cancelLabel={t('removal.withdrawNot')}
      onCancel={onStay}
      onConfirm={onWithdraw}
    >
      {t('removal.withdrawText', { name })}
    </ConfirmDialog>
  );
}
