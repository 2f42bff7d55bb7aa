import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular, Stop20Regular } from '@fluentui/react-icons';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { customerParts } from '../../../shared/domain/briefcase/briefcase-parts.ts';
import type { PartReadiness } from '../../../shared/domain/briefcase/readiness.ts';
import type { BriefcaseRun } from '../../../shared/ports/briefcase.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity } from '../../platform/services.tsx';
import { useBriefcaseCommands } from '../../platform/use-briefcase.ts';
import type { Format } from '../../text/format.ts';
import { useFormat } from '../../text/use-format.ts';
import { waitingWords } from '../../text/waiting-words.ts';
import { Age } from '../../ui/age.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import type { BriefcaseView } from './briefcase-view.ts';
import { sizeWords, whyWords } from './briefcase-words.ts';
import { ReadyMark, UntilText } from './ready-mark.tsx';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  ready: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const isUnderWay = (run: BriefcaseRun | undefined): boolean => run?.state === 'running' || run?.state === 'waiting';

/** Whether one can leave: until when it serves and why, how large and how old it is; and the reading, with a way out. */
export function RunPanel({ view, run }: { readonly view: BriefcaseView; readonly run: BriefcaseRun | undefined }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { isOnline } = useConnectivity();
  const { readNow, stop } = useBriefcaseCommands();
  const { all, bytes, customers } = view;
  const button = isUnderWay(run) ? (
    <Button icon={<Stop20Regular />} onClick={() => void stop()}>{t('briefcase.stop')}</Button>
  ) : (
    <Button appearance="primary" icon={<ArrowSync20Regular />} disabledFocusable={!isOnline} onClick={() => isOnline && void readNow()}>
      {t(run?.state === 'stopped' ? 'briefcase.resume' : 'briefcase.readNow')}
    </Button>
  );
  return (
    <Panel title={t('briefcase.ready')} tone={all?.readiness.state === 'complete' ? 'plain' : 'attention'} actions={button}>
      <div className={styles.column}>
        {all !== undefined && <ReadySentence all={all} />}
        <FactList
          facts={[
            { label: t('briefcase.status'), value: <ReadyMark state={all?.readiness.state ?? 'never'} readiness={all?.readiness} /> },
            { label: t('briefcase.customers'), value: format.number(customers.length) },
            { label: t('briefcase.size'), value: sizeWords(format, bytes) },
            { label: t('briefcase.oldest'), value: <Age isBare instant={all?.readiness.oldest} /> },
          ]}
        />
        {run !== undefined && isUnderWay(run) && <Progress run={run} />}
        {!isOnline && <p className={styles.text}>{t('briefcase.offline')}</p>}
        {run?.failure !== undefined && !isUnderWay(run) && <FailureMessage intent="warning" failure={run.failure} copy={copyText} />}
      </div>
    </Panel>
  );
}

/** What several customers share is named without one of them. */
const isOfCustomer = ({ part }: PartReadiness): boolean => customerParts.some((one) => one === part);

function ReadySentence({ all: { readiness, firstOf } }: { readonly all: NonNullable<BriefcaseView['all']> }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { first, state } = readiness;
  if (first === undefined) return <p className={styles.ready} role="status">{t('briefcase.nothingRead')}</p>;
  const heading = state === 'complete' ? 'briefcase.readyUntil' : state === 'out-of-date' ? 'briefcase.wasReadyUntil' : 'briefcase.partlyUntil';
  return (
    <div role="status">
      <p className={styles.ready}>{t(heading)} <UntilText readiness={readiness} /></p>
      <p className={styles.text}>
        {isOfCustomer(first) && firstOf !== undefined
          ? t('briefcase.becauseOf', { why: whyWords(t, format, first), name: firstOf.customer.name })
          : t('briefcase.because', { why: whyWords(t, format, first) })}
      </p>
    </div>
  );
}

const runWords = (t: TFunction, format: Format, run: BriefcaseRun): string =>
  run.state === 'waiting' ? waitingWords(t, format, run) : t(`briefcase.phase.${run.phase}`, { name: run.current ?? '' });

function Progress({ run }: { readonly run: BriefcaseRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { done, total, phase } = run;
  return (
    <ProgressLine
      label={runWords(t, format, run)}
      count={t('briefcase.progress', { done: format.number(done), total: format.number(total) })}
      value={phase === 'customers' && total > 0 ? done / total : undefined}
    />
  );
}
