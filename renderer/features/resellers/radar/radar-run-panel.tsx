import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Play20Regular, Stop20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { RadarRun } from '../../../../shared/ports/reseller-radar.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useConnectivity } from '../../../platform/services.tsx';
import { useRadar } from '../../../platform/use-radar.ts';
import { useFormat } from '../../../text/use-format.ts';
import { waitingWords } from '../../../text/waiting-words.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  text: { margin: 0 },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const isUnderWay = (run: RadarRun | undefined): boolean => run?.state === 'running' || run?.state === 'waiting';

/** Checking all Partner IDs: started, watched, stopped and gone on with here. */
export function RadarRunPanel({ total }: { readonly total: number }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const { run, checkAll, stop } = useRadar();
  const start = (): void => {
    if (isOnline) void checkAll();
  };
  const canStart = isOnline && total > 0;
  const button = isUnderWay(run) ? (
    <Button icon={<Stop20Regular />} onClick={stop}>{t('radar.stop')}</Button>
  ) : (
    <Button appearance="primary" icon={<Play20Regular />} disabledFocusable={!canStart} onClick={start}>
      {t(run?.state === 'stopped' ? 'radar.resume' : 'radar.checkAll')}
    </Button>
  );
  return (
    <Panel title={t('radar.runTitle')} actions={button}>
      <div className={styles.column}>
        {run === undefined && <p className={styles.text}>{t('radar.neverRun')}</p>}
        {run !== undefined && <Progress run={run} />}
        {!isOnline && <p className={styles.muted}>{t('radar.offline')}</p>}
        {run?.failure !== undefined && !isUnderWay(run) && <FailureMessage intent="warning" failure={run.failure} copy={copyText} />}
      </div>
    </Panel>
  );
}

function Progress({ run }: { readonly run: RadarRun }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRunWords(run);
  const { done, total, bad } = run;
  return (
    <>
      <ProgressLine
        label={words}
        count={t('radar.progress', { done: format.number(done), total: format.number(total) })}
        value={total === 0 ? 1 : done / total}
      />
      <p className={styles.muted}>
        <span role="status">{t('radar.found', { count: bad, shown: format.number(bad) })}</span>{' '}
        {t('radar.startedAt')} <DateText instant={run.startedAt} />.
      </p>
    </>
  );
}

/** Where the walk is, in words: also what it waits for, and until when. */
function useRunWords(run: RadarRun): string {
  const { state, done, total } = run;
  const { t } = useTranslation();
  const format = useFormat();
  if (state === 'done' && done < total) return t('radar.doneInPart');
  return state === 'waiting' ? waitingWords(t, format, run) : t(`radar.state.${state}`);
}
