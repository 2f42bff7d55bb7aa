import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { HatGraduation20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Account } from '../../shared/domain/account.ts';
import { bridge } from '../platform/bridge.ts';
import { copyText } from '../platform/copy-text.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { CentreCard } from './centre-card.tsx';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  points: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
  later: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  start: { alignSelf: 'flex-start' },
});

/** First run, no account: offers the practice tenant in one click. */
export function Welcome({ onOpened }: { readonly onOpened: (account: Account) => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const start = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await bridge.call('accounts.addPractice', {});
    if (answer.ok) return onOpened(answer.value);
    setBusy(false);
    setProblem(answer.error);
  };
  return (
    <CentreCard title={t('welcome.title')}>
      <p className={styles.text}>{t('welcome.what')}</p>
      <ul className={styles.points}>
        <li>{t('welcome.pointReal')}</li>
        <li>{t('welcome.pointSafe')}</li>
        <li>{t('welcome.pointOffline')}</li>
      </ul>
      <Button
        className={styles.start}
        appearance="primary"
        size="large"
        icon={<HatGraduation20Regular />}
        disabledFocusable={isBusy}
        onClick={() => void start()}
      >
        {isBusy ? t('welcome.starting') : t('welcome.start')}
      </Button>
      {problem !== undefined && <FailureMessage failure={problem} copy={copyText} />}
      <p className={styles.later}>{t('welcome.later')}</p>
    </CentreCard>
  );
}
