import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import { bridge } from '../../platform/bridge.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useServices } from '../../platform/services.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';

const useStyles = makeStyles({ box: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start', marginTop: '12px' } });

/** For when Microsoft asks who is there (failures `sign-in-needed`, `mfa-needed`): what waited for it then goes on. */
export function SignInAgain() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { outbox } = useServices();
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const signIn = async (): Promise<void> => {
    setBusy(true);
    const answer = await bridge.call('accounts.addPractice', {});
    setBusy(false);
    setDone(answer.ok);
    setProblem(answer.ok ? undefined : answer.error);
    outbox.wake();
  };
  return (
    <div className={styles.box}>
      <Button disabledFocusable={isBusy} onClick={() => void signIn()}>{t('settings.signInAgain')}</Button>
      <span role="status">{isDone ? t('settings.signedIn') : ''}</span>
      {problem !== undefined && <FailureMessage failure={problem} copy={copyText} />}
    </div>
  );
}
