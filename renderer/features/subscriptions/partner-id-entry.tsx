import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import { PartnerId } from '../../../shared/ids.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity } from '../../platform/services.tsx';
import { useRadar } from '../../platform/use-radar.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';

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
  /** Whether what is typed may be asked for; when it may not, the form says why. */
  readonly onVerify: () => boolean;
  /** The Partner ID was checked now; what was found is kept. */
  readonly onVerified: (partnerId: string) => void;
}

/** "Indirect reseller not listed? Enter Partner ID", and Verify (portal task T5). Offline it is verified when it is sent. */
export function PartnerIdEntry({ text, onType, error, onVerify, onVerified }: PartnerIdEntryProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const { checkOne } = useRadar();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const verify = async (): Promise<void> => {
    const partnerId = PartnerId.safeParse(text.trim());
    if (isAsking || !onVerify() || !partnerId.success) return;
    setAsking(true);
    setProblem(undefined);
    const answer = await checkOne(partnerId.data);
    setAsking(false);
    if (answer.ok) onVerified(partnerId.data);
    else setProblem(answer.error);
  };
  return (
    <>
      <div className={styles.row}>
        <Field
          className={styles.field}
          required
          label={t('resellerChoice.partnerIdLabel')}
          hint={t(isOnline ? 'subscription.partnerIdHint' : 'subscription.verifiedLater')}
          {...(error === undefined ? {} : { validationState: 'error', validationMessage: error })}
        >
          <Input value={text} inputMode="numeric" onChange={(_event, data) => onType(data.value)} />
        </Field>
        {isOnline && (
          <Button className={styles.button} disabledFocusable={isAsking} onClick={() => void verify()}>
            {t(isAsking ? 'subscription.verifying' : 'subscription.verify')}
          </Button>
        )}
      </div>
      {problem !== undefined && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
    </>
  );
}
