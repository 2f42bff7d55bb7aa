import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MirrorStatus } from '../../shared/ports/mirror.ts';
import { copyText } from '../platform/copy-text.ts';
import { useConnectivity, useMirror, useServices } from '../platform/services.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { CentreCard } from './centre-card.tsx';
import { CollectionProgress } from './collection-progress.tsx';
import { isComplete } from './sync-state.ts';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
});

/**
 * Until the offline copy was complete once, the window shows how it comes. The user may stop, go on, or start
 * working with what is there. Afterwards this is never seen again: later pulls run behind the screens.
 */
export function FirstPull({ children }: { readonly children: ReactNode }) {
  const status = useMirror(['status'], (mirror) => mirror.status(), []);
  const [isSkipped, setSkipped] = useState(false);
  if (status === undefined) return null;
  if (isSkipped || isComplete(status)) return children;
  return <PullCard status={status} onSkip={() => setSkipped(true)} />;
}

function PullCard({ status, onSkip }: { readonly status: MirrorStatus; readonly onSkip: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { account, pull } = useServices();
  const { isOnline } = useConnectivity();
  const hasStarted = useRef(false);
  useEffect(() => {
    if (hasStarted.current || !isOnline) return;
    hasStarted.current = true;
    void pull.pullNow();
  }, [pull, isOnline]);
  const isPulling = status.pull !== undefined;
  return (
    <CentreCard title={t('firstPull.title', { name: account.name })}>
      <p className={styles.text}>{t('firstPull.what')}</p>
      <CollectionProgress status={status} />
      {status.stopped !== undefined && !isPulling && <FailureMessage intent="warning" failure={status.stopped} copy={copyText} />}
      <div className={styles.buttons}>
        {isPulling ? (
          <Button onClick={() => void pull.stop()}>{t('firstPull.stop')}</Button>
        ) : (
          <Button appearance="primary" disabled={!isOnline} onClick={() => void pull.pullNow()}>{t('firstPull.resume')}</Button>
        )}
        <Button appearance="subtle" onClick={onSkip}>{t('firstPull.skip')}</Button>
      </div>
    </CentreCard>
  );
}
