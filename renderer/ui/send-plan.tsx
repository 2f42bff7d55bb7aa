import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  title: { margin: '16px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none', counterReset: 'plan' },
  step: {
    display: 'flex', gap: '8px', padding: '4px 0', counterIncrement: 'plan',
    '::before': {
      content: 'counter(plan)', flexShrink: 0, width: '20px', height: '20px', borderRadius: tokens.borderRadiusCircular, textAlign: 'center',
      fontSize: tokens.fontSizeBase200, lineHeight: '20px', backgroundColor: tokens.colorNeutralBackground4, color: tokens.colorNeutralForeground2,
    },
  },
  note: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export interface PlannedStep {
  readonly id: string;
  readonly text: string;
  readonly note?: string;
}

export interface SendPlanProps {
  readonly steps: readonly PlannedStep[];
  /** Where a panel around it has the title already. */
  readonly isUntitled?: boolean;
}

/** What will be sent, in this order. */
export function SendPlan({ steps, isUntitled = false }: SendPlanProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <>
      {!isUntitled && <h3 className={styles.title}>{t('sendPlan.title')}</h3>}
      <ol className={styles.list}>
        {steps.map((step) => (
          <li key={step.id} className={styles.step}>
            <span>
              {step.text}
              {step.note !== undefined && <><br /><span className={styles.note}>{step.note}</span></>}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
