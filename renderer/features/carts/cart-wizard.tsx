import { makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useNavigation } from 'react-router';
import type { CartProblem } from '../../../shared/domain/cart/cart-rules.ts';
import { canBuy } from '../../../shared/domain/cart/cart-rules.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity, useServices } from '../../platform/services.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { scrollToStart } from '../../ui/scroll-to-start.ts';
import { Wizard } from '../../ui/wizard.tsx';
import { WizardFooter } from '../../ui/wizard-footer.tsx';
import { AgreementStep } from './agreement-step.tsx';
import { CancelCart } from './cancel-cart.tsx';
import { CartReviewStep } from './cart-review-step.tsx';
import { CartSummary } from './cart-summary.tsx';
import type { OpenedCart } from './open-cart.ts';
import { ProblemList } from './problem-list.tsx';
import { ProductsStep } from './products-step.tsx';
import { useBuy } from './use-buy.ts';
import { useCart } from './use-cart.ts';

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', gap: '16px', ':focus': { outlineStyle: 'none' } },
});
const steps = ['products', 'agreement', 'review'] as const;
type StepId = (typeof steps)[number];

const isOnlyAttestationMissing = (problems: readonly CartProblem[]): boolean =>
  problems.every((problem) => !problem.stops || problem.code === 'attestation-missing');

/** A cart in three steps: products, agreement, review. */
export function CartWizard({ opened }: { readonly opened: OpenedCart }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const isLeaving = useNavigation().state !== 'idle';
  const { work } = useServices();
  const { isOnline } = useConnectivity();
  const state = useCart(opened.draft);
  const { cart, problems, autosave, isTouched } = state;
  const path = `/carts/${cart.id}`;
  const buying = useBuy(state);
  const [step, setStep] = useState<StepId>('products');
  const [checked, setChecked] = useState<readonly StepId[]>([]);
  const [isCancelling, setCancelling] = useState(false);
  const [region, setRegion] = useState<HTMLElement | null>(null);
  useEffect(() => {
    // Not over a way out that was just chosen and is still being read.
    if (autosave.isSaved && !isLeaving && pathname !== path) void navigate(path, { replace: true });
  }, [autosave.isSaved, isLeaving, pathname, path, navigate]);

  const stopsAt = (id: StepId): boolean => problems.some((problem) => problem.stops && problem.step === id);
  const check = (ids: readonly StepId[]): void => setChecked((before) => [...new Set([...before, ...ids])]);
  const show = (id: StepId): void => {
    flushSync(() => setStep(id));
    // A step begins at its beginning, wherever the one before was scrolled to.
    scrollToStart(region);
    region?.focus({ preventScroll: true });
  };
  /** Forward only past what is right; the step with the mistake says what is missing. */
  const goTo = (id: StepId): void => {
    const passed = steps.slice(0, steps.indexOf(id));
    const wrong = passed.find(stopsAt);
    flushSync(() => check(wrong === undefined ? passed : [wrong]));
    show(wrong ?? id);
  };
  const next = (): void => {
    if (step !== 'review') return goTo(step === 'products' ? 'agreement' : 'review');
    flushSync(() => check(steps));
    if (canBuy(problems)) void buying.buy();
    else if (isOnlyAttestationMissing(problems)) region?.querySelector<HTMLElement>('input[type="checkbox"]')?.focus();
    else show('review');
  };
  const drop = async (): Promise<void> => {
    autosave.discard();
    await work.dropDraft(cart.id);
    await navigate('/carts');
  };
  const nextLabel = {
    products: 'carts.nextAgreement',
    agreement: 'carts.nextReview',
    review: isOnline ? 'carts.buy' : 'carts.putInOutbox',
  }[step];
  const missing = problems.filter(
    (problem) => problem.stops && problem.step === step && problem.lineId === undefined && problem.code !== 'reseller-missing',
  );
  return (
    <Wizard
      title={t('carts.titleFor', { name: cart.customerName })}
      subtitle={<span role="status">{t(isTouched && autosave.isSaved ? 'newCustomer.saved' : 'newCustomer.subtitle')}</span>}
      breadcrumbs={[{ label: t('nav.carts'), to: '/carts' }]}
      steps={steps.map((id) => ({
        id,
        title: t(`carts.step.${id}`),
        state: stopsAt(id) ? (checked.includes(id) && id !== step ? 'attention' : 'open') : id === 'review' ? 'open' : 'done',
        isReachable: !steps.slice(0, steps.indexOf(id)).some(stopsAt),
      }))}
      currentStep={step}
      onStep={(id) => goTo(steps.find((known) => known === id) ?? 'products')}
      summaryLabel={t('newCustomer.summary')}
      summary={<CartSummary state={state} />}
      footer={
        <WizardFooter
          nextLabel={t(nextLabel)}
          onNext={next}
          isNextDisabled={buying.isBusy}
          onCancel={() => (isTouched || cart.lines.length > 0 ? setCancelling(true) : void drop())}
          {...(step === 'products' ? {} : { onBack: () => show(step === 'review' ? 'agreement' : 'products') })}
        />
      }
    >
      <div ref={setRegion} tabIndex={-1} role="group" aria-label={t(`carts.step.${step}`)} className={styles.step}>
        {buying.problem !== undefined && <FailureMessage failure={buying.problem} copy={copyText} />}
        {step !== 'review' && checked.includes(step) && <ProblemList problems={missing} current={step} onStep={goTo} />}
        {step === 'products' && (
          <ProductsStep state={state} isMarketKnown={opened.isMarketKnown} isChecked={checked.includes('products')} />
        )}
        {step === 'agreement' && <AgreementStep state={state} isChecked={checked.includes('agreement')} />}
        {step === 'review' && <CartReviewStep state={state} isChecked={checked.includes('review')} onStep={goTo} />}
      </div>
      <CancelCart isOpen={isCancelling} cart={cart} onStay={() => setCancelling(false)} onDrop={() => void drop()} />
    </Wizard>
  );
}
