import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Circle20Regular, CircleHalfFill20Regular, Warning20Filled } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { HiddenText } from './hidden-text.tsx';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '2px',
    '@media (max-width: 1099px)': { flexDirection: 'row', flexWrap: 'wrap' },
  },
  step: {
    display: 'flex', alignItems: 'center', gap: '8px', width: '100%', minHeight: '36px', padding: '4px 8px', textAlign: 'left',
    border: 'none', borderRadius: tokens.borderRadiusMedium, background: 'none', font: 'inherit',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer', ':hover:enabled': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':disabled': { cursor: 'default', color: tokens.colorNeutralForeground3 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorSubtleBackgroundSelected,
  },
  icon: { flexShrink: 0, display: 'inline-flex', color: tokens.colorBrandForeground1 },
  attention: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

export interface WizardStep {
  readonly id: string;
  readonly title: string;
  readonly state: 'done' | 'open' | 'attention';
  /** Whether the user may go there now; the current step needs no saying. */
  readonly isReachable: boolean;
}

export interface WizardStepsProps {
  readonly steps: readonly WizardStep[];
  readonly currentStep: string;
  readonly onStep: (id: string) => void;
}

/** The steps as a list of places: which is open, which are done, which may be gone to. */
export function WizardSteps({ steps, currentStep, onStep }: WizardStepsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <nav aria-label={t('ui.steps')}>
      <ol className={styles.list}>
        {steps.map((step) => {
          const isCurrent = step.id === currentStep;
          return (
            <li key={step.id}>
              <button
                type="button"
                className={mergeClasses(styles.step, isCurrent && styles.current)}
                disabled={!isCurrent && !step.isReachable}
                {...(isCurrent ? { 'aria-current': 'step' } : {})}
                onClick={() => onStep(step.id)}
              >
                <StepSign step={step} isCurrent={isCurrent} />
                {step.title}
                {step.state !== 'open' && <HiddenText>{t(`ui.stepState.${step.state}`)}</HiddenText>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function StepSign({ step, isCurrent }: { readonly step: WizardStep; readonly isCurrent: boolean }) {
  const styles = useStyles();
  const isAsking = step.state === 'attention';
  const open = isCurrent ? <CircleHalfFill20Regular /> : <Circle20Regular />;
  const icon = step.state === 'done' ? <CheckmarkCircle20Filled /> : open;
  return (
    <span
      className={mergeClasses(styles.icon, isAsking && styles.attention)}
      aria-hidden
    >
      {isAsking ? <Warning20Filled /> : icon}
    </span>
  );
}
