import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/contract/failure.ts';
import { FailureMessage } from './failure-message.tsx';

const useStyles = makeStyles({
  field: { width: '320px', maxWidth: '100%' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px' },
  // Beside the input, which stands below its label.
  button: { marginTop: '26px' },
});

export interface PartnerIdEntryProps {
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly error: string | undefined;
  readonly isOnline: boolean;
  /** What becomes of it without a network, in words. */
  readonly laterHint: string;
  readonly onVerify: () => void;
  readonly isAsking: boolean;
  /** Why it could not be verified. */
  readonly problem: Failure | undefined;
  readonly copy: (text: string) => Promise<boolean>;
}

/** "Indirect reseller not listed? Enter Partner ID", and Verify (portal task T5). Offline it is verified when it is sent. */
export function PartnerIdEntry({ text, onType, error, isOnline, laterHint, onVerify, isAsking, problem, copy }: PartnerIdEntryProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.row}>
        <Field
          className={styles.field}
          required
          label={t('resellerChoice.partnerIdLabel')}
          hint={isOnline ? t('subscription.partnerIdHint') : laterHint}
          {...(error === undefined ? {} : { validationState: 'error', validationMessage: error })}
        >
          <Input value={text} inputMode="numeric" onChange={(_event, data) => onType(data.value)} />
        </Field>
        {isOnline && (
          <Button className={styles.button} disabledFocusable={isAsking} onClick={onVerify}>
            {t(isAsking ? 'subscription.verifying' : 'subscription.verify')}
          </Button>
        )}
      </div>
      {problem !== undefined && <FailureMessage intent="warning" failure={problem} copy={copy} />}
    </>
  );
}
