import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({ gap: { flexGrow: 1 } });

export interface WizardFooterProps {
  /** The act: "Next: Review", "Buy", offline "Put in outbox". */
  readonly nextLabel: string;
  readonly nextIcon?: ReactElement;
  readonly onNext: () => void;
  readonly isNextDisabled?: boolean;
  /** Missing on the first step. */
  readonly onBack?: () => void;
  readonly onCancel: () => void;
  readonly cancelLabel?: string;
}

/** Buttons under a wizard: back and cancel on the left, the act on the right. */
export function WizardFooter(props: WizardFooterProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <Button appearance="subtle" onClick={props.onCancel}>{props.cancelLabel ?? t('ui.cancel')}</Button>
      <span className={styles.gap} />
      {props.onBack !== undefined && <Button onClick={props.onBack}>{t('ui.back')}</Button>}
      <Button
        appearance="primary"
        disabled={props.isNextDisabled ?? false}
        onClick={props.onNext}
        {...(props.nextIcon === undefined ? {} : { icon: props.nextIcon })}
      >
        {props.nextLabel}
      </Button>
    </>
  );
}
