import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { Organization } from '../../../../shared/ports/organization.ts';
import { useConnectivity, useMirror, useServices } from '../../../platform/services.tsx';
import { usePartners } from '../../../platform/use-partners.ts';
import type { Partners } from '../../../platform/use-partners.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { Page } from '../../../ui/page.tsx';
import { WizardFooter } from '../../../ui/wizard-footer.tsx';
import { Wizard } from '../../../ui/wizard.tsx';
import type { WizardStep } from '../../../ui/wizard-steps.tsx';
import { askedText, askedWish } from './asked-wish.ts';
import { beginChoice, bulkSteps, changeChoice, forgetChoice, useBulkChoice } from './bulk-choice.ts';
import type { BulkChoice, BulkStep } from './bulk-choice.ts';
import { BulkSummary } from './bulk-summary.tsx';
import { PreviewPage } from './preview-page.tsx';
import { WhatStep } from './what-step.tsx';
import { WhichStep } from './which-step.tsx';

/** Changes of many subscriptions at once: what, which, and every row of it before anything is sent. */
export function BulkPage() {
  const { t } = useTranslation();
  const { account } = useServices();
  const { key } = useLocation();
  const [address] = useSearchParams();
  const [begun, setBegun] = useState<string>();
  const partners = usePartners();
  const answer = useMirror(['organization'], async (mirror) => ({ organization: await mirror.organization() }), []);
  useEffect(() => {
    beginChoice(account.id, key, address);
    setBegun(key);
  }, [account.id, key, address]);
  if (partners === undefined || answer === undefined || begun !== key) return <Page title={t('bulk.title.wizard')}><ListSkeleton /></Page>;
  return <Known partners={partners} organization={answer.organization} />;
}

const isReady = (choice: BulkChoice): boolean =>
  choice.kind === 'replace' || (choice.kind !== 'table' && choice.source !== 'file') || choice.file !== undefined;

function Known({ partners, organization }: { readonly partners: Partners; readonly organization: Organization | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { isOnline } = useConnectivity();
  const choice = useBulkChoice();
  const [isTold, setTold] = useState(false);
  const wish = askedWish(choice, { partners, organization, isOnline });
  if (choice.step === 'preview' && wish.ok) {
    return <PreviewPage choice={choice} wish={wish.value} partners={partners} organization={organization} />;
  }
  const step = choice.step === 'which' && wish.ok ? 'which' : 'what';
  const isWhichReady = wish.ok && isReady(choice);
  const steps = bulkSteps.map((id): WizardStep => ({
    id, title: t(`bulk.step.${id}`), state: id === 'what' && wish.ok ? 'done' : 'open',
    isReachable: id === 'what' || (id === 'which' ? wish.ok : isWhichReady),
  }));
  const go = (to: BulkStep): void => {
    setTold(false);
    changeChoice({ step: to });
  };
  const next = (): void => {
    if (step === 'what' ? !wish.ok : !isWhichReady) setTold(true);
    else go(step === 'what' ? 'which' : 'preview');
  };
  const cancel = (): void => {
    forgetChoice();
    void navigate('/subscriptions');
  };
  return (
    <Wizard
      title={t('bulk.title.wizard')} subtitle={<LinkButton size="small" to="/subscriptions/bulk/history">{t('bulk.history.open')}</LinkButton>}
      breadcrumbs={[{ label: t('nav.subscriptions'), to: '/subscriptions' }]}
      steps={steps} currentStep={step} onStep={(id) => go(bulkSteps.find((one) => one === id) ?? 'what')}
      summaryLabel={t('bulk.summary.title')}
      summary={<BulkSummary choice={choice} asked={wish.ok ? askedText(choice, wish.value) : undefined} />}
      footer={
        <WizardFooter
          nextLabel={t(step === 'what' ? 'bulk.nextWhich' : 'bulk.nextPreview')} onNext={next} onCancel={cancel}
          isNextDisabled={step === 'which' && !isWhichReady} {...(step === 'which' ? { onBack: () => go('what') } : {})}
        />
      }
    >
      {step === 'what'
        ? <WhatStep choice={choice} partners={partners} organization={organization} mistake={wish.ok ? undefined : wish.error} isTold={isTold} />
        : <WhichStep choice={choice} partners={partners} />}
    </Wizard>
  );
}
