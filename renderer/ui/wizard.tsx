import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Page } from './page.tsx';
import type { Crumb } from './page.tsx';
import { WizardSteps } from './wizard-steps.tsx';
import type { WizardStep } from './wizard-steps.tsx';

const useStyles = makeStyles({
  frame: {
    display: 'grid', gridTemplateColumns: '184px minmax(320px, 1fr) 300px', gridTemplateRows: 'minmax(0, 1fr)', gap: '24px',
    flexGrow: 1, minHeight: 0,
    '@media (max-width: 1099px)': { display: 'flex', flexDirection: 'column', overflow: 'auto', gap: '16px' },
  },
  form: {
    minWidth: 0, overflowY: 'auto', padding: '2px 4px 16px',
    // A field that gets the focus is scrolled to with its label above and its message below.
    '& input, & select': { scrollMarginTop: '48px', scrollMarginBottom: '72px' },
    '@media (max-width: 1099px)': { overflowY: 'visible' },
  },
  column: { maxWidth: '680px', display: 'flex', flexDirection: 'column', gap: '16px' },
  /** Focusable, so that the keyboard can scroll it. */
  summary: {
    overflowY: 'auto', minWidth: 0, padding: '0 16px 16px', borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1099px)': { overflowY: 'visible', border: 'none', padding: '0 0 16px' },
  },
  footer: {
    display: 'flex', gap: '8px', flexWrap: 'wrap', flexShrink: 0, padding: '12px 0 0', marginTop: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-height: 520px)': { position: 'sticky', bottom: 0, paddingBottom: '8px', backgroundColor: tokens.colorNeutralBackground2, zIndex: 1 },
  },
});

export interface WizardProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly breadcrumbs?: readonly Crumb[];
  readonly steps: readonly WizardStep[];
  readonly currentStep: string;
  /** Goes to a step that may be gone to. */
  readonly onStep: (id: string) => void;
  /** Names the summary for screen readers and above it. */
  readonly summaryLabel: string;
  readonly summary: ReactNode;
  /** The buttons: a WizardFooter. */
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

/** A job in steps, as a page: steps on the left, the form in the middle, what will come of it on the right. */
export function Wizard(props: WizardProps) {
  const styles = useStyles();
  return (
    <Page
      title={props.title}
      isFilled
      {...(props.subtitle === undefined ? {} : { subtitle: props.subtitle })}
      {...(props.breadcrumbs === undefined ? {} : { breadcrumbs: props.breadcrumbs })}
    >
      <div className={styles.frame}>
        <WizardSteps steps={props.steps} currentStep={props.currentStep} onStep={props.onStep} />
        <div className={styles.form}><div className={styles.column}>{props.children}</div></div>
        <aside className={styles.summary} aria-label={props.summaryLabel} tabIndex={0}>{props.summary}</aside>
      </div>
      <div className={styles.footer}>{props.footer}</div>
    </Page>
  );
}
