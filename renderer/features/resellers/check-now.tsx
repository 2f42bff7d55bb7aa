import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ShieldCheckmark20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { PartnerId } from '../../../shared/ids.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity } from '../../platform/services.tsx';
import { useRadar } from '../../platform/use-radar.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '8px' },
  line: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap', color: tokens.colorNeutralForeground2 },
});

export interface CheckNowProps {
  readonly partnerId: PartnerId;
  /** Whose ID it is, for screen readers where several stand below each other. */
  readonly name?: string;
  readonly size?: 'small' | 'medium';
  /** In a cell of a table there is no room for a failure: it is told here, and undefined when the next check begins. */
  readonly onProblem?: (problem: Failure | undefined) => void;
}

/** Asks the server about one Partner ID; offline it says why it cannot, and the kept verdict stays. */
export function CheckNow({ partnerId, name, size = 'medium', onProblem }: CheckNowProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const { checkOne } = useRadar();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const tell = onProblem ?? setProblem;
  const check = async (): Promise<void> => {
    tell(undefined);
    setAsking(true);
    const answer = await checkOne(partnerId);
    setAsking(false);
    if (!answer.ok) tell(answer.error);
  };
  const press = (): void => {
    if (isOnline && !isAsking) void check();
  };
  return (
    <div className={styles.box}>
      <div className={styles.line}>
        <Button
          {...(onProblem === undefined ? {} : { tabIndex: -1 })}
          size={size} icon={<ShieldCheckmark20Regular />} disabledFocusable={!isOnline || isAsking} onClick={press}
          {...(name === undefined ? {} : { 'aria-label': t('verdict.checkNowOf', { name }) })}
        >
          {t(isAsking ? 'verdict.asking' : 'verdict.checkNow')}
        </Button>
        {!isOnline && size === 'medium' && <span>{t('verdict.checkOffline')}</span>}
      </div>
      {problem !== undefined && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
    </div>
  );
}
