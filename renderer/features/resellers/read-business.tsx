import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular, Dismiss20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { ResellerTenantId } from '../../../shared/ids.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity, useServices } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'stretch', maxWidth: '640px' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  button: { alignSelf: 'flex-start' },
});

interface Reading {
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly problem: Failure | undefined;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** Reads all customers of a reseller; ends when it is cancelled or the screen is left, and keeps what came. */
function useBusinessReading(resellerId: ResellerTenantId): Reading {
  const { pull } = useServices();
  const [progress, setProgress] = useState<Reading['progress']>();
  const [problem, setProblem] = useState<Failure>();
  const running = useRef<AbortController>(undefined);
  const cancel = (): void => running.current?.abort();
  useEffect(() => () => running.current?.abort(), []);
  const start = async (): Promise<void> => {
    const control = new AbortController();
    running.current = control;
    setProblem(undefined);
    setProgress({ done: 0, total: 0 });
    const answer = await pull.refreshBusiness(resellerId, control.signal, setProgress);
    setProgress(undefined);
    if (!answer.ok) setProblem(answer.error);
  };
  return { progress, problem, start: () => void start(), cancel };
}

/** "Read all now", with progress and a way out; offline it says that it takes a network. */
export function ReadBusiness({ resellerId }: { readonly resellerId: ResellerTenantId }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { isOnline } = useConnectivity();
  const kept = useKeptFocus();
  const { progress, problem, start, cancel } = useBusinessReading(resellerId);
  if (progress === undefined && !isOnline) return <p className={styles.text}>{t('business.offline')}</p>;
  return (
    <div className={styles.column} {...kept}>
      {progress === undefined ? (
        <Button className={styles.button} icon={<ArrowSync20Regular />} onClick={start}>{t('business.readAll')}</Button>
      ) : (
        <>
          <ProgressLine
            label={t('business.reading')}
            count={t('business.progress', { done: format.number(progress.done), total: format.number(progress.total) })}
            value={progress.total === 0 ? undefined : progress.done / progress.total}
          />
          <Button className={styles.button} icon={<Dismiss20Regular />} onClick={cancel}>{t('business.cancel')}</Button>
        </>
      )}
      {problem !== undefined && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
    </div>
  );
}
